"""Files under the names that URLs and mirroring tools give them."""

from hashlib import md5

import pytest

from govlint.site.stored import StoredFiles, is_program, names_with_query


@pytest.mark.parametrize(
    "name", ["index.html", "index.htm", "index.shtml", "index.jsp", "Index.aspx", "Default.aspx", "default.php"]
)
def test_a_folder_is_its_index(name: str) -> None:
    stored = StoredFiles([f"zwgk/{name}", "zwgk/a.html"])
    assert stored.find("zwgk/") == stored.find("zwgk") == f"zwgk/{name}"
    assert stored.index_name == name


def test_index_goes_before_default_and_html_before_programs() -> None:
    assert StoredFiles(["default.html", "index.html", "index.php"]).find("") == "index.html"


def test_a_second_page_is_no_index() -> None:
    assert StoredFiles(["zwgk/index_1.html"]).find("zwgk/") == ""


def test_case_and_unicode_form_may_differ_and_the_exact_name_wins() -> None:
    stored = StoredFiles(["Css/Base.css", "cafe\u0301.html", "a.html", "A.html"])
    assert stored.find("css/base.css") == "Css/Base.css"
    assert stored.find("caf\u00e9.html") == "cafe\u0301.html"
    assert stored.find("a.html") == "a.html"
    assert stored.find("A.html") == "A.html"


def test_a_name_made_by_httrack_is_found_by_its_query() -> None:
    made = f"index{md5(b'link=zwgk').hexdigest()[:4]}.html"
    assert made == "index2522.html"
    stored = StoredFiles([made, "index.html"])
    assert stored.find("index.html", "link=zwgk") == made
    assert stored.find("", "link=zwgk") == made
    assert stored.find("index.html", "link=other") == "index.html"


@pytest.mark.parametrize("name", ["list.php?id=3", "list.php?id=3.html", "list.php@id=3", "list.php@id=3.html"])
def test_names_made_by_wget_are_found_by_their_query(name: str) -> None:
    stored = StoredFiles([name, "list.php"])
    assert stored.find("list.php", "id=3") == name
    assert stored.find("list.php", "id=4") == ""


def test_a_slash_in_a_query_is_escaped_by_wget() -> None:
    assert "a.php?u=b%2Fc.html" in names_with_query("a.php", "u=b/c")


def test_a_style_sheet_stored_by_wget_keeps_its_query_too() -> None:
    assert StoredFiles(["s.css?v=1.css"]).find("s.css", "v=1") == "s.css?v=1.css"


def test_a_static_file_answers_any_query() -> None:
    assert StoredFiles(["style.css"]).find("style.css", "v=1") == "style.css"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("zwgk/a", "zwgk/a.html"),
        ("list.php", "list.php.html"),
        ("list.jsp", "list.html"),
        ("a.shtml", "a.shtml.html"),
        ("a.html;jsessionid=1F", "a.html"),
    ],
)
def test_pages_stored_under_a_further_extension(path: str, name: str) -> None:
    assert StoredFiles([name]).find(path) == name


def test_file_names_in_gbk_bytes_are_found_by_their_characters() -> None:
    folder = "公开".encode("gbk").decode("utf-8", "surrogateescape")
    stored = StoredFiles([f"{folder}/index.html", f"{folder}/a.doc"])
    assert stored.find("公开/") == f"{folder}/index.html"
    assert stored.find("公开/a.doc") == f"{folder}/a.doc"


def test_half_a_surrogate_pair_in_a_file_name_does_not_raise() -> None:
    assert StoredFiles(["\ud800.html"]).find("\ud800.html") == "\ud800.html"


@pytest.mark.parametrize(
    ("path", "query"),
    [
        *(("a.php", None), ("a.do", "x=1"), ("A.ASPX", None), ("a.jsp;jsessionid=1F", None), ("news", "id=1")),
        *(("cgi-bin/x", None), ("e/search/", None), ("was5/web/search", None), ("zwgk/", "p=2")),
    ],
)
def test_programs(path: str, query: str | None) -> None:
    assert is_program(path, query)


@pytest.mark.parametrize(
    ("path", "query"), [("a.html", "x=1"), ("zwgk/", None), ("search.html", None), ("research/", None), ("a.css", "v")]
)
def test_files(path: str, query: str | None) -> None:
    assert not is_program(path, query)
