"""GOV0: what govlint says of the run itself. The engine raises these; there is nothing to check on a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Rule, Scope, rule


def _nothing(_subject: Any, _context: Context) -> Iterable[Finding]:
    return ()


def _own(id: str, name: str, severity: Severity, summary: Text, why: Text, remedy: Text) -> Rule:
    made = rule(
        id, name, scope=Scope.RUN, severity=severity, summary=summary, why=why, remedy=remedy, tags=("govlint",)
    )
    return made(_nothing)


UNREAD_FILE = _own(
    "GOV0001",
    "UnreadFile",
    Severity.WARNING,
    Text("文件无法读取，未检查。", "A file could not be read and was not checked."),
    Text("没有读到的文件不能算检查过。", "What was not read cannot count as checked."),
    Text(
        "检查文件权限、符号链接和磁盘，或将其移出目录。",
        "Check permissions, links and the disk, or take the file out of the folder.",
    ),
)
PLUGIN_FAILED = _own(
    "GOV0002",
    "PluginFailed",
    Severity.ERROR,
    Text("插件加载或运行失败，其规则未执行。", "A plugin failed to load or run; its rules did not."),
    Text("少跑了规则的结果不能当作合格。", "A run that lacks rules must not pass for clean."),
    Text(
        "按错误信息修复或更新插件，或用 --no-plugin 明确停用。",
        "Mend or update the plugin, or switch it off with --no-plugin.",
    ),
)
RULE_FAILED = _own(
    "GOV0003",
    "RuleFailed",
    Severity.ERROR,
    Text("规则在某个页面上出错，该页的这条规则没有结论。", "A rule broke on a page and has no answer there."),
    Text("出错的规则没有给出结论，不能当作合格。", "A rule that broke has not passed the page."),
    Text("请把页面和错误信息反馈给规则作者。", "Report the page and the error to the author of the rule."),
)
NOTHING_TO_LINT = _own(
    "GOV0004",
    "NothingToLint",
    Severity.ERROR,
    Text("没有找到可检查的页面。", "No page was found to check."),
    Text("空目录或路径写错时，不能报告“合格”。", "An empty folder or a wrong path must never look clean."),
    Text("检查路径是否指向导出的网站目录。", "Check that the path is the folder of the exported site."),
)
UNUSED_SUPPRESSION = _own(
    "GOV0005",
    "UnusedSuppression",
    Severity.WARNING,
    Text("抑制注释没有作用，或没有写明理由。", "A suppression suppresses nothing, or gives no reason."),
    Text("留着不用的抑制会掩盖以后的问题。", "A suppression left behind hides the faults of tomorrow."),
    Text("删除注释，或写明理由：-- 理由。", "Delete the comment, or give a reason: -- reason."),
)
EXPIRED_SUPPRESSION = _own(
    "GOV0006",
    "ExpiredSuppression",
    Severity.WARNING,
    Text("抑制注释已过期。", "A suppression is past its day."),
    Text("约定的期限已过，问题重新计入。", "The day by which the fault was to be mended has passed; it counts again."),
    Text("整改问题，或写明新的期限 until=YYYY-MM-DD。", "Mend the fault, or set a new day with until=YYYY-MM-DD."),
)
SAVED_ERROR_PAGE = _own(
    "GOV0007",
    "SavedErrorPage",
    Severity.NOTE,
    Text(
        "保存下来的是错误页、防护页或迁移公告，不是正常页面。", "An error, anti-bot or moved page was saved as a page."
    ),
    Text(
        "这类页面不反映栏目内容，内容规则不在其上执行。",
        "Such a page tells nothing of the column; content rules skip it.",
    ),
    Text("重新抓取或导出该页面。", "Export or fetch the page again."),
)
PAGE_CUT = _own(
    "GOV0008",
    "PageCut",
    Severity.WARNING,
    Text(
        "页面过大、嵌套过深或检查超时，只检查了一部分。",
        "A page was too large or too deep, or took too long, and was checked in part.",
    ),
    Text("没有读到、没有查完的部分不能算检查过。", "What was not read or not finished cannot count as checked."),
    Text(
        "拆分页面，检查是否有未闭合的标签；超时的可用 --page-seconds 放宽时限。",
        "Split the page, look for tags that are never closed; allow more time with --page-seconds.",
    ),
)
PART_ALONE = _own(
    "GOV0010",
    "PartOfAPage",
    Severity.NOTE,
    Text(
        "文件只是页面的一部分，没有找到引入它的页面，内容没有检查。",
        "A file is a part of a page; no page was found that brings it in, and its content was not checked.",
    ),
    Text(
        "页头、页脚要放在页面里才能判断：检索的脚本、标签的文字可能在引入它的页面里。",
        "A header is judged in its page: what handles its search box may stand there.",
    ),
    Text(
        "检查整个模板目录或导出的网站目录，或从引入它的页面查起。",
        "Check the whole folder of templates or of the site, or a page that brings it in.",
    ),
)

OWN_RULES = (
    UNREAD_FILE,
    PLUGIN_FAILED,
    RULE_FAILED,
    NOTHING_TO_LINT,
    UNUSED_SUPPRESSION,
    EXPIRED_SUPPRESSION,
    SAVED_ERROR_PAGE,
    PAGE_CUT,
    PART_ALONE,
)
