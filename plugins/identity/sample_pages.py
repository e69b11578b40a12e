"""The small pages that the examples of this package's rules are made of."""

from __future__ import annotations

from govlint.finding import Text, Verdict
from govlint.lint.rule import Example, Expected

_REVIEW = Verdict.REVIEW
PARTY = (
    '<a href="https://bszs.conac.cn/sitename?method=show&amp;id=00AA"><img src="red.png" alt="党政机关网站标识"></a>'
)
PARTY_BY_SCRIPT = (
    """<script>document.write(unescape("%3Cspan id='_ideConac'%3E%3C/span%3E%3Cscript """
    """src='//dcs.conac.cn/js/1.js'%3E%3C/script%3E"));</script>"""
)
ENTRY = (
    '<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4399000017">'
    '<img src="jc.png" alt="我为政府网站找错"></a>'
)
CODE = "网站标识码：4399000017"
ICP = '<a href="https://beian.miit.gov.cn/">湘ICP备99000017号-1</a>'
POLICE = (
    '<a href="https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=43990002000017">'
    "湘公网安备 43990002000017号</a>"
)
SPONSOR = "主办单位：云霁市林业局"
CONTACT = "联系电话：0748-8880017"
MAP = '<a href="wzdt.html">网站地图</a>'
WHOLE_FOOTER = (PARTY, CODE, ICP, POLICE, SPONSOR, CONTACT, ENTRY, MAP)
TAGS = (
    '<meta name="SiteName" content="云霁市林业局"><meta name="SiteDomain" content="lyj.yunji.gov.cn">'
    '<meta name="SiteIDCode" content="4399000017">'
)
COLUMN_TAGS = (
    '<meta name="ColumnName" content="通知公告"><meta name="ColumnType" content="通知公告">'
    '<meta name="ColumnDescription" content="本局通知"><meta name="ColumnKeywords" content="通知,公告">'
)
CONTENT_TAGS = (
    '<meta name="ArticleTitle" content="关于春季植树的通知"><meta name="PubDate" content="2026-01-12 09:30">'
    '<meta name="ContentSource" content="云霁市林业局">'
)


def page(*footer: str, head: str = TAGS, body: str = "<p>今日要闻</p>", title: str = "云霁市林业局") -> str:
    """Return a page: its head on line 2, its body on line 4, each piece of *footer* on a line of its own from 6 on."""
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n'
        '<body><div class="header"><h2>云霁市林业局</h2></div><div class="nav"><a href="index.html">首页</a></div>\n'
        f"{body}\n"
        '<div class="footer">\n' + "\n".join(footer) + "\n</div>\n</body></html>\n"
    )


def footer_without(*left_out: str) -> str:
    """Return a page whose footer holds every mark but *left_out*."""
    return page(*(piece for piece in WHOLE_FOOTER if piece not in left_out))


def mark_examples(lacking: tuple[str, ...], words: str, *forms: tuple[str, str, str]) -> tuple[Example, ...]:
    """Return examples for a mark: a page that lacks it, and one for each of *forms* (titles, markup) that shows it."""
    rest = tuple(piece for piece in WHOLE_FOOTER if piece not in lacking)
    script = '<script src="js/footer.js"></script>'
    return (
        Example(
            Text("页脚没有", "the footer lacks it"),
            {"index.html": page(*rest), "gk.html": page(*rest)},
            (Expected("index.html", 5, 1, f"首页等 2 个页面底部没有{' ' * words[0].isascii()}{words}"),),
        ),
        Example(Text("页脚有", "the footer shows it"), {"index.html": page(*WHOLE_FOOTER)}),
        *(Example(Text(zh, en), {"index.html": page(*rest, markup)}) for zh, en, markup in forms),
        Example(
            Text("页脚由导出文件以外的脚本写出", "a script that is not among the files writes the footer"),
            {"index.html": page().replace("</body>", f"{script}</body>")},
            (Expected("index.html", words=words, verdict=_REVIEW),),
        ),
        Example(
            Text("被其他页面引用的页脚片段", "a fragment that other pages include"),
            {
                "index.html": page(*WHOLE_FOOTER),
                "inc/foot.html": '<div class="footer"><p>主办单位：云霁市林业局</p></div>',
            },
        ),
    )


def small_site(
    home: str = TAGS, column: str = TAGS + COLUMN_TAGS, article: str = TAGS + COLUMN_TAGS + CONTENT_TAGS
) -> dict[str, str]:
    """Return a site of a home page, a column with two articles, and these; the arguments are their tags."""
    trail = (
        '<div class="position">当前位置：<a href="../index.html">首页</a> &gt; <a href="index.html">通知公告</a></div>'
    )
    rows = "".join(
        f'<li><span>2026-01-1{day}</span><a href="t2026011{day}_{day}.html">{title}</a></li>'
        for day, title in ((2, "关于春季植树的通知"), (1, "关于护林防火的通知"))
    )
    listing = f'{trail}<div class="main"><ul class="list">{rows}</ul><div class="page">共 2 条 第 1/1 页</div></div>'
    menu = '<div class="nav"><a href="tzgg/index.html">通知公告</a></div>'
    return {
        "index.html": page(*WHOLE_FOOTER, head=home, body=menu),
        "tzgg/index.html": page(*WHOLE_FOOTER, head=column, body=listing, title="通知公告"),
        "tzgg/t20260112_2.html": page(
            *WHOLE_FOOTER,
            head=article,
            body=f"{trail}<h1>关于春季植树的通知</h1><p>发布时间：2026-01-12 09:30</p><p>各科室请遵照执行。</p>",
            title="关于春季植树的通知",
        ),
        "tzgg/t20260111_1.html": page(
            *WHOLE_FOOTER,
            head=TAGS + COLUMN_TAGS + CONTENT_TAGS.replace("春季植树", "护林防火").replace("12 09", "11 09"),
            body=f"{trail}<h1>关于护林防火的通知</h1><p>发布时间：2026-01-11 09:30</p><p>各科室请遵照执行。</p>",
            title="关于护林防火的通知",
        ),
    }
