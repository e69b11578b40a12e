"""One fault, one finding: what a shared header, footer or template repeats on every page is said once.

Page rules see one page at a time. Findings of one rule with one key and one message are the same fault seen again; of
a whole site they become a single finding that counts its pages and shows some of them as related locations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from govlint.finding import Finding, Fix, Location, Origin, Text
from govlint.lint.template.traced import together

MOST_EXAMPLES = 10
"""How many of the other pages are shown; the count tells of all of them."""

PAGES = "pages"
"""The property that counts the pages of a grouped finding."""

_SEEN_THERE = Text("同样的问题", "the same fault")


def group(findings: Iterable[Finding], home: str) -> list[Finding]:
    """Return *findings* with those that repeat one fault on several pages made one, on *home* if it is among them.

    Everything else about the findings stays as it is; so does one that stands on a single page.
    """
    alike: dict[tuple[str, str, str, Text], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule_id, finding.verdict, finding.key, finding.message].append(finding)
    return [_merged(same, home) for same in alike.values()]


def _merged(same: list[Finding], home: str) -> Finding:
    """Return one finding for the *same* fault: the first of the nearest page, the other pages as its examples."""
    everywhere: dict[str, list[Finding]] = defaultdict(list)
    for finding in same:
        everywhere[finding.location.path].append(finding)
    by_page = {path: found[0] for path, found in everywhere.items()}
    if len(same) == 1:
        return same[0]
    fix = _joined([finding.fix for finding in same if finding.fix is not None])
    if len(by_page) == 1:
        return same[0]._replace(related=same[0].related + _examples(same[1:]), fix=fix, origins=_on_one_page(same))
    pages = sorted(by_page, key=lambda path: (path != home, path.count("/"), path))
    first, *others = (by_page[path] for path in pages)
    message = Text(
        f"{first.message.zh.removesuffix('。')}（共 {len(pages)} 个页面）。",
        f"{first.message.en.removesuffix('.')} (on {len(pages)} pages).",
    )
    properties = tuple(sorted({**dict(first.properties), PAGES: len(pages)}.items()))
    related = first.related + _examples(others)
    origins = together([by_page[path]._replace(origins=_on_one_page(found)) for path, found in everywhere.items()])
    return first._replace(message=message, related=related, properties=properties, fix=fix, origins=origins)


def _on_one_page(same: list[Finding]) -> tuple[Origin, ...]:
    """Return the origins of findings on one page, each once."""
    return tuple(dict.fromkeys(origin for finding in same for origin in finding.origins))


def _joined(fixes: list[Fix]) -> Fix | None:
    """Return one fix that makes the edits of all *fixes*, safe where all of them are."""
    if len(fixes) < 2:
        return fixes[0] if fixes else None
    edits = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
    return Fix(fixes[0].title, tuple(edits), all(fix.safe for fix in fixes))


def _examples(others: list[Finding]) -> tuple[Location, ...]:
    return tuple(finding.location._replace(note=_SEEN_THERE) for finding in others[:MOST_EXAMPLES])
