"""Fingerprints: the same for what stays, different for what differs."""

from govlint.finding import Finding, Location, Mark, Text, Verdict
from govlint.lint.findings.fingerprint import fingerprint, fingerprints


def finding(path: str = "a.html", key: str = "领导之窗", rule_id: str = "GOV1002", element: int = 0) -> Finding:
    return Finding(Verdict.FAIL, Text("空。", "Blank."), Location(path, Mark(element)), key, rule_id=rule_id)


def test_a_fingerprint_is_part_of_the_file_formats_and_must_not_change() -> None:
    expected = "5264e6bca91e9aa1254a9677256bfcc3"
    assert fingerprint("GOV1002", "a.html", "领导之窗", 0)[:32] == expected


def test_a_moved_finding_keeps_its_fingerprint() -> None:
    assert fingerprints([finding(element=3)]) == fingerprints([finding(element=30)])


def test_equals_are_told_apart_and_the_last_goes_first() -> None:
    three = fingerprints([finding(), finding(), finding()])
    assert len(set(three)) == 3
    assert fingerprints([finding(), finding()]) == three[:2]


def test_each_part_counts() -> None:
    different = [finding(), finding(path="b.html"), finding(key="机构职能"), finding(rule_id="GOV1003")]
    assert len(set(fingerprints(different))) == 4


def test_parts_cannot_be_shifted_into_each_other() -> None:
    assert fingerprint("R", "a", "b\0c", 0) != fingerprint("R", "a\0b", "c", 0)
    assert fingerprint("R", "a", "1\0b", 1) != fingerprint("R", "a", "b", 11)


def test_any_character_can_stand_in_a_key() -> None:
    assert len(fingerprint("R", "\udcff.html", "\ud800", 0)) == 64
