"""What a service guide (办事指南) says: which kinds of element it has, and vague wording among its documents."""

from __future__ import annotations

from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.blocks import Block
from govlint.page.model import Page

from .texts import is_closed, label_of, name_place

GUIDE = "interaction.guide"
"""The key of ``PageFacts.extra`` that holds a GuideFacts."""

NAME, MATERIALS = "事项名称", "办理材料"
CORE = frozenset(("设定依据", "申请条件", MATERIALS, "办理流程"))
"""The kinds of element that only a guide labels; 联系电话 and 地址 stand on many pages."""

_NO_LABEL = lazy_re(r"发布|发文|成文|更新|印发|主办|来源|责任编辑|浏览|公开|版权|点击|录入|投诉")
_LABELS = {
    NAME: lazy_re(r"(?:事项|项目|服务|许可|审批|业务)名称|事项|办理事项"),
    "设定依据": lazy_re(r".{0,8}依据"),
    "申请条件": lazy_re(r".{0,6}(?:条件|对象|适用范围|受理范围)"),
    MATERIALS: lazy_re(r".{0,8}(?:材料|资料|证件|要件)(?:目录|清单|名称)?"),
    "办理地点": lazy_re(r".{0,6}(?:地点|地址|场所|窗口)"),
    "办理机构": lazy_re(r".{0,6}(?:机构|机关|部门|主体|单位|科室|股室|处室)"),
    "收费标准": lazy_re(r".{0,4}(?:收费|费用).{0,6}"),
    "办理时间": lazy_re(r".{0,6}(?:时限|时间|期限)"),
    "联系电话": lazy_re(r".{0,6}(?:电话|热线|联系方式)"),
    "办理流程": lazy_re(r".{0,6}(?:流程|程序|步骤|环节)图?"),
}
# Where no label says it, one word anywhere is enough: only what is nowhere hinted at is missing.
_TRACES = {
    "设定依据": lazy_re(r"依据|根据《|按照《"),
    "申请条件": lazy_re(r"条件|对象|范围|资格|符合|适用|凡"),
    MATERIALS: lazy_re(r"材料|资料|证件|证明|申请表|复印件|原件|提[交供]"),
    "办理地点": lazy_re(r"地点|地址|窗口|大厅|场所|\d{1,5}号|[楼室]\d|网址|网上办理|https?:|www\."),
    "办理机构": lazy_re(r"机构|机关|部门|主体|单位|[局委厅办科股处站中心]{1,2}(?:负责|受理|办理|审批|审核)|窗口|大厅"),
    "收费标准": lazy_re(r"收费|费用|免费|工本费|缴费|[^\d]\d{1,7}元"),
    "办理时间": lazy_re(r"时限|时间|工作日|期限|\d{1,3}[天日]内|当场|即办|随到随办"),
    "联系电话": lazy_re(r"电话|热线|联系方式|(?<!\d)0\d{2,3}[-—–－]\d{7,8}|(?<!\d)\d{7,8}(?!\d)"),
    "办理流程": lazy_re(r"流程|程序|步骤|环节|办理方式|[→↓—-]{2}"),
}
_VAGUE = lazy_re(
    r"(?:其[他它](?:有关|相关|必要|所需|需要|应当提[交供]|需提[交供])?的?|^(?:有关|相关)的?)(?:申请|证明)?(?:材料|资料|文件|证件)"
    r"(?=[。；;，,、）)]|等|$)"
)
_GUIDE_NAME = lazy_re(r"(?:办事|服务|办理|申办|申请|审批)指南|办事流程|办理流程|办事须知")
_GUIDE_COLUMN = lazy_re(r"(?:办事|服务|办理|申办)(?:指南|流程|须知)")
_LONGEST_NAME = 40
_LONGEST_TRACE = 20_000


class GuideFacts(NamedTuple):
    """A page as a service guide: *labelled* are the kinds of element it labels, *traced* those its text hints at,
    *vague* the vague words among the documents to hand in with their elements. *in_column* says that the last step
    of its trail is a column of guides, *named* that its title says it is one. *length* counts the letters, *closed*
    says that a file or a picture may hold more, *at* is the element that names the page."""

    labelled: tuple[str, ...]
    traced: tuple[str, ...]
    vague: tuple[tuple[str, int], ...]
    in_column: bool
    named: bool
    length: int
    closed: bool
    at: int


def read_guide(page: Page) -> GuideFacts | None:
    """Return what the page says as a guide, None where nothing calls it one or it labels no kind of element."""
    facts = page.facts
    names = [title.text for title in (*facts.titles, *facts.headings)]
    named = any(_GUIDE_NAME.search(name) for name in names if len(name) <= _LONGEST_NAME)
    steps = [crumb.text for crumb in facts.crumbs if crumb.text not in ("正文", "详情", "内容")]
    in_column = bool(steps[-2:]) and any(_GUIDE_COLUMN.search(step) for step in steps[-2:])
    kinds = [(kind_of(label_of(block)), block) for block in page.body]
    labelled = tuple(dict.fromkeys(kind for kind, _ in kinds if kind))
    if not labelled or not (named or in_column or len(labelled) > 2):
        return None
    text = "|".join(block.text for block in page.body)
    traced = tuple(kind for kind, trace in _TRACES.items() if trace.search(text[:_LONGEST_TRACE]))
    at = name_place(facts)
    return GuideFacts(labelled, traced, _vague_in(kinds), in_column, named, len(text), is_closed(facts), at)


def kind_of(label: str) -> str:
    """Return the kind of element that *label* names, ``""`` where it names none."""
    if not label or _NO_LABEL.search(label):
        return ""
    return next((kind for kind, words in _LABELS.items() if words.fullmatch(label)), "")


def _vague_in(kinds: list[tuple[str, Block]]) -> tuple[tuple[str, int], ...]:
    """Return the vague words between the label of the documents and the next label of another kind."""
    found = []
    inside = False
    for kind, block in kinds:
        if kind:
            inside = kind == MATERIALS
        if inside:
            found += [(match[0], block.at) for match in _VAGUE.finditer(block.text)]
    return tuple(found)
