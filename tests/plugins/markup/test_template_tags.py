"""Template tags are found where visitors meet them, and nowhere else."""

import pytest
from govlint.plugins.markup.placeholder_content import placeholder_content
from govlint.plugins.markup.template_tags import has_client_templates, template_tags

from tests.plugins.markup.pages import found_by, page_of


def written(body: str) -> list[str]:
    return [tag.written for tag in template_tags(page_of(body))]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title }}",
        "${article.title!}",
        "{$vo.title}",
        "{dede:field.title/}",
        "[field:title/]",
        "[!--newstitle--]",
        "[@cms_content_list channelId='2']",
        "[#list tag_list as c]",
        "[/#list]",
        "<#list channels as channel>",
        "<@channelListDirective siteId=1>",
        "<%=row['title']%>",
        "<?php echo $title; ?>",
        '{pc:content action="category" catid="11"}',
        "{/loop}",
        "{文章URL}",
        "{发布时间(yyyy-MM-dd)}",
        "{Content.Title}",
        "#foreach($n in $list)",
        "<TRS_DOCUMENTS ID='OWNER'>",
        '<stl:contents channelIndex="gk">',
        '<c:forEach items="x">',
    ],
)
def test_the_tags_of_publishing_systems(tag: str) -> None:
    assert written(f"<p>前 {tag} 后</p>")[0].startswith(tag.rstrip("?> ;"))


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var a = '{{x}}' + `${y}`;</script>",
        "<!-- {dede:arclist} <TRS_X> -->",
        "<style>.a{/* {$x} */}</style>",
        "<pre>{$title}</pre><p><code>{{ x }}</code></p>",
        "<textarea>{$T.title}</textarea>",
        "<template><li>{{ n }}</li></template>",
        "<svg><text>{{ n }}</text></svg>",
        '<a onclick="go(\'${id}\')" data-x="{{y}}" href="b.html">正文</a>',
        "<p>邮箱 lyj[@]yunji.gov.cn，{见附件}，[1]，[#]，5%&gt;3%，a < b %> c</p>",
        "<p>标题</p><p>{1, 2}</p><p>$x$</p><p>[@张三]</p>",
        "<trs_page_separator></trs_page_separator><o:p></o:p><st1:place>x</st1:place>",
    ],
)
def test_what_is_no_leftover(markup: str) -> None:
    assert written(f"{markup}<p>正文</p>") == []


def test_after_a_code_sample_and_a_comment() -> None:
    assert written("<pre>{$a}</pre><!-- {$b} -->{$c}") == ["{$c}"]


def test_addresses_and_titles_count() -> None:
    assert written('<a href="{$url}" title="{$title}">x</a>') == ["{$url}", "{$title}"]


def test_the_spans_are_those_of_the_source() -> None:
    page = page_of("<p>İ云 {$a.b}</p>")
    tag = template_tags(page)[0]
    assert page.source[slice(*tag.span)] == tag.written == "{$a.b}"


@pytest.mark.parametrize(
    ("markup", "there"),
    [
        ("<div ng-app='x'></div>", True),
        ("<div v-if='x'></div>", True),
        ("<script src='js/vue.min.js'></script>", True),
        ("<script type='text/x-handlebars-template'></script>", True),
        ("<script src='/template/default/js/a.js'></script>", False),
        ("<script src='jquery.js'></script>", False),
    ],
)
def test_scripts_that_fill_templates(markup: str, there: bool) -> None:
    assert has_client_templates(page_of(markup)) is there


def test_a_server_tag_beside_client_templates_is_a_fault() -> None:
    page = page_of("<div v-if='x'>{{ a }}</div><p>{dede:global.cfg_webname/}</p>")
    (finding,) = found_by(placeholder_content, page)
    assert finding.is_fault
    assert "{dede:global.cfg_webname/}" in finding.message.zh


def test_many_tags_make_one_finding() -> None:
    (finding,) = found_by(placeholder_content, page_of("<p>{$a}</p>" * 1000))
    assert len(finding.related) == 10
