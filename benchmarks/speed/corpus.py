"""A made-up export of a government site, the same bytes from the same size: what the benchmarks are run on.

``python -m benchmarks.speed.corpus FOLDER PAGES`` writes ``FOLDER/site`` and ``FOLDER/truth.json``, which names what
was planted. Sizes follow exports: a home page of some 100 KB and 450 links, lists of 35 KB, articles of 20 to 35 KB
with 100 links each; menu and footer the same everywhere; 6 % of the pages in GB2312. 2 % of the links in contents lead
nowhere, each to a file of its own; those from lists of hot articles into a folder that is not there at all, as in
exports that are cut. What looks dead and is not: folders, queries, encoded names, fragments, mail, scripts, links in
comments.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.speed.markup import CHARSET, Column, footer, head, menu, row
from benchmarks.speed.words import Words

_FOLDERS = "zwgk xwzx zwfw hdjl zjyj sjkf zcjd gggs ztzl rsxx czzj yjgl".split()
_NAMES = "政务公开 新闻中心 政务服务 互动交流 走进云霁 数据开放 政策解读 公告公示 专题专栏 人事信息 财政资金 应急管理".split()
TOPS = [Column(folder, name) for folder, name in zip(_FOLDERS, _NAMES, strict=True)]
_DEAD, _GB2312 = 0.02, 0.06
_A_LIST = 30  # articles
_LAST = date(2024, 9, 30)
_PICTURES, _FILES = 60, 40


class Article(NamedTuple):
    """An article: its *path* in the site, its *day* and *title*."""

    path: str
    day: date
    title: str


class _Leaf(NamedTuple):
    """A column without columns below it, and its articles, the newest first."""

    column: Column
    top: Column
    articles: Sequence[Article]


class Corpus:
    """The site of *pages* pages that is written below *folder*."""

    def __init__(self, folder: Path, pages: int) -> None:
        self._folder = folder
        self._random = Random(f"govlint {pages}")
        self._words = Words(self._random)
        self._dead: list[tuple[str, str]] = []
        self._pages = 0
        self._leaves = self._plan(pages)
        self._articles = [article for leaf in self._leaves for article in leaf.articles]
        below = [(top, [leaf.column for leaf in self._leaves if leaf.top == top]) for top in TOPS]
        self._menu, self._footer = menu(below), footer(TOPS)

    def write(self) -> None:
        """Write the site and the list of what is wrong with it."""
        self._assets()
        self._home()
        for top in TOPS:
            self._column(top)
        for leaf in self._leaves:
            self._lists(leaf)
            for article in leaf.articles:
                self._article(article, leaf)
        for name in ("help/index", "about/map", "about/contact"):
            self._page(f"{name}.html", "帮助", '<p id="tel">电话：0748-8880000</p>', (), "utf-8")
        truth = {"pages": self._pages, "dead": self._dead}
        (self._folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")

    # --- what there is ----------------------------------------------------------------------------------------------

    def _plan(self, pages: int) -> list[_Leaf]:
        each = max(2, round(pages**0.5 / 16))
        leaves = [(top, number) for top in TOPS for number in range(each)]
        lists = max(len(leaves), pages // (_A_LIST + 3))
        share, more = divmod(pages - 1 - len(TOPS) - lists, len(leaves))
        return [self._leaf(top, number, share + (at < more), at) for at, (top, number) in enumerate(leaves)]

    def _leaf(self, top: Column, number: int, articles: int, at: int) -> _Leaf:
        column = Column(f"{top.folder}/lm{number:02}", f"{top.name[:2]}{self._words.column()}")
        day = _LAST - timedelta(days=900 if at % 20 == 7 else self._random.randrange(9))
        found = []
        for one in range(articles):
            day -= timedelta(days=self._random.randrange(6))
            path = f"{column.folder}/{day:%Y%m}/t{day:%Y%m%d}_{at * 10_000 + one}.html"
            found.append(Article(path, day, self._words.title()))
        return _Leaf(column, top, found)

    # --- pages ------------------------------------------------------------------------------------------------------

    def _home(self) -> None:
        path = "index.html"
        parts = [
            '<div class="search"><form action="#" onsubmit="return false"><input type="text" name="q" value="请输入关键字">'
            '<input type="button" value="搜索"></form></div>\n'
        ]
        for block in range(30):
            leaf = self._leaves[block % len(self._leaves)]
            parts.append(
                f'<div class="block tab{block}"><h2><a href="/{leaf.column.folder}/">{leaf.column.name}</a></h2><ul>\n'
            )
            for number in range(11):
                article = leaf.articles[number] if number < len(leaf.articles) else self._any()
                href = self._link(path, f"{'/.'[number % 2]}/{article.path}".replace("//", "/"), "./news/{}.html")
                parts.append(row(href, article.title, f"{article.day:%m-%d}"))
            parts.append("</ul></div>\n")
        parts += [
            f'<a href="/{top.folder}/"><img src="images/p{number}.png" alt="{top.name}"></a>\n'
            for number, top in enumerate(TOPS * 2)
        ]
        self._page(path, "云霁市人民政府", "".join(parts), (), "utf-8")

    def _column(self, top: Column) -> None:
        path = f"{top.folder}/index.html"
        parts = [f"<h1>{top.name}</h1>"]
        for leaf in (leaf for leaf in self._leaves if leaf.top == top):
            name = leaf.column.folder.rpartition("/")[2]
            parts.append(f'<div class="block"><h3><a href="{name}/">{leaf.column.name}</a></h3>')
            parts.append(f'<a class="more" href="./{name}/index.html">更多</a><ul>\n')
            for article in leaf.articles[:5]:
                target = self._link(path, article.path.removeprefix(f"{top.folder}/"), name + "/{}.html")
                parts.append(row(target, article.title, article.day.isoformat()))
            parts.append("</ul></div>\n")
        self._page(path, top.name, "".join(parts), [("ColumnName", top.name)], "utf-8")

    def _lists(self, leaf: _Leaf) -> None:
        pages = [leaf.articles[at : at + _A_LIST] for at in range(0, len(leaf.articles), _A_LIST)] or [()]
        for number, articles in enumerate(pages):
            path = f"{leaf.column.folder}/{_index(number)}"
            parts = [self._trail("../", leaf), '<div class="left"><ul class="side">\n']
            parts += [
                f'<li><a href="../../{one.column.folder}/">{one.column.name}</a></li>\n' for one in self._leaves[:12]
            ]
            parts.append('</ul></div><div class="right"><ul class="list">\n')
            for article in articles:
                parts.append(
                    row(
                        f"./{article.path.removeprefix(leaf.column.folder + '/')}",
                        article.title,
                        article.day.isoformat(),
                    )
                )
            for _ in range(12):
                other = self._any()
                parts.append(
                    row(self._link(path, f"../../{other.path}", "./{}.html"), other.title, other.day.isoformat())
                )
            parts.append('</ul><div class="pages">')
            parts += [
                f'<a href="{_index(at)}">{at + 1}</a>\n'
                for at in range(max(0, number - 5), min(len(pages), number + 6))
            ]
            parts.append('</div></div><div class="hot"><h3>热点</h3><table><tbody>\n')
            for _ in range(20):
                other = self._any()
                href = self._link(path, f"/{other.path}", "/hot/{}.html")
                parts.append(f'<tr><td><p><a href="{href}">{other.title}</a></p></td><td>{other.day}</td></tr>\n')
            parts.append("</tbody></table></div>")
            metas = [("ColumnName", leaf.column.name), ("ColumnType", "信息公开")]
            self._page(path, leaf.column.name, "".join(parts), metas, self._encoding())

    def _article(self, article: Article, leaf: _Leaf) -> None:
        path = article.path
        parts = [
            self._trail("../../", leaf),
            f'<div class="text"><h1>{article.title}</h1><div class="from"><span>发布时间：{article.day}</span>'
            '<span>来源：市政府办公室</span><span>[<a href="#" onclick="size(18)">大</a> <a href="#text">中</a> '
            '<a href="javascript:size(12)">小</a>]</span></div>\n<div class="TRS_Editor" id="text">\n',
        ]
        for _ in range(self._random.randint(8, 16)):
            parts.append(self._paragraph(path))
        if self._random.random() < 0.3:
            cells = "".join(f"<td><p>{self._words.column()}</p></td>" for _ in range(4))
            parts.append(f'<table border="1" class="data"><tbody>{f"<tr>{cells}</tr>" * 8}</tbody></table>\n')
        parts.append("</div>\n" + self._attachments(path))
        parts.append('<div class="also"><h3>相关信息</h3><ul class="list">\n')
        for number in range(12):
            other = self._random.choice(leaf.articles) if number % 2 else self._any()
            near = other.path.startswith(f"{leaf.column.folder}/")
            target = "../" + other.path.removeprefix(f"{leaf.column.folder}/") if near else f"../../../{other.path}"
            href = self._link(path, target, "../{}.html")
            quotes = "'" if number == 7 else '"'
            parts.append(row(href, other.title, str(other.day), quote=quotes, closed=number % 5 != 0))
        parts.append("</ul></div></div>")
        metas = [
            ("ColumnName", leaf.column.name), ("ColumnType", "信息公开"), ("ArticleTitle", article.title),
            ("PubDate", f"{article.day} 10:20"), ("ContentSource", "市政府办公室"), ("Author", "管理员"),
            ("Keywords", article.title[:8]), ("Description", article.title), ("Url", f"/{path}"),
        ]  # fmt: skip
        self._page(path, f"{article.title}_{leaf.column.name}", "".join(parts), metas, self._encoding())

    def _paragraph(self, path: str) -> str:
        text, chance = self._words.paragraph(), self._random.random()
        before = ""
        if chance < 0.15:
            other = self._any()
            text += f'（见<a href="{self._link(path, f"/{other.path}", "/zwgk/{}.html")}">{other.title}</a>）'
        elif chance < 0.25:
            source = self._link(path, f"/images/p{self._random.randrange(_PICTURES)}.png", "./W{}.png")
            before = f'<p align="center"><img src="{source}" width="600" border="0" alt="图片"></p>\n'
        style = "text-align:justify;text-indent:2em;line-height:1.75"
        return f'{before}<p style="{style}"><span style="font-family:宋体"><font size="3">{text}</font></span></p>\n'

    def _attachments(self, path: str) -> str:
        parts = ['<div class="files"><strong>附件：</strong><ul>']
        for number in range(self._random.randrange(3)):
            target = f"/files/{quote('附件')}.pdf"
            if self._random.random() > 0.1:
                target = self._link(path, f"/files/P{self._random.randrange(_FILES)}.pdf", "./P{}.doc")
            parts.append(f'<li><a href="{target}">附件{number + 1}</a></li>')
        return "".join(parts) + "</ul></div>\n"

    # --- parts ------------------------------------------------------------------------------------------------------

    def _trail(self, up: str, leaf: _Leaf) -> str:
        return (
            f'<div class="crumb">当前位置：<a href="/">首页</a>&gt;<a href="{up}">{leaf.top.name}</a>&gt;'
            f'<a href="/{leaf.column.folder}/">{leaf.column.name}</a></div>\n'
        )

    def _any(self) -> Article:
        return self._random.choice(self._articles)

    def _link(self, page: str, target: str, dead: str) -> str:
        """Return *target*, or (2 %) one that does not exist, made of *dead* and noted."""
        if self._random.random() >= _DEAD:
            return target
        target = dead.format(f"gone{len(self._dead)}")
        self._dead.append((page, target))
        return target

    def _encoding(self) -> str:
        return "gb2312" if self._random.random() < _GB2312 else "utf-8"

    def _page(self, path: str, title: str, body: str, metas: Sequence[tuple[str, str]], encoding: str) -> None:
        text = f'{head(title, metas)}<body>\n{self._menu}<div class="main"><div class="w">\n{body}\n</div></div>\n{self._footer}</body>\n</html>\n'
        self._put(path, text.replace(CHARSET, encoding).encode(encoding))
        self._pages += 1

    def _assets(self) -> None:
        for number in range(_PICTURES):
            self._put(f"images/p{number}.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
        self._put("images/police.png", b"\x89PNG\r\n\x1a\n")
        for number in range(_FILES):
            self._put(f"files/P{number}.pdf", b"%PDF-1.4\n%%EOF\n")
        self._put("files/附件.pdf", b"%PDF-1.4\n%%EOF\n")
        self._put("style/main.css", b".w{width:1200px;margin:0 auto}\n" * 200)
        self._put("style/page.css", b".d{float:right;background:url(../images/p1.png)}\n" * 200)
        self._put("script/tools.js", b"function size(n){return n+1}\n" * 3000)

    def _put(self, path: str, data: bytes) -> None:
        file = self._folder / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _index(number: int) -> str:
    return f"index_{number}.html" if number else "index.html"


def main() -> None:
    """Write the corpus that the command line names."""
    Corpus(Path(sys.argv[1]), int(sys.argv[2])).write()


if __name__ == "__main__":
    main()
