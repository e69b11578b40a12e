"""Findings about boxes: a judgement put into words, with what is missing and what to do about it."""

from __future__ import annotations

from govlint.finding import Finding, Text
from govlint.lint.rule import fail, review

from .box_cases import Case
from .box_state import Why

_ADVICE = Text("请接上检索程序，或者去掉这个控件", "connect it to a search program or take it away")

_FAILS = {
    Why.NO_ACTION: Text(
        "表单没有提交地址，也没有脚本处理",
        "its form has no address and no script takes care of it",
    ),
    Why.BLOCKED: Text(
        "表单的 onsubmit 只返回 false，也没有脚本处理",
        "its form's onsubmit only returns false, and no script takes care of it",
    ),
    Why.NO_HANDLER: Text(
        "既不提交表单，也没有脚本处理",
        "it sends no form and no script takes care of it",
    ),
    Why.UNDEFINED: Text(
        "调用的函数“{}”在页面和脚本中都没有定义",
        "it calls “{}”, which neither the page nor a script defines",
    ),
    Why.IDLE: Text(
        "按下后运行的代码什么也不做",
        "the code it runs does nothing",
    ),
    Why.UNNAMED: Text(
        "文本框没有 name 属性，检索词不会提交",
        "its text field has no name, so the words are not sent",
    ),
}
_DOUBTS = {
    Why.OUTSIDE_SCRIPT: Text(
        "可能由不在导出文件中的脚本“{}”处理",
        "the script “{}”, which is not among the files, may take care of it",
    ),
    Why.SCRIPT_HINT: Text(
        "页面脚本可能处理它（{}）",
        "a script of the page may take care of it ({})",
    ),
    Why.OPEN_PAGE: Text(
        "页面有未展开的引用或模板标签，可能带来处理它的脚本",
        "an include or template tag of the page may bring in the script that takes care of it",
    ),
    Why.PROGRAM_PAGE: Text(
        "页面由程序生成，表单可能提交给页面自身",
        "the page comes from a program that may answer its own form",
    ),
    Why.TARGET_MISSING: Text(
        "表单提交到的页面“{}”不在导出文件中",
        "the page “{}” its form is sent to is not among the files",
    ),
    Why.ONLY_ENTER: Text(
        "按钮本身没有可见的作用，只有按回车才会提交",
        "the button does nothing to be seen; only the Enter key may send the form",
    ),
}


def lifeless(case: Case, kind: Text) -> Finding:
    """Return the fault that the box of *case*, a *kind* of control, does nothing."""
    label, what = case.box.label, _filled(_FAILS[case.judgement.why], case.judgement.detail)
    message = Text(
        f"{kind.zh}“{label}”没有实际功能：{what.zh}。{_ADVICE.zh}。",
        f"The {kind.en} “{label}” does nothing: {what.en}; {_ADVICE.en}.",
    )
    why, pages = case.judgement.why.value, len(case.places)
    return fail(message, case.path, case.at, key=case.key, related=case.related, why=why, pages=pages)


def undecided(case: Case, kind: Text) -> Finding:
    """Return the review of the box of *case*, a *kind* of control: the files do not tell whether it works."""
    label, what = case.box.label, _filled(_DOUBTS[case.judgement.why], case.judgement.detail)
    message = Text(
        f"无法判定{kind.zh}“{label}”能否使用：{what.zh}，请在线上网站试一次。",
        f"Whether the {kind.en} “{label}” works cannot be told: {what.en}; try it on the live site.",
    )
    reason = Text(f"{what.zh}；在线上网站试一次即可判定。", f"{what.en}; one try on the live site decides it.")
    why, pages = case.judgement.why.value, len(case.places)
    return review(message, case.path, case.at, key=case.key, reason=reason, related=case.related, why=why, pages=pages)


def _filled(text: Text, detail: str) -> Text:
    name = shortened(detail) or "search"
    return Text(text.zh.format(name), text.en.format(name))


def shortened(detail: str) -> str:
    """Return an address or a name as a message can hold it: at most 40 characters, the end kept longer."""
    return detail if len(detail) <= 40 else f"{detail[:12]}…{detail[-27:]}"
