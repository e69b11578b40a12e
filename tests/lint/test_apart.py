"""A folder that holds an export and its templates: each is judged by its own."""

from __future__ import annotations

import pytest

from govlint.finding import Finding
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.score.compute import score
from govlint.testing import lint_files

HEAD = (
    '<div class="head"><a href="/"><img src="{%s}/logo.png" class="logo-png"></a>'
    '<p class="welcome">您好，欢迎访问</p></div>'
)
TEMPLATE = (
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title><stl:content type="Title" /></title></head>\n'
    '<body>\n<stl:include file="/include/head.html"></stl:include>\n<ul><stl:contents channelIndex="要闻">'
    "<li><stl:a></stl:a></li></stl:contents></ul><stl:unknown>\n</body></html>"
)
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{0}</title></head>\n<body>\n'
    '<div class="head"><a href="/"><img src="/logo.png" class="logo-png"></a>'
    '<p class="welcome">您好，欢迎访问</p></div>\n'
    '<ul><li><a href="/contents/{0}.html">{0}</a></li></ul>\n</body></html>'
)
SITE = {
    "index.html": PAGE.format("1"),
    **{f"contents/{number}.html": PAGE.format(number) for number in range(1, 30)},
    "T_系统首页模板.html": TEMPLATE,
    "Template/T_内容模板.html": TEMPLATE,
    "Template/T_旧.html": TEMPLATE.replace("<ul>", '<img src="old.gif"><ul>'),
    "include/head.html": HEAD % "Stl.SiteUrl",
    "include/unused.html": "<p>{Stl.SiteName}</p>",
    "include/head_parsed.html": HEAD.replace("{%s}", ""),
    "logo.png": "",
}


def _of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule_id == rule]


def test_templates_are_no_pages_and_are_judged_as_templates() -> None:
    result = lint_files(SITE)
    assert result.templates is None
    assert result.apart is not None
    assert result.apart.all_files == (
        "T_系统首页模板.html", "Template/T_内容模板.html", "Template/T_旧.html", "include/head.html",
        "include/unused.html", "include/head_parsed.html",
    )  # fmt: skip
    assert (result.files, result.pages) == (len(SITE), 30)
    assert not _of(result, "GOV9004")  # no tag is left over on any page
    assert (result.apart.includes, result.apart.resolved) == (3, 3)


def test_what_is_on_pages_is_said_once_and_followed_to_the_templates() -> None:
    found = _of(lint_files(SITE), "GOV9005")
    on_pages, on_template = sorted(found, key=lambda finding: finding.location.path != "index.html")
    assert [origin.path for origin in on_pages.origins] == ["include/head.html"]
    assert dict(on_pages.properties)["pages"] == 30
    assert on_template.location.path == "Template/T_旧.html"  # nothing was published with it


def test_what_is_missing_is_said_of_the_pages_alone() -> None:
    result = lint_files(SITE, Settings(standards=("national-2019",)))
    assert _of(result, "GOV6001")
    assert {finding.location.path.partition("/")[0] for finding in _of(result, "GOV6001")} <= {"index.html", "contents"}
    assert not _of(result, "GOV0009")


def test_links_to_the_templates_are_not_dead() -> None:
    page = SITE["index.html"].replace("</ul>", '<li><a href="/include/head.html">x</a></li></ul>')
    result = lint_files(SITE | {"index.html": page})
    assert not [finding for finding in _of(result, "GOV5001") if "head.html" in finding.message.zh]


def test_the_score_is_that_of_the_pages() -> None:
    with_templates, without = (
        lint_files(files, Settings(standards=("national-2019",)))
        for files in (SITE, {path: text for path, text in SITE.items() if "T_" not in path and "include" not in path})
    )
    cards = [score(result, result.standards[0]) for result in (with_templates, without)]
    assert [row.lost for row in cards[0].rows] == [row.lost for row in cards[1].rows]


def test_prototypes_beside_one_template() -> None:
    prototype = "<!DOCTYPE html><html><head><title>某局</title></head><body><p>样例</p></body></html>"
    labels = "".join(f"{{name:'[field:typename/]',id:{number}}}," for number in range(20))
    label = prototype.replace("样例", f"<script>var a=[{{dede:channel type='top'}}{labels}{{/dede:channel}}]</script>")
    prototypes = {f"{name}.html": prototype for name in ("index", "list", "article", "head", "old_index")}
    article = prototype.replace("样例", "{dede:field.title/}" * 5)
    result = lint_files(prototypes | {"index_label.html": label, "view.html": article})
    assert result.apart is not None
    assert result.apart.files == ("index_label.html", "view.html")
    assert not _of(result, "GOV9004")


@pytest.mark.parametrize(
    "files",
    [
        {"template/1.html": "<html><body><p>{Stl.SiteName}</p></body></html>"},
        {"a.html": TEMPLATE},
        {"template/1.html": "<html><body>" + "<p>{{ a }}</p>" * 9 + "</body></html>"},
    ],
    ids=["a tag left over", "not named like a template", "filled in the browser"],
)
def test_pages_with_tags_stay_pages(files: dict[str, str]) -> None:
    export = {path: text for path, text in SITE.items() if path.startswith(("index", "contents", "logo"))}
    result = lint_files(export | files)
    assert result.apart is None
    assert result.pages == 31
