"""Lists of sites as offices keep them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govlint.batch.lists import Listed, ListError, read_list

CSV = "网站名称,网站标识码,类别,地区,域名,路径\n云霁市林业局,4399000021,部门,云霁,http://ly.yunji.gov.cn/；LY2.gov.cn,ly.zip\n"
ROW = Listed(Path("ly.zip"), "云霁市林业局", "4399000021", "department", "云霁", ("ly.yunji.gov.cn", "ly2.gov.cn"))


def _written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_spreadsheets_of_any_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    (row,) = read_list(_written(tmp_path, "list.csv", CSV.encode(encoding)))
    assert row == Listed(tmp_path / "ly.zip", *(getattr(ROW, name) for name in ROW.__slots__[1:]))


def test_json_says_the_same(tmp_path: Path) -> None:
    row = {
        "name": "云霁市林业局",
        "code": 4399000021,
        "kind": "department",
        "hosts": ["ly.yunji.gov.cn"],
        "path": "ly.zip",
    }
    for data in ([row], {"sites": [row]}):
        (found,) = read_list(_written(tmp_path, "list.json", json.dumps(data).encode()))
        assert (found.code, found.kind, found.hosts) == ("4399000021", "department", ("ly.yunji.gov.cn",))


def test_empty_lines_and_further_columns_do_not_matter(tmp_path: Path) -> None:
    found = read_list(_written(tmp_path, "list.csv", "备注,path\n,\n甲,a.zip,多余\n".encode()))
    assert [row.path.name for row in found] == ["a.zip"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("path,kind\na.zip,乡镇\n", "“乡镇”"),
        ("name\n甲\n", "没有路径"),
        ("path,code\na.zip,1\nb.zip,1\n", "“1”已在第 2 行"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ListError) as caught:
        read_list(_written(tmp_path, "list.csv", text.encode()))
    assert says in caught.value.text.zh
    assert "行" in caught.value.text.zh


@pytest.mark.parametrize("data", [b"[1]", b"{}", b"{", b"\xff\xfe\x00", b"3"])
def test_what_is_no_list_is_said(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ListError):
        read_list(_written(tmp_path, "list.json", data))
