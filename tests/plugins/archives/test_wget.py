"""A real crawl: wget stores the example site from a local server, and the findings are those of the folder.

The `wacz` package makes a WACZ of it where `GOVLINT_WACZ` names its command, or the PATH holds it (`.ci/wacz`).
"""

import functools
import http.server
import os
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
WACZ = os.environ.get("GOVLINT_WACZ") or shutil.which("wacz")
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


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    handler = functools.partial(Handler, directory=str(EXAMPLE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory, address: str) -> Path:
    assert WGET is not None
    folder = tmp_path_factory.mktemp("crawl")
    options = ["-q", "-r", "-l", "inf", "-p", "--no-proxy", "--delete-after", "--warc-file=crawl"]
    subprocess.run([WGET, *options, f"{address}/", f"{address}/old.html"], cwd=folder, check=False)
    return folder / "crawl.warc.gz"


def same_as_the_folder(archive: Path, address: str) -> None:
    registry, settings = load_registry(), Settings()
    source = open_archive(archive)
    assert source.captured is not None
    crawled = run(source, settings, registry)
    stored = run(open_folder(EXAMPLE), Settings(as_of=source.captured), registry)
    host = re.escape(address.removeprefix("http://").replace(":", "_") + "/")
    told = [[(found.rule_id, found.key, found.message) for found in result.findings] for result in (crawled, stored)]
    assert [re.sub(host, "", repr(found)) for found in told[0]] == [repr(found) for found in told[1]]
    assert crawled.pages == stored.pages + 1, "the redirect"


def test_a_crawl_by_wget_gives_the_findings_of_the_folder(crawl: Path, address: str) -> None:
    same_as_the_folder(crawl, address)


@pytest.mark.skipif(WACZ is None, reason="needs the wacz package: export GOVLINT_WACZ=$(.ci/wacz)")
def test_a_wacz_made_of_it_too(crawl: Path, address: str, tmp_path: Path) -> None:
    assert WACZ is not None
    command = [WACZ, "create", "-o", str(tmp_path / "site.wacz"), "-f", str(crawl), "--detect-pages"]
    subprocess.run(command, check=True, capture_output=True)
    same_as_the_folder(tmp_path / "site.wacz", address)
