"""The GOV0 findings of a run: what was not read, what broke, what was cut, what is not a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from govlint.finding import Finding, Text
from govlint.lint import own_rules
from govlint.lint.budget import TIME_LIMIT
from govlint.lint.examine import Examined, stamp
from govlint.lint.result import Broken
from govlint.lint.rule import Rule, fail, review
from govlint.page.facts import Role
from govlint.source.model import Unread

_Made = Iterator[tuple[Rule, Finding]]


def own_findings(
    rules: Collection[str],
    examined: Iterable[Examined],
    unread: Iterable[Unread],
    broken: Iterable[Broken],
    home: str,
    name: str,
    *,
    single: bool = False,
) -> list[Finding]:
    """Return what govlint says of the run itself, as far as the rules of that kind are among *rules* (ids).

    What belongs to no page stands on *home*, the path of the home page; *name* is that of the target.
    *single* says that the files were named one by one: of those that are parts of a page it is said, too.
    """
    pages = list(examined)
    made = [*_unread(unread, name), *_broken(broken, home), *_pages(pages), *(_parts(pages) if single else ())]
    if not any(one.facts is not None for one in pages):
        message = Text("没有找到可检查的页面，请检查路径。", "No page was found to check; look at the path.")
        made.append((own_rules.NOTHING_TO_LINT, fail(message, "", key="nothing")))
    return [stamp(finding, rule) for rule, finding in made if rule.id in rules]


def _unread(unread: Iterable[Unread], name: str) -> _Made:
    for path, reason, partly in unread:
        lost = Text("其余内容未检查", "the rest was not checked") if partly else Text("未检查", "it was not checked")
        shown = path or name
        message = Text(f"“{shown}”{reason.zh}，{lost.zh}。", f"“{shown}” {reason.en}; {lost.en}.")
        yield own_rules.UNREAD_FILE, fail(message, path, key=path)


def _broken(broken: Iterable[Broken], home: str) -> _Made:
    for rule_id, plugin, path, error in broken:
        if rule_id:
            message = Text(f"规则 {rule_id} 出错：{error}。", f"Rule {rule_id} failed: {error}.")
            yield own_rules.RULE_FAILED, fail(message, path or home, key=f"{rule_id} {error}")
        else:
            message = Text(f"插件“{plugin}”失败：{error}。", f"Plugin “{plugin}” failed: {error}.")
            yield own_rules.PLUGIN_FAILED, fail(message, path or home, key=f"{plugin} {error}")


def _pages(pages: Iterable[Examined]) -> _Made:
    for one in pages:
        if one.cut:
            yield own_rules.PAGE_CUT, fail(_cut_words(one.cut), one.path, key=one.cut)
        if one.facts is not None and one.facts.role is Role.ERROR:
            reason = one.facts.role_reason
            message = Text(
                f"这里保存的是错误页或提示页（{reason}），内容规则已跳过。",
                f"An error or notice page is stored here ({reason}); content rules skipped it.",
            )
            yield own_rules.SAVED_ERROR_PAGE, fail(message, one.path, key="saved-error-page")


def _parts(pages: Iterable[Examined]) -> _Made:
    for one in pages:
        if one.facts is not None and one.facts.role is Role.FRAGMENT:
            message = Text(
                "只是页面的一部分，没有找到引入它的页面，内容没有检查。",
                "This is a part of a page; no page was found that brings it in, and its content was not checked.",
            )
            reason = Text(
                "请检查整个目录，或从引入它的页面查起。", "Check the whole folder, or a page that brings it in."
            )
            yield own_rules.PART_ALONE, review(message, one.path, key="part", reason=reason)


def _cut_words(cut: str) -> Text:
    if TIME_LIMIT in cut:
        return Text(
            f"检查这个文件超时（{cut}），其余检查已跳过；请拆分文件，或用 --page-seconds 放宽时限。",
            f"The file took too long ({cut}); the rest was skipped: split it, or allow more with --page-seconds.",
        )
    return Text(f"页面没有读完（{cut}），其余部分未检查。", f"The page was cut ({cut}); the rest was not checked.")
