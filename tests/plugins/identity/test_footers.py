"""Missing marks: said once for a site, never where the footer may come from elsewhere."""

import pytest
from govlint.plugins.identity.sample_pages import CODE, ENTRY, WHOLE_FOOTER, footer_without, page

from govlint.finding import Verdict
from tests.plugins.identity.marked_pages import document, said

CODELESS = footer_without(CODE)
HOLLOW = page().replace('<div class="footer">\n\n</div>', "{footer}")


def pages_of(finding: object) -> object:
    return dict(finding.properties)["pages"]


def test_one_finding_for_all_pages_the_home_page_first() -> None:
    files = {"a/b.html": CODELESS, "index.html": CODELESS, "a.html": CODELESS, "c.html": page(*WHOLE_FOOTER)}
    (finding,) = said("GOV6002", files)
    assert (finding.location.path, pages_of(finding)) == ("index.html", 3)
    assert [location.path for location in finding.related] == ["a.html", "a/b.html"]


@pytest.mark.parametrize(
    ("footer", "others"),
    [
        ('<!--#include virtual="/inc/foot.html"-->', {"inc/foot.html": f"<div>{CODE}</div>"}),
        ('<div id="foot"></div><script>$("#foot").load("inc/foot.html");</script>', {"inc/foot.html": document(CODE)}),
        ('<iframe src="inc/foot.html"></iframe>', {"inc/foot.html": document(CODE)}),
        ('<script src="js/a.js"></script>', {"js/a.js": f"document.write('<p>{CODE}</p>');"}),
    ],
)
def test_footers_from_other_files_of_the_export(footer: str, others: dict[str, str]) -> None:
    assert not said("GOV6002", {"index.html": HOLLOW.replace("{footer}", footer), **others})


@pytest.mark.parametrize(
    "footer",
    [
        '<!--#include virtual="/inc/foot.html"-->',
        '<div id="foot"></div><script>$("#foot").load("inc/foot.html");</script>',
        '<iframe src="inc/foot.html"></iframe>',
        '<script src="js/foot.js"></script>',
        '<script src="http://www.yunji.gov.cn/pub/public.js"></script>',
        '<div class="footer"></div><script src="js/jquery.js"></script>',
        '<%@ include file="foot.jsp" %>',
        "<#include '/foot.ftl'>",
    ],
)
def test_footers_from_outside_are_for_a_person(footer: str) -> None:
    (finding,) = said("GOV6002", {"index.html": HOLLOW.replace("{footer}", footer)})
    assert finding.verdict is Verdict.REVIEW
    assert finding.reason is not None


def test_open_pages_are_not_asked_about_where_other_pages_show_the_mark() -> None:
    outside = HOLLOW.replace("{footer}", '<script src="js/foot.js"></script>')
    assert not said("GOV6002", {"index.html": page(*WHOLE_FOOTER), "gk.html": outside})


@pytest.mark.parametrize(
    "inner",
    [
        '<div class="footer">主办单位：云霁市林业局</div>',  # a fragment
        document("<p>浏览次数：18</p>"),  # shown by nothing, and nothing of a page about it
        document("<h2>QR code demo</h2><p>Copyright</p>"),  # a library's demo
        document("<p>版权所有 某公司 使用说明和示例页面</p>"),  # linked to nothing
        "",
    ],
)
def test_what_is_no_page_of_the_site_needs_no_marks(inner: str) -> None:
    assert not said("GOV6002", {"index.html": page(*WHOLE_FOOTER), "inner.html": inner})


def test_content_shown_in_a_frame_needs_no_marks() -> None:
    outer = page(*WHOLE_FOOTER, body='<iframe src="inner.html"></iframe>')
    assert not said("GOV6002", {"index.html": outer, "inner.html": CODELESS})


def test_a_static_page_without_footer_among_others_lacks_it() -> None:
    files = {"index.html": page(*WHOLE_FOOTER), "a.html": page(*WHOLE_FOOTER), "b.html": HOLLOW.replace("{footer}", "")}
    (finding,) = said("GOV6002", files)
    assert finding.verdict is Verdict.FAIL
    assert finding.location.path == "b.html"


def test_commented_marks_are_named() -> None:
    (finding,) = said("GOV6002", {"index.html": CODELESS.replace("</body>", f"<!-- {CODE} --></body>")})
    assert "注释" in finding.message.zh


def test_mute_pictures_leave_the_entry_open() -> None:
    rest = [piece for piece in WHOLE_FOOTER if piece != ENTRY]
    (finding,) = said("GOV6009", {"index.html": page(*rest, '<a href="javascript:;"><img src="index_33.png"></a>')})
    assert finding.verdict is Verdict.REVIEW


def test_single_files() -> None:
    (finding,) = said("GOV6002", {"gk/a.html": CODELESS}, whole_site=False)
    assert finding.verdict is Verdict.FAIL
    open_page = HOLLOW.replace("{footer}", '<script src="js/foot.js"></script>')
    for source in ("<div>主办单位：某局</div>", document("<p>正文</p>"), open_page, page(*WHOLE_FOOTER)):
        assert not said("GOV6002", {"gk/a.html": source}, whole_site=False)
