"""Every example of every rule about columns gives exactly what it says."""

import pytest
from govlint.plugins.columns import govlint_rules

from govlint.lint.rule import Example, Rule
from govlint.testing import check_example

RULES = {rule.id: rule for rule in govlint_rules()}


def test_the_package_gives_its_rules() -> None:
    assert {"GOV1001", "GOV1002", "GOV1003", "GOV1004", "GOV1005"} <= RULES.keys()


CASES = [(rule, example) for rule in RULES.values() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.id}-{example.title.en}" for rule, example in CASES])
def test_example(rule: Rule, example: Example) -> None:
    check_example(rule, example)
