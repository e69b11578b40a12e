"""Breadcrumb trails in the shapes that real sites have."""

from __future__ import annotations

import pytest

from govlint.page.breadcrumbs import find_trail, mark_trail
from govlint.page.draft import Draft
from govlint.page.facts import Zone
from govlint.page.parse import parse
from govlint.page.walk import walk

HOME = "<a href=/>首页</a>"
COLUMN = "<a href=/zwgk/>政务公开</a>"


def walked(html: str) -> Draft:
    tree = parse(html)
    return walk(tree.tops, tree.text)


def trail(html: str) -> str:
    """The steps of the trail, those without a link with a star."""
    found = find_trail(walked(html))
    return " > ".join(crumb.text + "*" * (crumb.link < 0) for crumb in found.crumbs) if found else ""


@pytest.mark.parametrize(
    "html",
    [
        f"<div>当前位置：{HOME}&nbsp;>&nbsp;{COLUMN}</span></div>",
        f"<div>您当前所在位置：{HOME}&nbsp;&raquo;&nbsp;{COLUMN}</div>",
        f"<div><span>您现在的位置：</span>{HOME}>>{COLUMN}</div>",
        f"<table><tr><td>您的位置：</td><td>{HOME}</td><td>-</td><td>{COLUMN}</td></tr></table>",
        f"<ul><li>您的位置：</li><li>{HOME}</li><li>{COLUMN}</li></ul>",
        f"<div><em>您的位置:{HOME}&gt;{COLUMN}</em></div>",
        f"<p>您当前的位置是：{HOME} / {COLUMN}</p>",
        f"<p>所在位置：{HOME}<img src=arrow.gif>{COLUMN}</p>",
        f"<div class=breadcrumb>{HOME} | {COLUMN}</div>",
        f"<div id=dqwz><i></i>{HOME}{COLUMN}</div>",
        f"<div>{HOME} > {COLUMN}</div>",
    ],
)
def test_two_linked_steps(html: str) -> None:
    assert trail(f"<body><div class=nav>{COLUMN}</div>{html}<div><a href=a>文章</a></div></body>") == "首页 > 政务公开"


@pytest.mark.parametrize(
    ("html", "steps"),
    [
        (f"<div>当前位置：{HOME}> 通知公告</div>", "首页 > 通知公告*"),
        ("<div>当前位置：首页>机构简介>单位简介</div>", "首页* > 机构简介* > 单位简介*"),
        ("<ul><li>您的位置：</li><li>首页 ></li><li>工作动态</li></ul>", "首页* > 工作动态*"),
        ("<div>您当前的位置是：意见箱</div><div><a href=a>甲</a> > <a href=b>乙</a></div>", "意见箱*"),
        (f"<div>当前位置：{HOME} > {COLUMN} <span class=f>字体：大 小</span></div>", "首页 > 政务公开"),
    ],
)
def test_the_last_step_is_often_plain_text(html: str, steps: str) -> None:
    assert trail(f"<body>{html}</body>") == steps


@pytest.mark.parametrize(
    "html",
    [
        "<p>地理位置：位于河南省东部</p>",
        "<p>该企业所在位置优越，交通便利，物产丰富。</p>",
        f"<div class=nav>{HOME} | {COLUMN}</div>",
        "<div class=position>职位空缺</div>",
        "<p>当前位置：</p>" + "<p>正文</p>" * 80,
    ],
)
def test_what_is_no_trail(html: str) -> None:
    assert trail(f"<body>{html}</body>") == ""


def test_the_trail_is_a_zone_of_its_own() -> None:
    draft = walked(
        f"<body><div class=header>x</div><div class=main><p>当前位置：{HOME} > {COLUMN}</p><p>正文</p></div></body>"
    )
    found = find_trail(draft)
    assert found is not None
    mark_trail(draft, found)
    zones = {run.text: run.zone for run in draft.runs}
    assert zones["首页"] is zones["当前位置："] is Zone.BREADCRUMB
    assert zones["正文"] is Zone.MAIN
    assert [link.zone for link in draft.links] == [Zone.BREADCRUMB] * 2
