"""The line hash against GitHub's published vectors and against the definition written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.lint.findings.line_hash import LineHashes


def all_hashes(text: str) -> list[str]:
    """The hashes of all lines."""
    hashes = LineHashes(text)
    return [hashes.of(line) for line in range(1, len(hashes) + 1)]


VECTORS = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ),
    (
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        [
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1",
        ],
    ),
    (
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
        [
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1",
        ],
    ),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)]
        + [
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VECTORS)
def test_published_vectors(text: str, expected: list[str]) -> None:
    assert all_hashes(text) == expected


def by_definition(text: str) -> list[str]:
    """The sum of the definition for every line, with no cleverness: the oracle."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    counts: dict[int, int] = {}
    hashes = []
    for number in range(len(lines)):
        rest = "\n".join(lines[number:]).replace(" ", "").replace("\t", "")
        raw = rest.encode("utf-16-le")
        units = [int.from_bytes(raw[at : at + 2], "little") for at in range(0, len(raw), 2)]
        window = ([*units, 0xFFFF] + [0] * 100)[:100]
        value = sum(unit * 37 ** (99 - at) for at, unit in enumerate(window)) % 2**64
        counts[value] = counts.get(value, 0) + 1
        hashes.append(f"{value:x}:{counts[value]}")
    return hashes


@given(st.text(alphabet="ab 栏😀\t\r\n<\f", max_size=400))
def test_agrees_with_the_definition(text: str) -> None:
    assert all_hashes(text) == by_definition(text)


@pytest.mark.parametrize("length", [98, 99, 100, 101, 250])
def test_lines_around_the_length_of_the_window(length: int) -> None:
    text = "\n".join(["x" * length, "😀" * (length // 2), "y" * length, ""])
    assert all_hashes(text) == by_definition(text)


def test_a_lone_surrogate_is_a_unit_like_any_other() -> None:
    assert all_hashes("\ud800") != all_hashes("\ud801")


def test_every_finding_of_a_minified_page_has_one_hash() -> None:
    assert len(LineHashes("<p>" * 100_000)) == 1


def test_a_line_that_is_not_there_has_no_hash() -> None:
    hashes = LineHashes("a\nb")
    assert [hashes.of(line) for line in (0, 3)] == ["", ""]
