"""GOV7004 VagueServiceGuide: a service guide that asks for 其他材料 without saying which."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.site.site import Site

from .guide_text import GUIDE, GuideFacts
from .incomplete_service_guide import is_guide
from .samples import site_with_article

_PAGE = """<h2>申请条件</h2><p>林木所有者</p>
<h2>申请材料</h2>
<p>1.采伐申请表；</p>
<p>2.{last}。</p>
<h2>办理流程</h2><p>申请、审核</p>"""


def _example(zh: str, en: str, last: str, *expected: Expected) -> Example:
    files = site_with_article("办事指南", "bszn", "林木采伐许可", _PAGE.format(last=last))
    return Example(Text(zh, en), files, expected, ("national-2019",), "portal")


EXAMPLES = (
    _example(
        "要求“其他材料”", "it asks for “other documents”", "其他相关材料",
        Expected("bszn/t1.html", line=14, column=1, words="其他相关材料"),
    ),
    _example("写明是什么材料", "it says which", "其他材料：林权证复印件一份"),
)  # fmt: skip


@rule(
    "GOV7004",
    "VagueServiceGuide",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "办事指南的材料要求含糊，有“其他材料”之类的表述。", "A guide asks for “other documents” without saying which."
    ),
    why=Text(
        "含糊的材料要求让人多跑路；抽查到的每个事项扣 2 分。",
        "Vague demands send people back and forth; each sampled item with one costs two points.",
    ),
    remedy=Text(
        "逐项写明材料的名称、份数和形式，删去兜底的表述。",
        "Name each document, its copies and form; drop the catch-all.",
    ),
    basis=("national-2019:service-guides",),
    examples=EXAMPLES,
)
def vague_service_guide(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each vague wording among the documents that the guides of *site* ask for."""
    rows = context.rows("GOV7004")
    if rows:
        basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
        yield from group((finding._replace(basis=basis) for finding in _findings(site)), site.home.path)


def _findings(site: Site) -> Iterator[Finding]:
    for path, page in site.pages.items():
        guide: GuideFacts | None = page.extra.get(GUIDE)
        if guide is None or not is_guide(guide):
            continue
        for words, at in guide.vague[:1]:
            message = Text(
                f"办事指南的材料要求含糊：“{words}”，请写明具体材料。",
                f"The guide asks for “{words}” (other or related documents); say which.",
            )
            yield fail(message, path, at, key=words, words=words)
