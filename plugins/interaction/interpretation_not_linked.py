"""GOV7006 InterpretationNotLinked: an interpretation that names a policy document and links to none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govlint.finding import Confidence, Finding, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.facts import FRAME, PageFacts
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .policy_text import INTERPRETATION, InterpretationFacts
from .samples import site_with_article

_NEIGHBOUR = lazy_re(r"上一[篇条页]|下一[篇条页]|打印|关闭|返回|收藏|分享|首页|纠错")
_LEADS = frozenset((TargetKind.PAGE, TargetKind.FILE, TargetKind.EXTERNAL, TargetKind.MISSING, TargetKind.DYNAMIC))
_TITLE = "《云霁市停车收费管理办法》解读"
_TEXT = "<p>为规范停车收费，市政府印发《云霁市停车收费管理办法》，主要内容有三项。</p>"


_LINK = '<p>相关文件：<a href="../zcwj/1.html">云霁市停车收费管理办法</a></p>'


def _example(zh: str, en: str, main: str, *expected: Expected) -> Example:
    files = site_with_article("政策解读", "zcjd", _TITLE, main, {"zcwj/1.html": "<h1>云霁市停车收费管理办法</h1>"})
    return Example(Text(zh, en), files, expected, ("national-2019",), "portal")


EXAMPLES = (
    _example(
        "没有链接到文件", "no link to the document",
        _TEXT, Expected("zcjd/t1.html", line=10, column=1, words="政策文件"),
    ),
    _example("链接到文件", "it is linked", _TEXT + _LINK),
)  # fmt: skip


@rule(
    "GOV7006",
    "InterpretationNotLinked",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary=Text(
        "政策解读没有关联所解读的政策文件。", "An interpretation does not link to the document it interprets."
    ),
    why=Text(
        "抽查的解读没有关联政策文件的，每个扣 0.5 分。",
        "Each sampled interpretation without such a link costs half a point.",
    ),
    remedy=Text("在解读页面给出政策文件的链接，并在文件页面给出解读的链接。", "Link the two pages to each other."),
    basis=("national-2019:interpretation-links",),
    examples=EXAMPLES,
)
def interpretation_not_linked(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for the interpretations of *site* that name a document in 《》 and link to nothing."""
    rows = context.rows("GOV7006")
    lists = {column.path for column in site.columns if column.items} if rows else set()
    pages = {path: page for path, page in site.pages.items() if rows and path not in lists and _policy(page)}
    if not pages:
        return
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    shared = Counter(
        link.href for page in site.pages.values() for link in {link.href: link for link in bodies(page.links)}.values()
    )
    message = Text(
        "政策解读没有链接到所解读的政策文件，请在页面上给出链接。",
        "The interpretation does not link to the policy document it interprets; link to it.",
    )
    findings = [
        fail(message, path, page.extra[INTERPRETATION].at, key="policy")._replace(basis=basis)
        for path, page in pages.items()
        if not any(_leads_on(site, page, number, shared) for number in range(len(page.links)))
    ]
    yield from group(findings, site.home.path)


def _policy(page: PageFacts) -> str:
    """Return the document that *page* interprets, ``""`` where that cannot be told or its text may not be all."""
    facts: InterpretationFacts | None = page.extra.get(INTERPRETATION)
    return facts.policy if facts is not None and not facts.closed else ""


def _leads_on(site: Site, page: PageFacts, number: int, shared: Counter[str]) -> bool:
    """Whether a link of *page* is its own, and no neighbour's: then it may be the one to the document."""
    link = page.links[number]
    if link.tag not in ("a", "area") or link.zone in FRAME or shared[link.href] > 1 or _NEIGHBOUR.search(link.text):
        return False
    target = site.target(page.path, link)
    if target.kind is TargetKind.PAGE and INTERPRETATION in site.pages[target.path].extra:
        return False
    return target.kind in _LEADS
