"""The user's own lists of hosts, through the configuration."""

from __future__ import annotations

import pytest

from govlint.registry import load_registry


@pytest.mark.parametrize(("rule_id", "option"), [("GOV5003", "allow_hosts"), ("GOV5006", "closed_hosts")])
def test_the_configuration_knows_the_lists(rule_id: str, option: str) -> None:
    assert load_registry().rules[rule_id].options[option]["type"] == "array"
