"""Bulletins on small batches made by hand."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from govlint.batch.bulletin import Bulletin, Earlier
from govlint.batch.compare import compare
from govlint.batch.lint_site import failed
from govlint.batch.manifest import make_manifest
from govlint.batch.model import Failure, FailureKind, SiteRef
from govlint.batch.store import Store
from govlint.batch.survey import survey
from govlint.finding import Text
from govlint.registry import load_registry
from tests.batch.sites import CONFIG, TODAY, card, fault, head, put

HOSTILE = '"><script>alert(1)</script><img src=http://x.test/y onerror=alert(2)>{{ 7*7 }}\x01'


def column(rule: str, name: str) -> dict[str, Any]:
    """Return the record of a fault about the column *name*."""
    return {**fault(rule, name), "properties": {"column": name}}


def bulletin(new: Store, old: Store | None = None) -> Bulletin:
    """Return the bulletin on the batch in *new*, held against *old*."""
    registry = load_registry()
    earlier = Earlier(survey(old, registry.fault_classes), compare(old, new)) if old else None
    return Bulletin(survey(new, registry.fault_classes), registry.rules, registry.standards, new.findings, earlier)


def batch(folder: Path, *, name: str = "") -> Store:
    """Write a batch of six sites and return it: vetoed (called *name*), open, good, read in part, failed, pending."""
    store = Store(folder)
    veto = {"standards": ["national-2019"], "cards": [card("unqualified", "veto-columns", high=40)]}
    counts = head("a")["counts"] | {"pages": 7}
    put(
        store, head("a", region="北", code="4399000017", name=name or "甲局", counts=counts | {"errors": 5}, **veto),
        *(column("GOV1002", f"栏目{number}") for number in range(4)), fault("GOV5001", "x"),
    )  # fmt: skip
    put(store, head("b", region="南", cards=[card("open")], counts=counts | {"errors": 1}), fault("GOV4001", "x"))
    put(store, head("c", region="南", cards=[card("qualified")], counts=counts | {"notes": 1, "reviews": 2}))
    put(store, head("d", region="南", cards=[card("qualified")], counts=counts | {"unread": 3}))
    broken = SiteRef("f", "", "f.zip", name="己局", region="南")
    store.write(failed(broken, CONFIG, "", Failure(FailureKind.UNOPENED, Text("打不开。", "It does not open."))))
    store.write_manifest(make_manifest({}, [SiteRef("g", "", "g.zip", "庚局", region="北")], TODAY))
    return store


def written(write: Callable[..., None], found: Bulletin, **options: Any) -> bytes:
    """Return the bytes a writer writes."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding="utf-8", newline="\n")
    write(found, stream, **options)
    stream.flush()
    return data.getvalue()
