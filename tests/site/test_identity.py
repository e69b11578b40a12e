"""What a site calls itself."""

from collections.abc import Callable

import pytest

from govlint.page.facts import PageFacts
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]


def test_the_home_pages_meta_goes_first_then_that_of_most_pages(site: MakeSite, page: MakePage) -> None:
    others = [page(f"{n}.html", metas={"sitename": "某县 人民政府！"}) for n in range(2)]
    assert site(page("index.html", metas={"SiteName": "某县教育局"}), *others).name == "某县教育局"
    assert site(page("index.html", title="首页"), *others).name == "某县 人民政府"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某市人民政府门户网站", "某市人民政府门户网站"),
        ("首页 - 某市统计局", "某市统计局"),
        ("某市统计局-某市统计局", "某市统计局"),
        ("欢迎访问某市林业局网站！", "某市林业局网站"),
        ("网站首页_某市林业局", "某市林业局"),
        ("某市林业局 | 首页", "某市林业局"),
        ("首页", ""),
        ("", ""),
    ],
)
def test_the_home_pages_title(site: MakeSite, page: MakePage, title: str, name: str) -> None:
    assert site(page("index.html", title=title)).name == name


@pytest.mark.parametrize("value", ["", "网站名称", "政府网站名称", "####", "null", "${siteName}", "{$site.name}"])
def test_placeholders_are_no_names(site: MakeSite, page: MakePage, value: str) -> None:
    assert site(page("index.html", metas={"SiteName": value}, title="某市林业局")).name == "某市林业局"


def test_the_code_most_pages_state(site: MakeSite, page: MakePage) -> None:
    pages = [page(f"{n}.html", metas={"SiteIDCode": "1234560001"}) for n in range(2)]
    pages += [page(f"x{n}.html", metas={"SiteIDCode": "政府网站标识码"}) for n in range(3)]
    assert site(page("index.html", metas={"SiteIDCode": "BM12000001"}), *pages).code == "1234560001"


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["政府网站标识码：1234560001 "], "1234560001"),
        (["网站标识码\u00a0", "bm12000001"], "bm12000001"),
        (["标识码：123456000123"], ""),
        (["电话：1234567890"], ""),
    ],
)
def test_the_code_in_the_footer(site: MakeSite, page: MakePage, texts: list[str], code: str) -> None:
    assert site(page("index.html", texts=texts)).code == code


def test_a_site_without_pages_has_no_name_and_no_code(site: MakeSite) -> None:
    assert (site().name, site().code) == ("", "")
