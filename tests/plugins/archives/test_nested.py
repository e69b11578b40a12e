"""Archives within archives: opened where the outer one has no pages of its own, down to a small depth."""

import gzip
import zipfile
from collections.abc import Callable

import pytest
from govlint.plugins.archives.limits import Limits
from govlint.plugins.archives.source import ArchiveSource

from .conftest import FILES, contents_of, paths_of, tar_bytes, unread_of, zip_bytes

Open = Callable[..., ArchiveSource]
MANY = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED


def below(prefix: str) -> dict[str, bytes]:
    return {prefix + path: data for path, data in FILES.items()}


@pytest.mark.parametrize("method", MANY)
@pytest.mark.parametrize("inner", ["site.zip", "site.tar", "site.tar.gz"])
def test_the_archive_that_a_wrapper_carries_is_the_site(opened: Open, method: int, inner: str) -> None:
    data = zip_bytes(FILES) if inner.endswith("zip") else tar_bytes(FILES, "w:gz" if inner.endswith("gz") else "w")
    source = opened(zip_bytes({f"导出/{inner}": data, "说明.txt": b"x"}, method))
    assert contents_of(source) == below(f"导出/{inner}!/")
    assert source.nested == (f"导出/{inner}",)


def test_an_archive_beside_pages_is_something_to_download(opened: Open) -> None:
    files = FILES | {"files/form.zip": zip_bytes({"form.html": b"1"})}
    assert contents_of(opened(zip_bytes(files))) == files


def test_two_levels_are_opened_and_a_third_is_not(opened: Open) -> None:
    second = zip_bytes({"c.tar.gz": tar_bytes(FILES, "w:gz")})
    source = opened(zip_bytes({"b.zip": second}))
    assert contents_of(source) == below("b.zip!/c.tar.gz!/")
    assert source.nested == ("b.zip!/c.tar.gz", "b.zip")
    deeper = opened(zip_bytes({"a.zip": zip_bytes({"b.zip": second})}))
    assert unread_of(deeper) == {"a.zip!/b.zip!/c.tar.gz": "is an archive nested too deeply and was not opened"}


def test_one_that_is_too_large_to_hold_says_so(opened: Open) -> None:
    inner = tar_bytes(FILES | {"film.mp4": bytes(range(256)) * 400})
    source = opened(zip_bytes({"site.tar": inner}), limits=Limits(nested=50_000))
    assert unread_of(source) == {"site.tar": "unpacks to more than 50000 B and was not read"}
    assert (
        contents_of(opened(zip_bytes({"site.tar": inner}, 0), limits=Limits(nested=50_000))).keys()
        > below("site.tar!/").keys()
    )


def test_a_broken_one_costs_itself_alone(opened: Open) -> None:
    source = opened(zip_bytes({"a.zip": zip_bytes(FILES)[:-40], "b.zip": zip_bytes(FILES)}))
    assert contents_of(source) == below("b.zip!/")
    assert set(unread_of(source)) == {"a.zip"}


def test_one_that_is_cut_says_that_its_end_is_missing(opened: Open) -> None:
    source = opened(zip_bytes({"site.tar": tar_bytes({"a.html": b"1", "b.html": b"2"})[:1100]}))
    assert paths_of(source) == ["site.tar!/a.html"]
    (unread,) = source.unread
    assert (unread.path, unread.partly) == ("site.tar", True)


def test_what_is_only_named_as_an_archive_is_a_file(opened: Open) -> None:
    source = opened(zip_bytes({"list.gz": gzip.compress(b"1 2 3"), "x.zip": b"text", "broken.gz": b"\x1f\x8b no"}))
    assert paths_of(source) == ["broken.gz", "list.gz", "x.zip"]
    assert set(unread_of(source)) == {"broken.gz"}


def test_the_budget_of_names_is_one_for_all(opened: Open) -> None:
    many = zip_bytes({f"{number}.html": b"" for number in range(8)})
    source = opened(zip_bytes({"a.zip": many, "b.zip": many}), limits=Limits(entries=12))
    assert len(paths_of(source)) == 10
    assert unread_of(source) == {"b.zip": "holds more than 12 files"}
