"""GOV1006 DuplicateColumn: the same column twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from govlint.finding import Finding, Location, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.site.site import Site

from .alike import twins
from .sample_pages import FILLED, article_page, column_page, home_page

_ROWS = "".join(
    f'<li><span>2017-03-{day}</span><a href="../tzgg/t{day}.html">关于第{day}号事项的通知</a></li>\n'
    for day in range(20, 26)
)
_ARTICLES = {f"tzgg/t{day}.html": article_page(f"关于第{day}号事项的通知") for day in range(20, 26)}
_REASON = Text(
    "两个栏目的上下级关系看不出来，其中一个可能汇总另一个的内容；打开两个栏目核对即可判断。",
    "Files do not tell whether one stands below the other and is only summed up there; open both.",
)
_HERE = Text("与它重复的栏目", "the column that it doubles")


def _site(name: str, rows: str) -> dict[str, str]:
    return {
        "index.html": home_page({"通知公告": "./tzgg/", name: "./gggs/"}),
        "tzgg/index.html": column_page("通知公告", f'<ul class="list">\n{_ROWS}</ul>'),
        "gggs/index.html": column_page(name, rows),
        **_ARTICLES,
    }


EXAMPLES = (
    Example(
        Text("两个栏目列出同样的内容", "two columns list the same items"),
        _site("公告公示", f'<ul class="list">\n{_ROWS}</ul>'), (Expected("gggs/index.html", 1, 1, "公告公示"),),
    ),
    Example(
        Text("导航里有两个同名栏目", "two columns of one name in the menu"),
        {**_site("公告公示", FILLED), "index.html": home_page({"通知公告": "./tzgg/"}).replace(
            "</ul>", '<li><a href="./gggs/">通知公告</a></li>\n</ul>'
        ), "gggs/index.html": column_page("通知公告", FILLED)},
        (Expected("gggs/index.html", 1, 1, "通知公告"),),
    ),
    Example(Text("内容不同的两个栏目", "two columns with items of their own"), _site("公告公示", FILLED)),
)  # fmt: skip


@rule(
    "GOV1006",
    "DuplicateColumn",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("栏目重复：同级同名，或者列出同样的内容。", "The same column twice: one name, or the same items."),
    why=Text(
        "重复的栏目要更新两遍，日子一长总有一个停下来；公众也不知道该看哪一个。",
        "A doubled column has to be kept up twice until one is forgotten, and readers cannot tell the two apart.",
    ),
    remedy=Text(
        "合并为一个栏目，删除另一个和指向它的链接，或者让它跳转过去。",
        "Merge them; delete the other one with the links to it, or let it redirect.",
    ),
    basis=("guideline-2017:needless-columns",),
    examples=EXAMPLES,
)
def duplicate_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every column of *site* that doubles an earlier one, a review where it may be its part."""
    for pair in twins(site):
        first, second = pair.first, pair.second
        zh = f"列出的内容相同（{pair.rows} 条）" if pair.by == "items" else "同级同名"
        en = f"list the same {pair.rows} items" if pair.by == "items" else "have one name in one place"
        message = Text(
            f"栏目“{second.name}”和“{first.name}”{zh}，请合并为一个。",
            f"The columns “{second.name}” and “{first.name}” {en}; merge them.",
        )
        answer = fail if pair.is_level else partial(review, reason=_REASON)
        yield answer(
            message, second.path, key=second.path, related=(Location(first.path, note=_HERE),), column=second.name,
            other=first.name, concept=" ".join(sorted(second.concepts)), by=pair.by,
        )  # fmt: skip
