"""Keys: readable, stable, and never the same for two sites."""

from __future__ import annotations

from pathlib import PurePath

from hypothesis import given
from hypothesis import strategies as st

from govlint.batch.keys import identities, key, stem


def test_the_endings_of_archives_go() -> None:
    assert stem("data/云霁市林业局.tar.gz") == "云霁市林业局"
    assert stem("www.yunji.gov.cn") == "www.yunji.gov.cn"
    assert stem("a.WARC.GZ") == "a"
    assert stem(".zip") == ".zip"


def test_keys_can_be_read_and_are_file_names_everywhere() -> None:
    assert key("云霁市林业局").startswith("云霁市林业局-")
    assert key('a/b:c*"?<>|').startswith("a-b-c-")
    assert key("..").startswith("site-")
    assert len(key("长" * 300)) < 60


def test_keys_tell_apart_what_file_systems_may_not() -> None:
    assert key("Site").lower() != key("site").lower()
    assert key("a b") != key("a-b")


def test_a_key_does_not_depend_on_the_other_sites() -> None:
    assert identities(["/a/x.zip"]) == identities(["/a/x.zip", "/a/y.zip"])[:1]


def test_the_same_file_name_in_two_folders_gets_folders_before_it() -> None:
    assert identities(["/q/北/x.zip", "/q/南/x.zip", "/q/y.zip"]) == ["北/x.zip", "南/x.zip", "y"]
    assert identities(["/q/x.zip", "/q/x.tar.gz"]) == ["x.zip", "x.tar.gz"]


_NAMES = st.text(st.sampled_from("ab.z/ip林"), min_size=1, max_size=8)


@given(
    st.lists(_NAMES.map(lambda name: "/" + name.replace("//", "/").strip("/") + "x"), unique_by=PurePath, max_size=6)
)
def test_identities_are_never_shared(paths: list[str]) -> None:
    found = identities(paths)
    assert len(set(found)) == len(paths)
    assert len({key(name) for name in found}) == len(paths)
