"""Sample texts are told from ordinary words."""

import pytest
from govlint.plugins.markup.sample_texts import sample_texts

from tests.plugins.markup.pages import page_of


def texts(body: str) -> list[str]:
    return [run.text for run in sample_texts(page_of(body))]


@pytest.mark.parametrize(
    "text",
    [
        "标题标题标题",
        "标题标题标题标",
        "测试测试",
        "内容内容内容……",
        "这里是内容",
        "这里显示文章标题",
        "此处为正文内容",
        "测试文章1",
        "test test",
        "Lorem ipsum dolor sit amet",
        "undefined",
    ],
)
def test_sample_texts(text: str) -> None:
    assert texts(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "测试",
        "标题",
        "图片新闻",
        "新闻图片",
        "内容简介",
        "文章标题",
        "体能测试项目",
        "建设中",
        "水质测试工作全面完成",
        "这里是林业工作的主战场",
        "这里是新闻发布会现场",
        "test",
        "标题1",
    ],
)
def test_ordinary_words(text: str) -> None:
    assert texts(f"<p>{text}</p>") == []


def test_numbered_titles_in_links_or_in_a_row() -> None:
    assert texts("<a href='a.html'>标题1</a>") == ["标题1"]
    assert texts("<p>新闻标题1</p><p>新闻标题2</p>") == ["新闻标题1", "新闻标题2"]
    assert texts("<p>标题1</p><p>标题1</p>") == []
