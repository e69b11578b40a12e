"""Documents within documents, titles, languages: whole documents are judged, fragments are not."""

import pytest
from govlint.plugins.markup.duplicate_document import duplicate_document
from govlint.plugins.markup.missing_page_language import missing_page_language
from govlint.plugins.markup.missing_page_title import missing_page_title

from govlint.finding import Severity
from tests.plugins.markup.pages import found_by, page_of


def titled(title: str) -> bytes:
    return f"<html><head>{title}</head><body><h1>云霁市林业局</h1></body></html>".encode()


@pytest.mark.parametrize(
    "title",
    ["", "<title></title>", "<title> &nbsp; </title>", "<title>无标题文档</title>", "<title>Untitled Document</title>",
     "<title>New Document</title>", "<title>Document</title>", "<title>新建网页 1</title>", "<title>-</title>",
     "<title>Insert title here</title>"],
)  # fmt: skip
def test_no_title(title: str) -> None:
    assert len(found_by(missing_page_title, page_of(titled(title)))) == 1


@pytest.mark.parametrize(
    "title",
    ["<title>公 示</title>", "<title>首页</title>", "<title>标题新闻_云霁市林业局</title>",
     "<title></title><title>林业局</title>", "<script>document.title = 'x';</script>"],
)  # fmt: skip
def test_a_title(title: str) -> None:
    assert found_by(missing_page_title, page_of(titled(title))) == []


@pytest.mark.parametrize(
    "rule", [missing_page_title, missing_page_language, duplicate_document], ids=lambda rule: rule.id
)
@pytest.mark.parametrize(
    "source",
    [
        '<div class="footer"><p>主办单位：云霁市林业局</p></div>',
        "<meta charset=utf-8><ul><li>要闻</li></ul>",
        '<html><head><meta http-equiv="refresh" content="0;url=zn/"></head></html>',
        "",
        "\0\0\xff<",
    ],
)
def test_fragments_and_redirects(rule, source: str) -> None:  # type: ignore[no-untyped-def]
    assert found_by(rule, page_of(source.encode())) == []


def test_two_titles_that_are_equal_weigh_less() -> None:
    (finding,) = found_by(duplicate_document, page_of(titled("<title>林业局</title><title>林业局</title>")))
    assert finding.weight is Severity.NOTE


def test_a_nested_document_is_told_once() -> None:
    page = page_of("<html><head><title>页头</title></head><body>页头</body></html>")
    (finding,) = found_by(duplicate_document, page)
    assert "<html>、<head> 和 <body>" in finding.message.zh
    span = finding.location.mark.span
    assert span is not None
    assert span[0] == page.source.index("<html>", 10)
