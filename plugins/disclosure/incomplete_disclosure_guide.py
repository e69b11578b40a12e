"""GOV3003 IncompleteDisclosureGuide: a disclosure guide that does not say where and how its office is reached."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import PageFacts
from govlint.site.site import Site

from .documents import GUIDE, GUIDE_ELEMENTS, DocumentFacts
from .samples import OFFICE, guide, site_of

_ENGLISH = dict(zip(GUIDE_ELEMENTS, ("name", "address", "hours", "telephone", "fax", "internet contact"), strict=True))
# A guide of fewer letters, or one that hardly speaks of 公开, is not the guide itself.
_SHORTEST = 100
_FEWEST_WORDS = 5

_HALF = "<p>受理机构：办公室</p><p>地址：望溪路17号</p><p>电话：0748-8880017</p><p>邮箱：ly@yunji.gov.cn</p>"

EXAMPLES = (
    Example(
        Text("没有办公时间和传真", "no hours and no fax number"),
        site_of({"信息公开指南": ("zn", guide(_HALF))}),
        (Expected("zn/index.html", line=10, column=1, words="办公时间、传真号码"),),
    ),
    Example(Text("六项都有", "all six are there"), site_of({"信息公开指南": ("zn", guide(OFFICE))})),
    Example(
        Text("指南在附件里", "the guide is a file"),
        site_of({"信息公开指南": ("zn", '<h1>信息公开指南</h1><a href="./zn.doc">指南</a>')}, {"zn/zn.doc": ""}),
        (Expected("zn/index.html", words="机构信息", verdict=Verdict.REVIEW),),
    ),
)  # fmt: skip


@rule(
    "GOV3003",
    "IncompleteDisclosureGuide",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "信息公开指南没有写全公开工作机构的名称、地址、时间、电话、传真和网上联系方式。",
        "The disclosure guide does not give the office's name, address, hours, telephone, fax and internet contact.",
    ),
    why=Text(
        "公众按指南联系公开工作机构；缺少联系方式就无从申请。各项要求未与条例原文核对。",
        "The public reaches the office by the guide. The demands were not compared with the text of the regulation.",
    ),
    remedy=Text("在指南中补全公开工作机构的联系信息。", "Complete what the guide says of the office."),
    basis=("disclosure-2019:guide", "disclosure-2007:guide"),
    examples=EXAMPLES,
)
def incomplete_disclosure_guide(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every guide of *site* that lacks something; guides that lack the same are one finding."""
    rows = context.rows("GOV3003")
    if rows:
        basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
        yield from group((finding._replace(basis=basis) for finding in _findings(site)), site.home.path)


def _findings(site: Site) -> Iterator[Finding]:
    for path, page in site.pages.items():
        facts: DocumentFacts | None = page.extra.get(GUIDE)
        if facts is None or _is_list(page):
            continue
        missing = [name for name in GUIDE_ELEMENTS if name not in facts.held]
        if facts.length >= _SHORTEST and facts.says >= _FEWEST_WORDS and not (facts.closed and len(missing) > 2):
            if missing:
                yield _fault(path, facts.at, missing)
        elif len(missing) > 2:
            yield _doubt(path, facts)


def _fault(path: str, at: int, missing: list[str]) -> Finding:
    message = Text(
        f"信息公开指南没有写明：{'、'.join(missing)}，请补充（要求未核实）。",
        f"The disclosure guide does not give the office's {', '.join(_ENGLISH[name] for name in missing)}; add that "
        "(the demand is not verified).",
    )
    return fail(message, path, at, key="、".join(missing), missing=len(missing))


def _doubt(path: str, facts: DocumentFacts) -> Finding:
    why = Text("正文可能在附件、图片或脚本里", "Its text may be in a file, a picture or a script")
    if not facts.closed:
        why = Text("本页正文很短，或不是指南本身", "The page holds little text, or not the guide itself")
    return review(
        Text(
            "信息公开指南页面上没有看到公开工作机构信息，请核对指南内容。",
            "No particulars of the office were seen on the page of the disclosure guide; check what it says.",
        ),
        path,
        facts.at,
        key="office",
        reason=Text(f"{why.zh}；打开该页即可判断。", f"{why.en}; a look at it decides."),
    )


def _is_list(page: PageFacts) -> bool:
    """Whether the page lists articles with their dates: then the guide is one of them."""
    return any(item.day is not None and item.link >= 0 for item in page.items)
