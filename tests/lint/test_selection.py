"""Which rules run."""

from __future__ import annotations

import pytest

from govlint.lint.selection import select
from govlint.lint.settings import SettingsError
from govlint.registry import load_registry

RULES = load_registry().rules


@pytest.mark.parametrize("word", ["GOV1002", "gov1002", "blank-column", "BlankColumn"])
def test_a_rule_goes_by_id_slug_and_name(word: str) -> None:
    chosen = [rule_id for rule_id in select(RULES, [word], []) if not rule_id.startswith("GOV0")]
    assert chosen == ["GOV1002"]


def test_a_prefix_takes_a_family_and_ignore_takes_out() -> None:
    chosen = select(RULES, ["GOV1"], ["GOV1002"])
    assert "GOV1001" in chosen
    assert "GOV1002" not in chosen
    assert not [rule_id for rule_id in chosen if rule_id.startswith("GOV2")]


def test_what_govlint_says_of_itself_is_not_lost_by_selecting() -> None:
    assert "GOV0003" in select(RULES, ["GOV1"], [])
    assert "GOV0007" not in select(RULES, [], ["GOV0007"])


@pytest.mark.parametrize("word", ["GOV9999", "no-such-rule", "X"])
def test_a_word_that_names_no_rule_is_an_error(word: str) -> None:
    with pytest.raises(SettingsError, match=word):
        select(RULES, [word], [])
