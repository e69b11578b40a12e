"""Facts travel between processes: they must come out as they went in."""

from __future__ import annotations

import pickle
from datetime import date

from govlint.page.read import read_page

PAGE = """<html lang="zh-CN"><head><title>通知公告</title><meta name="SiteName" content="云霁市林业局"></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a/" onclick="go()">公开</a></li></ul></div>
<form action="/s"><input name="q"><button>搜索</button></form>
<ul class="list"><li><a href="1.html">通知一</a>2024-05-06</li><li><a href="2.html">通知二</a>2024-05-07</li></ul>
<script>document.write("<a href='x.html'>x</a>")</script></body></html>"""


def test_facts_of_a_page_come_back_equal_and_of_the_same_types() -> None:
    facts = read_page("a.html", PAGE.encode(), captured=date(2024, 6, 1)).facts
    back = pickle.loads(pickle.dumps(facts))
    assert back == facts
    assert facts.items
    assert facts.controls
    for name in ("links", "runs", "items", "boxes", "metas", "controls", "titles"):
        assert [type(row) for row in getattr(back, name)] == [type(row) for row in getattr(facts, name)]


def test_empty_facts_come_back_equal() -> None:
    facts = read_page("a.html", b"").facts
    assert pickle.loads(pickle.dumps(facts)) == facts
