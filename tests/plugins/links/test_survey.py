"""What the one pass over all links brings home."""

from __future__ import annotations

import pytest
from govlint.plugins.links.survey import State, Strength, survey

from tests.plugins.links.small_site import page, site_of

MIRRORED = "<!-- Mirrored from www.x.gov.cn/ by HTTrack -->"


def gone_in(files: dict[str, str], **told: tuple[str, ...]) -> dict[str, State]:
    return {path: gone.state for path, gone in survey(site_of(files, **told)).gone.items()}


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ('<a href="a.html">x</a>', "a.html"),
        ('<map><area href="zwgk/"></map>', "zwgk/index.html"),
        ('<select><option value="/b.html">x</option></select>', "b.html"),
        ('<img src="i.png">', "i.png"),
        ('<img src="data:image/gif;base64,AA" srcset="j.png 2x">', "j.png"),
        ('<iframe src="f.html"></iframe>', "f.html"),
        ('<script src="s.js"></script>', "s.js"),
        ('<link rel="stylesheet" href="c.css">', "c.css"),
        ("<style>p{background:url(u.png)}</style>", "u.png"),
        ("<style>@import 'v.css';</style>", "v.css"),
        ('<p style="background:url(w.png)">x</p>', "w.png"),
        ('<td background="t.gif">x</td>', "t.gif"),
        ('<form action="search.html"><input name="q"></form>', "search.html"),
        ('<meta http-equiv="refresh" content="9;url=next.html">', "next.html"),
        ("<script>document.write('<a href=\"d.doc\">x</a>')</script>", "d.doc"),
        ('<object data="o.swf"></object>', "o.swf"),
        ('<video src="m.mp4" poster="m.jpg"></video>', "m.mp4"),
    ],
)
def test_every_way_to_name_a_file_is_seen(written: str, missing: str) -> None:
    assert missing in gone_in({"index.html": f"<html><body><p>{'正文' * 40}</p>{written}</body></html>"})


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#",
        "#top",
        "?a=1",
        "javascript:;",
        "mailto:a@x.gov.cn",
        "tel:12345",
        "/e/search/",
        "list.jsp?id=1",
        "${url}",
        ".",
    ],
)
def test_what_names_no_file_is_not_missing(href: str) -> None:
    assert not gone_in({"index.html": page(href)})


def test_what_pastes_from_word_name_was_never_there() -> None:
    head = '<link rel="File-List" href="a.files/filelist.xml">'
    assert not gone_in({"index.html": page(before=head)})


def test_links_of_stored_error_pages_do_not_count() -> None:
    error = "<html><title>404 Not Found</title><body><a href='x.html'>back</a></body></html>"
    assert gone_in({"index.html": page("old.html"), "old.html": error}) == {"old.html": State.ERROR}


def test_letter_case_is_noticed() -> None:
    files = {
        "index.html": page("Zwgk/A.html", "zwgk/b.html", "./zwgk/../zwgk/b.html"),
        "zwgk/a.html": "x",
        "zwgk/b.html": "x",
    }
    assert gone_in(files) == {"zwgk/a.html": State.CASE}


def test_the_home_page_comes_first_and_pages_count_once() -> None:
    twice = page("gone.html", "gone.html")
    gone = survey(site_of({"a.html": twice, "index.html": twice, "b/c.html": page("../gone.html")})).gone["gone.html"]
    firm = gone.places(Strength.FIRM)
    assert (firm.first.path, firm.pages, firm.links) == ("index.html", 3, 5)


def test_shown_places_are_bounded() -> None:
    pages = {f"p{number}.html": page("gone.html") for number in range(30)}
    firm = survey(site_of(pages)).gone["gone.html"].places(Strength.FIRM)
    assert (firm.pages, len(firm.shown), len(firm.related())) == (30, 11, 10)


def test_what_a_mirror_left_absolute_is_kept_apart() -> None:
    files = {"index.html": MIRRORED + page("http://www.x.gov.cn/a.html", "b.html", "../www.y.com/c.jpg")}
    gone = survey(site_of(files, hosts=("www.x.gov.cn",))).gone
    strengths = [gone[path].strength for path in ("a.html", "b.html", "www.y.com/c.jpg")]
    assert strengths == [Strength.MIRRORED, Strength.FIRM, Strength.MIRRORED]


def test_style_sheets_say_where_they_load_from() -> None:
    css = ".a{background:url(../images/x.png)}"
    gone = survey(site_of({"index.html": page(), "css/a.css": css})).gone["images/x.png"]
    place = gone.places(Strength.STYLED).first
    assert place.path == "css/a.css"
    assert place.mark.span is not None
    assert css[slice(*place.mark.span)] == "../images/x.png"


def test_outside_hosts_are_told_by_what_follows_them() -> None:
    files = {"index.html": page("http://www.y.com/", before='<script src="http://cdn.z.com/j.js"></script>')}
    outside = survey(site_of(files)).outside
    assert outside["www.y.com"].links.links == 1
    assert list(outside["www.y.com"].texts) == ["链接"]
    assert (outside["cdn.z.com"].links.links, outside["cdn.z.com"].resources.links) == (0, 1)


def test_files_on_a_computer_are_told_by_page() -> None:
    files = {"index.html": page("file:///C:/a.doc", "D:\\b.doc"), "a.html": page("c.html")}
    assert {path: places.links for path, places in survey(site_of(files)).local.items()} == {"index.html": 2}


def test_a_site_is_surveyed_once() -> None:
    site = site_of({"index.html": page("a.html")})
    assert survey(site) is survey(site)
