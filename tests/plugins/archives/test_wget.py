"""A real crawl: wget stores the example site from a local server, and the findings are those of the folder."""

import functools
import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from govlint.plugins.archives.source import open_archive

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.directory import open_folder

from .conftest import EXAMPLE

pytest.importorskip("warcio", reason="needs warcio")
WGET = shutil.which("wget")
pytestmark = pytest.mark.skipif(WGET is None, reason="needs wget")


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path != "/old.html":
            super().do_GET()
            return
        self.send_response(301)
        self.send_header("Location", "/index.html")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    handler = functools.partial(Handler, directory=str(EXAMPLE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_crawl_by_wget_gives_the_findings_of_the_folder(tmp_path: Path, address: str) -> None:
    assert WGET is not None
    options = ["-q", "-r", "-l", "inf", "-p", "--no-proxy", "--delete-after", "--warc-file=crawl"]
    subprocess.run([WGET, *options, f"{address}/", f"{address}/old.html"], cwd=tmp_path, check=False)
    registry, settings = load_registry(), Settings()
    source = open_archive(tmp_path / "crawl.warc.gz")
    assert source.captured is not None
    crawled = run(source, settings, registry)
    stored = run(open_folder(EXAMPLE), Settings(as_of=source.captured), registry)
    host = re.escape(address.removeprefix("http://").replace(":", "_") + "/")
    told = [[(found.rule_id, found.key, found.message) for found in result.findings] for result in (crawled, stored)]
    assert [re.sub(host, "", repr(found)) for found in told[0]] == [repr(found) for found in told[1]]
    assert crawled.pages == stored.pages + 1, "the redirect"
