"""The channel dictionary: read from CSV and JSON, filled in from templates, used on references."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from govlint.cli import cli
from govlint.lint.settings import Settings
from govlint.lint.template.channels import Channel, ChannelsError, load_channels
from govlint.page.columns_named import column_references
from govlint.page.lexing import lexer_of
from govlint.registry import load_registry
from govlint.testing import lint_files


@pytest.mark.parametrize(
    ("dialect", "text", "columns"),
    [
        (
            "trs",
            '<TRS_DOCUMENTS ID="通知公告" NUM=5><TRS_CHANNELS id=组织机构><TRS_CHANNEL ID="OWNER"/>',
            ["通知公告", "组织机构"],
        ),
        ("siteserver", '<stl:contents channelIndex="赛事动态"><stl:a channelName="首页">', ["赛事动态", "首页"]),
        ("jeecms", "[@cms_content_list channelId='2,5' count='1'][@cms_channel_list channelId=channelId]", ["2", "5"]),
        ("freemarker", "<@contentListDirective channelId=17><@channelDirective channelId=own>", ["17"]),
        (
            "phpcms",
            '{pc:content action="lists" catid="11"}{$CATEGORYS[12][url]}{pc:content catid="$catid"}',
            ["11", "12"],
        ),
        ("dedecms", "{dede:arclist typeid='14' row=5}{dede:channel type='top'/}", ["14"]),
    ],
)
def test_columns_that_templates_name(dialect: str, text: str, columns: list[str]) -> None:
    chosen = tuple(each for each in load_registry().dialects if each.name == dialect)
    assert [each.column for each in column_references(text, list(lexer_of(chosen).tags(text)))] == columns


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "channels.csv"
    path.write_bytes("id,name,hint\n22,信息公开指南,x\n,,\n".encode(encoding))
    assert load_channels(path) == (Channel("22", "信息公开指南"),)


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "channels.json"
    path.write_text('[{"id": 22, "name": "指南", "parent": 2, "path": "/zn/"}]', encoding="utf-8")
    assert load_channels(path) == (Channel("22", "指南", "2", "/zn/"),)


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "name\nx\n"), ("a.json", "{}"), ("a.json", '[{"id": 1}]'), ("a.json", "[")]
)
def test_what_is_no_dictionary(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ChannelsError):
        load_channels(tmp_path / name)
    with pytest.raises(ChannelsError):
        load_channels(tmp_path / "none.csv")


def test_a_reference_to_no_column() -> None:
    page = '<html lang="zh"><head><title>a</title></head><body>\n<@list channelId={}><p>一</p></@list></body></html>'
    files = {"a.ftl": page.format(22), "b.ftl": page.format(2)}
    found = lint_files(files, Settings(channels=(Channel("2", "公告"),))).findings
    assert [each.location.path for each in found if each.rule_id == "GOV9105"] == ["a.ftl"]


def test_the_command_prints_a_dictionary_to_fill_in(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("<p><@list channelId=22><a>一</a><!--公开指南--></@list></p>", encoding="utf-8")
    (tmp_path / "b.ftl").write_text("<p><@list channelId='22,3'></@list></p>", encoding="utf-8")
    result = CliRunner().invoke(cli, ["channels", "--no-config", str(tmp_path)])
    assert result.output == "id,name,parent,path,templates,hint\n3,,,,1,\n22,,,,2,公开指南\n"
    (tmp_path / "channels.csv").write_text(result.output, encoding="utf-8")
    assert [channel.id for channel in load_channels(tmp_path / "channels.csv")] == ["3", "22"]
