"""Folders that stand for hosts, and folders that only wrap an export."""

import pytest

from govlint.site.layout import Layout, find_layout, folder_host


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("www.x.gov.cn", "www.x.gov.cn"),
        ("WWW.X.GOV.CN", "www.x.gov.cn"),
        ("www.x.gov.cn_8080", "www.x.gov.cn:8080"),
        ("www.x.gov.cn+8080", "www.x.gov.cn:8080"),
        ("x.gov.cn:80", "x.gov.cn"),
        ("10.1.2.3", "10.1.2.3"),
        ("某县.政务", "某县.政务"),
        ("jquery.lightbox", ""),
        ("zwgk", ""),
        ("2018.07.27", ""),
        ("cn", ""),
    ],
)
def test_folder_host(name: str, host: str) -> None:
    assert folder_host(name) == host


def test_a_plain_export_has_its_root_at_the_top() -> None:
    assert find_layout(["index.html", "zwgk/index.html", "images/a.png"]) == Layout()


def test_single_folders_wrap_the_export_and_litter_does_not_count() -> None:
    layout = find_layout(["export/site/index.html", "export/site/a/b.html", "export/README.md", "__MACOSX/export/._a"])
    assert layout.wrapping == "export/site/"
    assert layout.root_of("export/site/a/b.html") == "export/site/"


def test_the_folder_with_most_pages_is_the_main_host() -> None:
    layout = find_layout(
        ["index.html", "hts-cache/new.zip", "b.com/x.html", "www.x.gov.cn/index.html", "www.x.gov.cn/a/b.html"]
    )
    assert layout.main == "www.x.gov.cn"
    assert layout.folders == {"b.com": "b.com/", "www.x.gov.cn": "www.x.gov.cn/"}
    assert layout.root_of("b.com/x.html") == "b.com/"
    assert layout.root_of("index.html") == ""
    assert layout.roots == ("www.x.gov.cn/", "")


def test_hosts_may_stand_in_a_wrapping_folder() -> None:
    layout = find_layout(["mirror/www.x.gov.cn/index.html", "mirror/b.com/a.html"])
    assert layout.wrapping == "mirror/"
    assert layout.root_of_host("www.x.gov.cn") == "mirror/www.x.gov.cn/"
    assert layout.host_of("mirror/not.mirrored.cn/a.html") == "not.mirrored.cn"


def test_no_files_and_files_without_folders() -> None:
    assert find_layout([]) == Layout()
    assert find_layout(["a.txt"]) == Layout()
