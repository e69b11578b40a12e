"""What pages have alike is held once, and nothing else is changed."""

from __future__ import annotations

import pickle
from datetime import date

from govlint.lint.kept.sharing import Sharing
from govlint.page.facts import PageFacts
from govlint.page.read import read_page
from govlint.page.table import bodies

PAGE = """<html><head><title>{n}</title><meta name="SiteName" content="某市"></head><body><ul class="menu">
<li><a href="/a/">政务公开</a></li><li><a href="/b/">互动交流</a></li></ul><form action="/s"><input name="q"></form>
<ul><li><a href="{n}.html">关于{n}的通知</a>2024-05-06</li><li><a href="x.html">另一条通知</a>2024-05-05</li></ul>
<script>function turn(o) {{ location.href = "a.html"; }}</script></body></html>"""


def facts(number: int) -> PageFacts:
    page = read_page(f"{number}.html", PAGE.format(n=number).encode(), captured=date(2024, 6, 1))
    return pickle.loads(pickle.dumps(page.facts))  # as it comes from a worker: with rows of its own


def test_rows_that_pages_have_alike_are_one() -> None:
    sharing = Sharing()
    first, second = (sharing.shared(facts(number)) for number in (1, 2))
    assert (first, second) == (facts(1), facts(2))
    menu = [(one, other) for one, other in zip(bodies(first.links), bodies(second.links), strict=True) if one == other]
    assert len(menu) == 3
    assert all(one is other for one, other in menu)
    assert first.metas[0] is second.metas[0]
    assert first.controls[0] is second.controls[0]
    assert first.script is second.script
    assert first.script.defines
