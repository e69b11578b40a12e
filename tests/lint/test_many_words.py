"""Many words looked for at once: those that overlap, begin alike or stand in one another are all found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.lint.many_words import ManyWords

_TEXTS = st.text(alphabet="ab<标", max_size=40)


@given(st.lists(st.text(alphabet="ab<标", min_size=1, max_size=5), max_size=12), st.lists(_TEXTS, max_size=4))
def test_they_are_those_that_stand_in_the_text(words: list[str], texts: list[str]) -> None:
    many = ManyWords(words)
    for text in (*texts, "-" * 200_000, *texts):  # the long one makes it worth a pattern
        assert many.within(text) == {word for word in words if word in text}


def test_words_that_mean_something_in_patterns() -> None:
    words = ("{$", "$!{", "[#", "<?", "<?php", "site_code=", "Link(", "&#", ".")
    many = ManyWords(words)
    many.within("-" * 200_000)
    assert many.within("a<?php{$$!{[#site_code=Link(&#.") == set(words)
    assert many.within("aa") == set()
