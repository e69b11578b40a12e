"""What plugins say must not be printed is masked in all that findings say."""

from __future__ import annotations

from govlint.finding import Finding, Location, Mark, Text, Verdict
from govlint.lint.findings.redact import HIDDEN, redact

SECRET = "geheim"
PLAIN = Finding(Verdict.FAIL, Text("好。", "Good."), Location("a.html", Mark(1)), "key")
TELLING = Finding(
    Verdict.REVIEW,
    Text(f"有{SECRET}。", f"It has {SECRET}."),
    Location(f"{SECRET}.html", Mark(1), Text(SECRET, SECRET), None, f"<p>{SECRET}</p>", "hash"),
    f"key {SECRET}",
    (Location("b.html", Mark(2), None, None, f"{SECRET}!"),),
    Text(SECRET, SECRET),
    (("name", SECRET), ("number", 3)),
)


def _stars(text: str) -> str:
    return text.replace(SECRET, "*" * len(SECRET))


def test_everything_but_the_path_is_masked() -> None:
    (masked,) = redact([TELLING], [_stars])
    assert masked.location.path == f"{SECRET}.html"
    assert SECRET not in repr(masked).replace(f"{SECRET}.html", "")
    assert masked.location.line_text == "<p>******</p>"
    assert masked.properties == (("name", "******"), ("number", 3))
    assert masked.location.line_hash == "hash"


def test_what_holds_nothing_stays_the_same_object() -> None:
    assert redact([PLAIN], [_stars])[0] is PLAIN
    assert redact([PLAIN, TELLING], []) == [PLAIN, TELLING]


def test_what_a_redactor_fails_on_is_not_shown() -> None:
    def fails(text: str) -> str:
        raise ValueError(text)

    (masked,) = redact([TELLING], [fails])
    assert SECRET not in repr(masked).replace(f"{SECRET}.html", "")
    assert masked.location.line_text == HIDDEN * len(f"<p>{SECRET}</p>")
