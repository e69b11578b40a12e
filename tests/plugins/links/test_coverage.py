"""When a missing file is a fault, and when the export left it out."""

from __future__ import annotations

from govlint.plugins.links.coverage import Doubt, coverage
from govlint.plugins.links.survey import survey

from tests.plugins.links.small_site import page, site_of

PAGES = {f"zwgk/{number}.html": page() for number in range(20)}


def doubts(links: list[str], files: dict[str, str] | None = None, *, partial: bool = False) -> dict[str, Doubt | None]:
    site = site_of({"index.html": page(*links, *PAGES), **PAGES, **(files or {})}, partial=partial)
    return {path: coverage(site).doubt(gone) for path, gone in survey(site).gone.items()}


def test_a_missing_file_is_a_fault() -> None:
    assert doubts(["zwgk/x.html", "gone/"]) == {"zwgk/x.html": None, "gone/index.html": None}


def test_nothing_is_certain_of_a_partial_export() -> None:
    assert doubts(["zwgk/x.html"], partial=True) == {"zwgk/x.html": Doubt.PARTIAL}


def test_most_targets_absent_means_partial() -> None:
    found = doubts([f"zwgk/x{number}.html" for number in range(21)])
    assert set(found.values()) == {Doubt.PARTIAL}


def test_a_section_that_is_not_there_at_all() -> None:
    found = doubts([f"app/{number}.html" for number in range(5)] + ["zwgk/x.html"])
    assert found.pop("zwgk/x.html") is None
    assert set(found.values()) == {Doubt.SECTION}


def test_few_files_of_a_missing_folder_are_faults() -> None:
    assert set(doubts(["app/1.html", "app/2.html"]).values()) == {None}


def test_folders_of_months_come_and_go() -> None:
    assert set(doubts([f"zwgk/202401/{number}.html" for number in range(12)]).values()) == {None}


def test_a_kind_of_file_that_is_not_there_at_all() -> None:
    films = [f"zwgk/{number}.mp4" for number in range(5)]
    assert set(doubts(films).values()) == {Doubt.KIND}
    assert set(doubts(films, {"zwgk/other.mp4": ""}).values()) == {None}


def test_links_that_may_not_appear() -> None:
    scripted = "<script>document.write('<a href=\"a.html\">x</a>')</script>"
    site = site_of({"index.html": page(before=scripted) + '<form action="b.html"></form>', "a.css": "a{b:url(c.png)}"})
    found = {path: coverage(site).doubt(gone) for path, gone in survey(site).gone.items()}
    assert found == {"a.html": Doubt.SCRIPT, "b.html": Doubt.FORM, "c.png": Doubt.STYLE}


def test_one_link_in_the_markup_settles_it() -> None:
    scripted = "<script>document.write('<a href=\"a.html\">x</a>')</script>"
    site = site_of({"index.html": page("a.html", before=scripted)})
    assert coverage(site).doubt(survey(site).gone["a.html"]) is None
