"""Small sites and finished batches for the tests of batches, and work that kills its worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from govlint.batch.model import BatchConfig, Row, SiteRef, SiteResult, State
from govlint.batch.records import pack
from govlint.batch.store import Store
from govlint.batch.task import Task
from govlint.batch.timeout import ends_within
from govlint.lint.settings import Settings
from govlint.report.counts import counts_value
from govlint.report.model import Counts

TODAY = date(2026, 11, 23)
CONFIG = BatchConfig(Settings(), TODAY)

PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{name}</title></head>
<body>
<div class="nav"><ul>
<li><a href="./">首页</a></li>
<li><a href="./tzgg/">通知公告</a></li>
</ul></div>
<ul class="list"><li><span>{day}</span><a href="t1.html">关于做好春季植树工作的通知</a></li></ul>
<p>{name}主办</p>
</body>
</html>
"""


def make_site(folder: Path, name: str = "云霁市林业局", day: str = "2026-11-20") -> Path:
    """Write a site of two pages, with dead links, and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(PAGE.format(name=name, day=day), encoding="utf-8")
    (folder / "t2.html").write_text(PAGE.format(name=f"培训安排_{name}", day=day), encoding="utf-8")
    return folder


def ref(path: Path, key: str = "", **told: Any) -> SiteRef:
    """Return a reference to the site in *path*."""
    return SiteRef(key or path.name, str(path.resolve()), path.name, **told)


def files_of(out: Path) -> dict[str, bytes]:
    """Return every file of a batch by its path, but for the log, which depends on the machine and the hour."""
    paths = (path for path in sorted(out.rglob("*")) if path.is_file())
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
    return {name: data for name, data in found.items() if not name.startswith("log/")}


# --- finished batches, made without linting


def head(key: str, **told: Any) -> dict[str, Any]:
    """Return the head of a site without a fault."""
    return {
        "record": "site", "key": key, "code": "", "region": "", "target": key, "name": f"{key}局", "digest": "",
        "settings": "", "kind": "department", "kindReason": "", "hosts": [], "home": "index.html",
        "tool": {"name": "govlint", "version": "1", "plugins": []}, "asOf": "2026-11-23", "asOfOrigin": "told",
        "standards": [], "cards": [], "rules": ["GOV1002", "GOV4001", "GOV5001"], "faults": {}, "reviews": {},
        "broken": [],
        "counts": counts_value(Counts()),
        **told,
    }  # fmt: skip


def card(outcome: str, *vetoes: str, low: float = 0, high: float = 100) -> dict[str, Any]:
    """Return a card of a head."""
    total = {"low": low, "high": high}
    return {"standard": "national-2019", "outcome": outcome, "vetoes": list(vetoes), "total": total, "byFiles": total}


def fault(rule: str, key: str, severity: str = "error") -> dict[str, Any]:
    """Return the record of a fault; the same *rule* and *key* make the same fingerprint."""
    return {
        "record": "finding", "ruleId": rule, "verdict": "fail", "severity": severity, "path": "index.html", "line": 1,
        "column": 1, "endLine": 1, "endColumn": 2, "message": {"zh": f"“{key}”不好。", "en": f"“{key}” is bad."},
        "reason": None, "key": key, "fingerprint": f"{rule}{key}", "basis": [], "properties": {}, "related": [],
    }  # fmt: skip


def put(store: Store, site: dict[str, Any], *faults: dict[str, Any]) -> None:
    """Put a site with *faults* into *store*."""
    store.prepare()
    rules = [found["ruleId"] for found in faults]
    whole = {**site, "faults": {rule: rules.count(rule) for rule in sorted(set(rules))}}
    store.write(SiteResult(SiteRef(site["key"], "", site["target"]), None, whole, pack([whole, *faults]), b"{}", b""))


# --- work that kills its worker


def _row(task: Task) -> Row:
    return Row(task.ref.key, State.LINTED)


def kill_always(task: Task) -> Row:
    """Kill the worker on the site ``killer``."""
    if task.ref.key == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    return _row(task)


def hang(task: Task) -> Row:
    """Never come to an end on the site ``killer``, which may take a moment."""
    with ends_within(task.config.seconds):
        while task.ref.key == "killer":
            time.sleep(1)
    return _row(task)


def kill_once(task: Task) -> Row:
    """Kill the worker on the site ``killer``, the first time."""
    mark = Path(task.out, "killed")
    if task.ref.key == "killer" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return _row(task)


class _Fragile(Executor):
    """Works in this very process; a site whose name begins with ``killer`` kills its worker."""

    def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if arguments[0].ref.key.startswith("killer"):
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(function(*arguments, **named))
        return future


class Fragile:
    """An engine of such executors; *opened* says how often one was needed, *alone_opened* for how many by itself."""

    inner = "processes:4"
    window = 3

    def __init__(self) -> None:
        self.opened = 0
        self.alone_opened = 0

    @contextmanager
    def open(self) -> Iterator[Executor]:
        self.opened += 1
        yield _Fragile()

    @contextmanager
    def alone(self) -> Iterator[Executor]:
        self.alone_opened += 1
        yield _Fragile()
