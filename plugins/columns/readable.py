"""Whether the files of a site tell what columns it has: where they do not, nothing may be called missing."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.facts import PageFacts, Role
from govlint.site.model import ColumnState, TargetKind
from govlint.site.site import Site

_FEWEST_NAMES = 8
_MANY_TARGETS = 10
# A column in one of these states shows its sub-columns in the files; behind the others they cannot be seen.
_OPEN_STATES = frozenset((ColumnState.FILLED, ColumnState.BLANK, ColumnState.PLACEHOLDER))


def why_unreadable(site: Site) -> Text | None:
    """Say why the columns of *site* cannot be read from its home page, and what would help; None where they can."""
    home = site.pages.get(site.home.path)
    if home is None:
        return Text(
            "没有找到首页，无法知道有哪些栏目；请用完整导出的文件检查，或指定首页。",
            "No home page was found, so the columns are unknown; check a whole export, or name the home page.",
        )
    if site.facts.partial:
        return Text(
            "只检查了部分文件，栏目可能在其他文件里；请用完整导出的文件检查。",
            "Only some of the files were checked and the column may be in others; check a whole export.",
        )
    if home.role is not Role.PAGE:
        return Text(
            f"首页文件不是正常页面（{home.role_reason or home.role}），看不到导航；请重新导出首页。",
            f"The home page's file is no proper page ({home.role_reason or home.role}); export the home page again.",
        )
    if _filled_by_script(home):
        return Text(
            "首页导航由脚本或模板生成，文件里看不到栏目名称；请用浏览器打开首页核对。",
            "Script or a template makes the home page's menu, so files show no names; look at it in a browser.",
        )
    if _mostly_absent(site, home):
        return Text(
            "首页链接的页面多数不在文件里，栏目可能在缺少的页面上；请用完整导出的文件检查。",
            "Most pages that the home page links to are not in the files; check a whole export.",
        )
    return None


def why_hidden(site: Site, parent: str) -> Text | None:
    """Say why columns under the concept *parent* cannot be seen though it exists; None where they can."""
    parents = site.columns_of(parent) if parent else ()
    if not parents or any(column.state in _OPEN_STATES for column in parents):
        return None
    name = parents[0].name
    return Text(
        f"上级栏目“{name}”的内容不在文件里（外部平台、脚本生成或未导出），请打开该栏目核对。",
        f"The content of its parent “{name}” is not in the files (another host, script, not exported); look there.",
    )


def _filled_by_script(home: PageFacts) -> bool:
    dated = {item.link for item in home.items if item.day is not None}
    links = [link for number, link in enumerate(home.links) if link.tag == "a" and number not in dated]
    names = {link.text for link in links if link.text}
    scripted = home.script.loaders or home.script.writes or any(link.tag == "script" for link in home.links)
    return len(names) < _FEWEST_NAMES and bool(scripted)


def _mostly_absent(site: Site, home: PageFacts) -> bool:
    targets = {site.target(home.path, link) for link in home.links if link.tag in ("a", "area")}
    here = sum(target.kind in (TargetKind.PAGE, TargetKind.FILE) for target in targets)
    absent = sum(target.kind is TargetKind.MISSING for target in targets)
    return here + absent >= _MANY_TARGETS and absent > here
