"""Tables are their rows, whatever they share with those of other pages."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from govlint.page.facts import Item, Link, PageFacts, Run, Zone
from govlint.page.read import read_page
from govlint.page.table import NOWHERE, Columns, Table, bodies, distinct, identities, shared

LINKS = tuple(Link("a", "href", href, text, at, Zone.NAV) for at, (href, text) in enumerate([("/a/", "甲"), ("b", "")]))
FAR = (Link("a", "href", "/a/", "甲", 70_000, Zone.NAV), LINKS[1])
RUNS = (Run("text", "甲", 1, 4, Zone.MAIN), Run("link", "乙", 1, 5, Zone.MAIN, 0))


@pytest.mark.parametrize("rows", [LINKS, FAR, RUNS])
def test_a_table_is_the_rows_it_was_made_of(rows: tuple[Link, ...] | tuple[Run, ...]) -> None:
    table = shared(rows, {}.setdefault)
    assert isinstance(table, Table)
    assert tuple(table) == rows
    assert [type(row) for row in table] == [type(row) for row in rows]
    assert (table[0], table[-1], tuple(table[1:]), tuple(table[2:])) == (rows[0], rows[-1], rows[1:], ())
    assert table == rows
    assert rows == table
    assert table != rows[:1]
    assert len(table) == len(rows)
    assert rows[1] in table
    with pytest.raises(IndexError):
        table[2]


def test_columns_are_the_rows_they_were_made_of() -> None:
    days = (None, date(2024, 5, 1), date(2024, 5, 2))
    rows = tuple(Item(f"第{n}条", n, day, "text", bool(n), 70_000 + n, n, Zone.MAIN) for n, day in enumerate(days))
    table = Columns(Item, zip(*rows, strict=True))
    assert table == rows
    assert (len(table), table[1], table[-1], tuple(table[1:]), tuple(table[3:])) == (3, rows[1], rows[2], rows[1:], ())
    assert {type(row) for row in table} == {Item}
    assert {type(item.exact) for item in table} == {bool}


def test_rows_that_stand_elsewhere_have_one_body() -> None:
    known: dict[Link, Link] = {}
    one, other = (shared(rows, known.setdefault) for rows in (LINKS, FAR))
    assert bodies(one)[0] is bodies(other)[0]
    assert bodies(one)[0] == LINKS[0]._replace(at=NOWHERE)
    assert len(known) == 2
    assert one != other


def test_a_body_is_told_by_the_same_number_on_all_pages() -> None:
    known: dict[Link, Link] = {}
    tables = [shared(rows, known.setdefault) for rows in (LINKS, FAR)]
    assert list(identities(tables[0])) == list(identities(tables[1]))
    assert list(distinct(tables).values()) == [link._replace(at=NOWHERE) for link in LINKS]
    assert list(distinct([LINKS, LINKS]).values()) == list(LINKS)


def test_no_rows_and_plain_rows_stay_as_they_are() -> None:
    assert shared((), {}.setdefault) == ()
    assert bodies(LINKS) is LINKS


def test_facts_with_tables_are_pickled_as_their_rows() -> None:
    facts = read_page("a.html", b"<p>x</p>").facts
    with_tables = PageFacts(
        "a.html", facts.digest, 8, facts.encoding, facts.role, links=shared(LINKS, {}.setdefault), runs=RUNS
    )
    back = pickle.loads(pickle.dumps(with_tables))
    assert back == with_tables
    assert type(back.links) is tuple
