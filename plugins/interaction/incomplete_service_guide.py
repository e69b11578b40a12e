"""GOV7003 IncompleteServiceGuide: a service guide that leaves out some of the kinds of element it must have."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.site.site import Site

from .guide_rows import ENGLISH, guide_row
from .guide_text import CORE, GUIDE, NAME, GuideFacts
from .samples import site_with_article, table

# Labels from which a page is a guide beyond doubt, by what it is called and where it stands.
_IN_COLUMN, _NAMED, _ELSEWHERE, _DESPITE_FILES = 1, 3, 6, 5
_FULL = {
    "设定依据": "《森林法》第三十二条",
    "申请条件": "林木所有者",
    "办理材料": "采伐申请表一份",
    "办理地点": "政务服务中心二楼",
    "办理机构": "林业局资源科",
    "收费标准": "不收费",
    "办理时间": "10个工作日",
    "联系电话": "0748-8880035",
    "办理流程": "申请、受理、审核、发证",
}


def _example(zh: str, en: str, main: str, *expected: Expected) -> Example:
    files = site_with_article("办事指南", "bszn", "林木采伐许可", main, {"bszn/zn.doc": ""})
    return Example(Text(zh, en), files, expected, ("national-2019",), "portal")


EXAMPLES = (
    _example(
        "没有收费标准和联系电话", "neither fees nor telephone",
        table({name: text for name, text in _FULL.items() if name not in ("收费标准", "联系电话")}),
        Expected("bszn/t1.html", line=10, column=1, words="收费标准、联系电话"),
    ),
    _example("要素齐全", "every kind is there", table(_FULL)),
    _example(
        "内容在附件里", "the content is in a file",
        '<p>办理依据：见附件。</p><p><a href="./zn.doc">林木采伐许可</a></p>',
        Expected("bszn/t1.html", words="要素", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV7003",
    "IncompleteServiceGuide",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("办事指南缺少规定的要素。", "A service guide lacks kinds of element that it must have."),
    why=Text(
        "公众按指南办事；缺少的要素按类扣分，缺 4 类以上的指南过多即单项否决。",
        "People act on the guide. Each kind that is missing costs points, and too many poor guides fail a site.",
    ),
    remedy=Text(
        "补全指南的要素；确实不涉及的写明“无”。", "Add what is missing; where something does not apply, say so."
    ),
    basis=("national-2015:service-guides", "national-2019:service-guides"),
    examples=EXAMPLES,
)
def incomplete_service_guide(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each set of kinds that service guides of *site* lack; ``missing`` counts them."""
    asked = guide_row(context, "GOV7003")
    if asked:
        findings = (finding._replace(basis=asked.basis) for finding in _findings(site, asked.elements))
        yield from group(findings, site.home.path)


def _findings(site: Site, elements: tuple[str, ...]) -> Iterator[Finding]:
    for path, page in site.pages.items():
        guide: GuideFacts | None = page.extra.get(GUIDE)
        if guide is None or not is_guide(guide):
            continue
        held = {NAME, *guide.labelled, *guide.traced}
        missing = [element for element in elements if element in ENGLISH and element not in held]
        if not missing:
            continue
        if guide.closed and len(guide.labelled) < _DESPITE_FILES:
            yield _doubt(path, guide.at)
            continue
        message = Text(
            f"办事指南缺少要素：{'、'.join(missing)}，请补全；不涉及的写明“无”。",
            f"The service guide lacks: {', '.join(ENGLISH[element] for element in missing)}; add them, or say “none”.",
        )
        yield fail(message, path, guide.at, key="、".join(missing), missing=len(missing))


def is_guide(guide: GuideFacts) -> bool:
    """Whether the page is a service guide beyond doubt."""
    if CORE.isdisjoint(guide.labelled):
        return False
    least = _IN_COLUMN if guide.in_column else _NAMED if guide.named else _ELSEWHERE
    return len(guide.labelled) >= least


def _doubt(path: str, at: int) -> Finding:
    return review(
        Text(
            "办事指南页面上没有看到全部要素，请核对。",
            "Not all kinds of element were seen on the page of the guide; check.",
        ),
        path,
        at,
        key="elements",
        reason=Text(
            "内容可能在附件、图片或脚本里；打开即可判断。",
            "They may be in a file, a picture or a script; a look decides.",
        ),
    )
