"""The finding that a mark is missing: said once for the site, with the number of its pages, the home page first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govlint.finding import Finding, Text
from govlint.finding import Mark as Place
from govlint.lint.rule import fail, review
from govlint.site.site import Site

from .footers import Gap, footer_at, footers_of
from .mark_words import NAMES, Mark
from .repeats import elsewhere, nearest_first

WHY = Text(
    "检查指标要求在全部页面底部功能区标明六项标识，门户网站每缺一项扣 0.5 分。",
    "The inspection table asks for six marks at the bottom of all pages; a portal loses 0.5 points for each.",
)
"""Why marks are asked for (国办秘函〔2019〕19号, row 网站标识)."""


class Part(NamedTuple):
    """A part of the site's pages that is told of by itself: the *key* of its finding and the *gaps* in it."""

    key: str
    gaps: Sequence[Gap]


def missing_on_site(site: Site, mark: Mark) -> Iterator[Finding]:
    """Yield one fault for all pages that lack *mark*, or one review where no page shows it and files cannot tell."""
    yield from missing_in(site, mark, Part(mark.value, in_order(site, tuple(footers_of(site).gaps(mark)))))


def in_order(site: Site, gaps: Sequence[Gap]) -> Sequence[Gap]:
    """Return *gaps* with the home page first, then by depth and path."""
    by_path = {gap.path: gap for gap in gaps}
    return [by_path[path] for path in nearest_first(site, by_path)]


def missing_in(site: Site, mark: Mark, part: Part) -> Iterator[Finding]:
    """Yield the finding on *part*, whose gaps are in order."""
    missing = [gap for gap in part.gaps if gap.reason is None]
    if missing:
        yield _fault(site, mark, part.key, missing)
        return
    if part.gaps and not footers_of(site).shown(mark):
        yield _question(site, mark, part.key, part.gaps)


def _fault(site: Site, mark: Mark, key: str, missing: Sequence[Gap]) -> Finding:
    first, *others = missing
    where = _where(site, first.path, len(missing))
    hidden = _commented(missing)
    name = NAMES[mark]
    gap = " " if name.zh[0].isascii() else ""
    return fail(
        Text(
            f"{where.zh}底部没有{gap}{name.zh}{hidden.zh}，请在每个页面的底部功能区标明。",
            f"No {name.en} at the bottom of {where.en}{hidden.en}; show it at the bottom of every page.",
        ),
        first.path,
        Place(footer_at(site, first.path)),
        key=key,
        related=elsewhere((gap.path, Place(footer_at(site, gap.path))) for gap in others),
        pages=len(missing),
    )


def _where(site: Site, first: str, count: int) -> Text:
    is_home = first == site.home.path
    if count == 1:
        return Text("首页" if is_home else "页面", "the home page" if is_home else "the page")
    if is_home:
        return Text(f"首页等 {count} 个页面", f"{count} pages, the home page among them")
    return Text(f"{count} 个页面", f"{count} pages")


def _commented(missing: Sequence[Gap]) -> Text:
    count = sum(gap.commented for gap in missing)
    if not count:
        return Text("", "")
    if count == len(missing):
        return Text("（只写在注释里，访问者看不到）", " (it stands in a comment, unseen)")
    return Text(
        f"（其中 {count} 个页面写在注释里，访问者看不到）", f" (on {count} of them it stands in a comment, unseen)"
    )


def _question(site: Site, mark: Mark, key: str, gaps: Sequence[Gap]) -> Finding:
    first = gaps[0]
    reason = first.reason or Text("", "")
    where = _where(site, first.path, len(gaps))
    name = NAMES[mark]
    return review(
        Text(
            f"{where.zh}底部没有看到{name.zh}，但{reason.zh}，请核对。",
            f"No {name.en} is to be seen at the bottom of {where.en}, yet {reason.en}; check it.",
        ),
        first.path,
        Place(footer_at(site, first.path)),
        key=key,
        reason=Text(f"{reason.zh}；看线上页面的底部即可判定。", f"{reason.en}; a look at the live page decides it."),
        pages=len(gaps),
    )
