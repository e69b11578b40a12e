"""GOV2001: one finding a box, however many pages it stands on; what single files can tell."""

import pytest
from govlint.plugins.search.placeholder_search import placeholder_search

from govlint.finding import Finding, Verdict
from govlint.lint.rule import Example
from govlint.testing import check_example
from tests.plugins.search.small_site import CONTEXT, site_of, whole

DEAD = '<div class="top"><input id="kw" placeholder="站内搜索"><button>搜索</button></div>'
OTHER = '<div class="side"><input id="k2" placeholder="栏目内搜索"><button>检索</button></div>'


def found(files: dict[str, str], *, partial: bool = False) -> list[Finding]:
    return list(placeholder_search.check(site_of(files, partial=partial), CONTEXT))


@pytest.mark.parametrize("example", placeholder_search.examples, ids=lambda example: example.title.en)
def test_example(example: Example) -> None:
    check_example(placeholder_search, example)


def test_a_box_in_a_shared_header_is_one_finding() -> None:
    files = {f"news/{number:02}.html": whole(DEAD + f"<p>{number}</p>") for number in range(14)}
    (finding,) = found(files)
    assert finding.verdict is Verdict.FAIL
    assert finding.location.path == "news/00.html"
    assert [location.path for location in finding.related] == [f"news/{number:02}.html" for number in range(1, 11)]
    assert dict(finding.properties)["pages"] == 14


def test_the_folder_of_the_page_does_not_make_it_another_box() -> None:
    form = '<form action="{}so.html"><input name="q"><button>搜索</button></form>'
    files = {"index.html": whole(form.format("")), "a/b/index.html": whole(form.format("../../"))}
    (finding,) = found(files)
    assert finding.verdict is Verdict.REVIEW
    assert "so.html" in finding.message.zh


def test_different_boxes_are_different_findings() -> None:
    findings = found({"index.html": whole(DEAD + "<p>…</p>" * 9 + OTHER), "b.html": whole(OTHER)})
    assert [dict(finding.properties)["pages"] for finding in findings] == [2, 1]
    assert len({finding.key for finding in findings}) == 2


def test_messages_name_the_box_and_end_with_a_stop() -> None:
    (finding,) = found({"index.html": whole(DEAD)})
    assert "“站内搜索”" in finding.message.zh
    assert finding.message.zh.endswith("。")
    assert finding.message.en.endswith(".")


@pytest.mark.parametrize("head", ["", f'<script src="/{"static/" * 40}common.js"></script>'])
@pytest.mark.parametrize("handler", ["", f' onclick="{"find" * 60}()"'])
def test_messages_stay_short(head: str, handler: str) -> None:
    body = f'<div><input placeholder="{"请输入关键字" * 20}"><button{handler}>搜索</button></div>'
    (finding,) = found({"index.html": whole(body, head)})
    assert max(map(len, finding.message)) <= 200


def test_a_review_says_what_would_decide_it() -> None:
    (finding,) = found({"index.html": whole(DEAD, '<script src="/js/main.js"></script>')})
    assert finding.verdict is Verdict.REVIEW
    assert finding.reason is not None
    assert "/js/main.js" in finding.reason.zh


def test_a_single_file_is_judged_by_itself() -> None:
    assert "single-file" in placeholder_search.tags
    (dead,) = found({"index.html": whole(DEAD)}, partial=True)
    assert dead.verdict is Verdict.FAIL
    form = '<form action="so.html"><input name="q"><button>搜索</button></form>'
    assert found({"index.html": whole(form)}, partial=True) == []


def test_error_pages_and_fragments_are_not_judged() -> None:
    page = whole(f"<h1>404 Not Found</h1>{DEAD}").replace("某市某局", "404 Not Found")
    assert found({"gone.html": page}) == []
