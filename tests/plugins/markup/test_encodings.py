"""How much harm an encoding does that is not what the page says."""

import pytest
from govlint.plugins.markup.encodings import Problem, problems_of

from govlint.finding import Severity
from govlint.page.read import read_page

BODY = "<title>云霁市林业局</title><body><p>今年全市造林绿化任务全面完成，林业产业稳步发展。</p></body>"


def problems(data: bytes, http_charset: str | None = None) -> list[Problem]:
    return list(problems_of(read_page("a.html", data, http_charset=http_charset)))


def page(label: str, encoding: str = "utf-8", extra: str = "") -> bytes:
    return f'<html><meta charset="{label}">{extra}{BODY}</html>'.encode(encoding)


@pytest.mark.parametrize(
    ("data", "key", "weight"),
    [
        (page("gb2312"), "label-contradicts-bytes", Severity.ERROR),
        (page("utf-8", "gbk"), "label-contradicts-bytes", Severity.ERROR),
        (page("gb2312", "utf-8-sig"), "label-contradicts-bytes", Severity.WARNING),
        (page("utf-16"), "label-contradicts-bytes", Severity.NOTE),
        (page("utf8mb4"), "nonstandard-label", Severity.WARNING),
        (page("utf-8", extra='<meta charset="gbk">'), "two-labels", Severity.NOTE),
        (page("gbk", "gbk", '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'), "two-labels",
         Severity.NOTE),
        (b"<html><!--" + b"x" * 1200 + b"-->" + page("utf-8"), "meta-after-1024-bytes", Severity.NOTE),
        (page("utf-8") * 9 + b"<p>\xe6\x9c</p>", "invalid-bytes", Severity.WARNING),
        (page("utf-8") * 9 + b"<script>// \xe6\x9c</script>", "invalid-bytes", Severity.NOTE),
    ],
)  # fmt: skip
def test_harm(data: bytes, key: str, weight: Severity) -> None:
    (problem,) = problems(data)
    assert (problem.key, problem.weight) == (key, weight)


@pytest.mark.parametrize(
    "data",
    [
        page("utf-8"),
        page("gb2312", "gbk"),
        page("GBK", "gbk"),
        page("utf-8", "utf-8-sig"),
        page("utf-8", extra='<meta charset="UTF-8"><meta http-equiv="content-type" content="text/html">'),
        b"<html>" + BODY.encode(),
        page("gb2312").replace(BODY.encode(), b"<p>plain</p>"),
    ],
)
def test_no_harm(data: bytes) -> None:
    assert problems(data) == []


def test_the_server_says_otherwise() -> None:
    (problem,) = problems(page("gbk"), http_charset="utf-8")
    assert problem.key == "http-meta-conflict"
    assert "“utf-8”" in problem.message.zh
    assert "“gbk”" in problem.message.zh
