"""Where links lead: the forms in which government sites and their mirrors write them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import PageFacts
from govlint.site.layout import find_layout
from govlint.site.model import Target, TargetKind
from govlint.site.resolve import PRESENT, Resolver
from govlint.site.site import Site
from govlint.site.stored import StoredFiles

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]
MISSING, PAGE, FILE = TargetKind.MISSING, TargetKind.PAGE, TargetKind.FILE


@pytest.fixture(name="plain")
def _plain(site: MakeSite) -> Site:
    return site(
        *("index.html", "zwgk/index.html", "zwgk/gsgg/a.html", "中文 名.html", "about.html"),
        files=("css/base.css", "doc/年报.doc", "a%20b.txt"),
        hosts=frozenset({"www.x.gov.cn"}),
    )


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("a.html", "zwgk/gsgg/a.html"),
        ("./a.html#top", "zwgk/gsgg/a.html"),
        ("../", "zwgk/index.html"),
        ("..", "zwgk/index.html"),
        ("../../", "index.html"),
        ("../../../../about.html", "about.html"),
        ("/", "index.html"),
        ("/zwgk", "zwgk/index.html"),
        ("/zwgk/?from=home", "zwgk/index.html"),
        ("\\zwgk\\index.html", "zwgk/index.html"),
        ("/ZWGK/Index.HTML", "zwgk/index.html"),
        ("//www.x.gov.cn/about.html", "about.html"),
        ("http://WWW.X.gov.cn:80/about.html", "about.html"),
        ("https://x.gov.cn", "index.html"),
        ("/%E4%B8%AD%E6%96%87%20%E5%90%8D.html", "中文 名.html"),
        ("/%D6%D0%CE%C4%20%C3%FB.html", "中文 名.html"),
        ("/%25E4%25B8%25AD%25E6%2596%2587%2520%25E5%2590%258D.html", "中文 名.html"),
        ("/中文 名.html", "中文 名.html"),
        (" /about.html\n", "about.html"),
        ("/about", "about.html"),
        ("?page=2", "zwgk/gsgg/a.html"),
    ],
)
def test_pages(plain: Site, href: str, path: str) -> None:
    target = plain.resolve("zwgk/gsgg/a.html", href)
    assert (target.kind, target.path) == (PAGE, path)


@pytest.mark.parametrize(
    ("href", "path"),
    [("/css/base.css?v=1.2", "css/base.css"), ("../../doc/年报.doc", "doc/年报.doc"), ("/a%20b.txt", "a%20b.txt")],
)
def test_files(plain: Site, href: str, path: str) -> None:
    assert plain.resolve("zwgk/gsgg/a.html", href) == Target(FILE, path)


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("b.html", "zwgk/gsgg/b.html"),
        ("./", "zwgk/gsgg/index.html"),
        ("/hdjl", "hdjl/index.html"),
        ("/hdjl/", "hdjl/index.html"),
        ("/hdjl/index.html?x=1#a", "hdjl/index.html"),
        ("http://www.x.gov.cn/%E4%B8%AD.html", "中.html"),
        ("../../../up.html", "up.html"),
        ("www.y.com", "zwgk/gsgg/www.y.com"),
    ],
)
def test_missing(plain: Site, href: str, path: str) -> None:
    target = plain.resolve("zwgk/gsgg/a.html", href)
    assert (target.kind, target.path) == (MISSING, path)


@pytest.mark.parametrize(
    ("href", "kind", "host"),
    [
        ("", TargetKind.EMPTY, ""),
        (" \t", TargetKind.EMPTY, ""),
        ("http://", TargetKind.EMPTY, ""),
        ("#", TargetKind.FRAGMENT, ""),
        ("#top", TargetKind.FRAGMENT, ""),
        ("javascript:;", TargetKind.SCRIPT, ""),
        ("javascript : void(0)", TargetKind.SCRIPT, ""),
        ("{{item.url}}", TargetKind.SCRIPT, ""),
        ("'+url+'", TargetKind.SCRIPT, ""),
        ("mailto:a@x.gov.cn", TargetKind.OTHER, ""),
        ("tel:12345", TargetKind.OTHER, ""),
        ("data:image/png;base64,AA", TargetKind.OTHER, ""),
        ("file:///C:/a.png", TargetKind.OTHER, ""),
        ("ftp://10.1.2.3/a", TargetKind.OTHER, "10.1.2.3"),
        ("http://www.gov.cn/zhengce/", TargetKind.EXTERNAL, "www.gov.cn"),
        ("//b.x.gov.cn/a.html", TargetKind.EXTERNAL, "b.x.gov.cn"),
        ("http://www.x.gov.cn:8080/a.html", TargetKind.EXTERNAL, "www.x.gov.cn:8080"),
        ("http://[bad", TargetKind.EXTERNAL, "[bad"),
        ("/search.jsp?q=1", TargetKind.DYNAMIC, ""),
        ("/e/search/", TargetKind.DYNAMIC, ""),
        ("list?id=1", TargetKind.DYNAMIC, ""),
        ("http://www.x.gov.cn/a.do", TargetKind.DYNAMIC, "www.x.gov.cn"),
    ],
)
def test_other_kinds(plain: Site, href: str, kind: TargetKind, host: str) -> None:
    assert plain.resolve("zwgk/gsgg/a.html", href) == Target(kind, "", host)


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("/", "about.html", Target(PAGE, "about.html")),
        ("../", "index.html", Target(PAGE, "zwgk/index.html")),
        ("http://www.x.gov.cn:80/", "zwgk/", Target(PAGE, "zwgk/index.html", "www.x.gov.cn")),
        ("http://www.x.gov.cn/zwgk/index.html", "gsgg/a.html", Target(PAGE, "zwgk/gsgg/a.html", "www.x.gov.cn")),
        ("http://b.gov.cn/", "about.html", Target(TargetKind.EXTERNAL, "", "b.gov.cn")),
        ("http://b.gov.cn/", "http://www.x.gov.cn/about.html", Target(PAGE, "about.html", "www.x.gov.cn")),
        ("#", "a.html", Target(PAGE, "zwgk/gsgg/a.html")),
        ("/zwgk/index.html", "?a=1", Target(PAGE, "zwgk/index.html")),
    ],
)
def test_base(site: MakeSite, page: MakePage, base: str, href: str, expected: Target) -> None:
    made = site(
        page("zwgk/gsgg/a.html", base_href=base), "about.html", "zwgk/index.html", hosts=frozenset({"www.x.gov.cn"})
    )
    assert made.resolve("zwgk/gsgg/a.html", href) == expected


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/a/b.html", Target(PAGE, "www.x.gov.cn/a/b.html")),
        ("../index.html", Target(PAGE, "www.x.gov.cn/index.html")),
        ("http://www.x.gov.cn/", Target(PAGE, "www.x.gov.cn/index.html", "www.x.gov.cn")),
        ("http://x.gov.cn/c.html", Target(MISSING, "www.x.gov.cn/c.html", "x.gov.cn")),
        ("../../b.com/p.html", Target(PAGE, "b.com/p.html", "b.com")),
        ("http://b.com/p.html", Target(PAGE, "b.com/p.html", "b.com")),
        ("http://b.com/q.html", Target(TargetKind.EXTERNAL, "", "b.com")),
        ("../../beian.miit.gov.cn/index.html", Target(TargetKind.EXTERNAL, "", "beian.miit.gov.cn")),
        ("../../../index.html", Target(PAGE, "www.x.gov.cn/index.html")),
    ],
)
def test_a_mirror_with_a_folder_for_each_host(site: MakeSite, href: str, expected: Target) -> None:
    made = site("www.x.gov.cn/index.html", "www.x.gov.cn/a/b.html", "b.com/p.html", "index.html")
    assert made.resolve("www.x.gov.cn/a/b.html", href) == expected


def test_a_root_relative_link_in_a_wrapped_export(site: MakeSite) -> None:
    made = site("export/index.html", "export/zwgk/a.html")
    assert made.resolve("export/zwgk/a.html", "/index.html").path == "export/index.html"
    assert made.resolve("export/zwgk/a.html", "/b.html") == Target(MISSING, "export/b.html")
    assert made.resolve("export/zwgk/a.html", "../../../index.html").path == "export/index.html"


def test_a_part_of_a_site_whose_only_folder_is_a_column(site: MakeSite) -> None:
    made = site("zwgk/index.html", "zwgk/gsgg/a.html", hosts=frozenset({"www.x.gov.cn"}))
    assert made.resolve("zwgk/gsgg/a.html", "/zwgk/index.html").kind is PAGE
    assert made.resolve("zwgk/gsgg/a.html", "http://www.x.gov.cn/zwgk/").kind is PAGE
    assert made.resolve("zwgk/gsgg/a.html", "/zwgk/b.html") == Target(MISSING, "zwgk/b.html")


def test_a_query_only_link_to_a_stored_answer(site: MakeSite) -> None:
    made = site("list.php", "list.php?id=3")
    assert made.resolve("list.php", "?id=3") == Target(PAGE, "list.php?id=3")
    assert made.resolve("list.php", "?id=4") == Target(TargetKind.DYNAMIC)


FILES = frozenset({"index.html", "a/index.html", "a/中.html", "www.x.gov.cn/index.html", "w.cn/a.html"})
RESOLVER = Resolver(StoredFiles(FILES), FILES, find_layout(FILES), {"www.x.gov.cn"})
ODD = st.text(st.sampled_from("/\\:?#%.[]@ \t\n\x00a中wx.gov.cn0。;{'+"), max_size=40)


@given(page=st.sampled_from(sorted(FILES)), href=ODD, base=ODD)
def test_nothing_raises_and_only_what_is_stored_is_present(page: str, href: str, base: str) -> None:
    target = RESOLVER.resolve(page, href, base)
    assert (target.path in FILES) == (target.kind in PRESENT)
    assert bool(target.path) == (target.kind in PRESENT or target.kind is MISSING)
    assert target == RESOLVER.resolve(page, href, base)
