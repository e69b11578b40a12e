"""The floor: every page of a site parsed by lxml and thrown away, in so many processes. ``floor.py SITE PROCESSES``."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from lxml import etree

_BATCH = 50


def parse(paths: list[str]) -> int:
    """Parse the files, and return how many bytes they were."""
    parser = etree.HTMLParser()
    total = 0
    for path in paths:
        with open(path, "rb") as stream:  # noqa: PTH123 - nothing but the parser is to be measured
            data = stream.read()
        etree.fromstring(data, parser)
        total += len(data)
    return total


def main() -> None:
    """Parse the site that the command line names."""
    site, processes = sys.argv[1:3]
    paths = [str(path) for path in Path(site).rglob("*.html")]
    batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]
    with ProcessPoolExecutor(int(processes)) as pool:
        print(len(paths), sum(pool.map(parse, batches)), Path(site).name)


if __name__ == "__main__":
    main()
