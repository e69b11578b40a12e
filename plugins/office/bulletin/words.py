"""The words of the bulletin's page, in both languages; the Word document has its own in its template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from govlint.finding import Text

from ..word import TO_WRITE

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "kicker": Text("政府网站检查", "Inspection of government websites"),
        "title": Text("政府网站检查情况通报", "Bulletin on government websites"),
        "skip": Text("跳到正文", "Skip to the text"),
        "contents": Text("目录", "Contents"),
        "days": Text("判定日期", "Judged as of"),
        "checked": Text("检查网站", "Sites"),
        "checked-of": Text("应检查 {0} 个，已检查 {1} 个", "{1} of {0} inspected"),
        "pages": Text("检查页面", "Pages"),
        "standards": Text("依据", "Judged by"),
        "overall": Text("总体情况", "Overall"),
        "outcome": Text(
            "已检查的 {0} 个网站中，合格 {1} 个，不合格 {2} 个（其中单项否决 {3} 个），待定 {4} 个",
            "Of {0} sites inspected {1} pass, {2} fail ({3} of them by a veto), {4} are open",
        ),
        "outcome-unscored": Text("，未评分 {0} 个。", ", {0} are not scored."),
        "outcome-end": Text("。", "."),
        "rate": Text("合格率 {0}。", "Pass rate {0}."),
        "open": Text(
            "“待定”不是合格：文件不能判定的指标可能改变结论，须人工核实。",
            "Open is no pass: rows that files cannot decide may turn the verdict; a person must look.",
        ),
        "mixed": Text(
            "注意：结果出自 govlint 的不同版本，不宜直接比较。",
            "Note: the results come from several versions of govlint; compare them with care.",
        ),
        "verdict": Text("结论", "Verdict"),
        "sites": Text("网站数", "Sites"),
        "share": Text("占比", "Share"),
        "before": Text("上次", "Before"),
        "now": Text("本次", "Now"),
        "before-as-of": Text("上次检查（{0}）", "before ({0})"),
        "regions": Text("各地区情况", "By region"),
        "kinds": Text("各类网站情况", "By kind of site"),
        "region": Text("地区", "Region"),
        "kind": Text("网站类别", "Kind"),
        "qualified": Text("合格", "Pass"),
        "undecided": Text("待定", "Open"),
        "failing-count": Text("不合格", "Fail"),
        "unscored": Text("未评分", "Unscored"),
        "absent": Text("未检查", "Not inspected"),
        "pass-rate": Text("合格率", "Pass rate"),
        "problems": Text("主要问题", "Faults"),
        "class-lead": Text(
            "{0} 个网站（占已检查的 {2}），共 {1} 项。", "{0} sites ({2} of those inspected), {1} faults."
        ),
        "class-before": Text("上次 {0} 个网站。", "{0} sites before."),
        "class-about": Text("包括：{0}。", "Counted here: {0}."),
        "class-none": Text("没有发现此类问题。", "None was found."),
        "faults": Text("问题数", "Faults"),
        "what": Text("问题", "What"),
        "none-inspected": Text("没有检查成任何网站。", "No site was inspected."),
        "frequent": Text("最常见的问题", "Most frequent faults"),
        "frequent-more": Text("另有 {0} 类问题没有列出。", "{0} further kinds of fault are not listed."),
        "level": Text("级别", "Severity"),
        "of-sites": Text("个网站", "sites"),
        "failing": Text("不合格网站", "Sites that fail"),
        "failing-none": Text("没有仅凭文件即可判定为不合格的网站。", "The files alone fail no site."),
        "code": Text("网站标识码", "Code"),
        "score": Text("得分", "Total"),
        "reasons": Text("单项否决指标或原因", "Vetoes, or why"),
        "repeats": Text("反复出现问题的网站", "Repeat offenders"),
        "since": Text(
            "与上次检查（{0}）相比，两次都有结果的 {1} 个网站：已整改 {2} 项，新出现 {3} 项，仍存在 {4} 项。",
            "Since {0}, at {1} sites with results in both: {2} faults mended, {3} new, {4} standing.",
        ),
        "since-unlike": Text(
            "另有 {0} 项的规则只在其中一次运行，不作比较。", "{0} further faults are of rules that ran only once."
        ),
        "since-gone": Text("本次没有的网站 {0} 个，新增的网站 {1} 个。", "{0} sites are gone, {1} are new."),
        "repeats-lead": Text("两次都有“错误”级别问题的网站 {0} 个。", "{0} sites have errors in both."),
        "mended": Text("已整改", "Mended"),
        "new": Text("新出现", "New"),
        "standing": Text("仍存在", "Standing"),
        "no-earlier": Text("没有给出上次检查的结果，无从比较。", "There is no earlier batch to compare with."),
        "good": Text("较好的网站", "Good examples"),
        "good-lead": Text(
            "全部文件都已读取，没有发现错误和警告的网站 {0} 个。是否作为好的典型通报，由检查单位核实后决定。",
            "{0} sites were read in full and show neither errors nor warnings. The office decides whom to commend.",
        ),
        "good-none": Text("没有这样的网站。", "There is none."),
        "notes": Text("提示", "Notes"),
        "reviews": Text("待核", "To review"),
        "unread": Text("未能检查和没有读全的网站", "Sites not inspected, or not in full"),
        "unread-lead": Text("没有检查成的网站，不计入任何结论：", "Not inspected, and so without a verdict:"),
        "partly-lead": Text("没有读全的网站，结论只依据读到的部分：", "Not read in full; judged by what was read:"),
        "unread-none": Text("全部网站都已读全。", "All sites were read in full."),
        "reason": Text("原因", "Why"),
        "demands": Text("工作要求", "What is asked"),
        "demands-lead": Text("针对最常见的问题：", "For the most frequent faults:"),
        "demands-rest": Text(
            "整改期限、反馈方式、责任追究和联系人", "Deadline, how to answer, who is answerable, whom to ask"
        ),
        "beyond": Text("不能由文件判断的情况", "What files cannot tell"),
        "beyond-text": Text(
            "检查只依据导出的文件。站点能否访问、打开是否及时、咨询留言的答复时限、办事能否办成，须另行在线检查",
            "Only exported files were inspected. Whether a site can be reached, and answers in time, is seen online",
        ),
        "to-write": Text(TO_WRITE, "[to be written]"),
        "number": Text("序号", "No."),
        "site": Text("网站", "Site"),
        "more": Text(
            "另有 {0} 个没有列出；全部名单见 govlint survey --format csv。",
            "{0} more are not listed; govlint survey --format csv has all.",
        ),
        "footer": Text(
            "本页由 govlint 根据批量检查的结果生成，供检查单位核实、补充后使用。",
            "Made by govlint of the results of a batch, for the office to verify and complete.",
        ),
    }
)
