"""Every example of every rule is run: the examples are the tests."""

from __future__ import annotations

import pytest

from govlint.finding import Verdict
from govlint.lint.rule import Example, Rule, Scope
from govlint.registry import load_registry
from govlint.testing import check_example

RULES = [rule for rule in load_registry().rules.values() if rule.scope is not Scope.RUN]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    check_example(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_shows_both_sides(rule: Rule) -> None:
    assert any(example.expected for example in rule.examples), "no example that finds anything"
    assert any(not example.expected for example in rule.examples), "no example that passes"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_failing_examples_name_the_place(rule: Rule) -> None:
    for example in rule.examples:
        for expected in example.expected:
            if expected.verdict is Verdict.FAIL:
                assert expected.line, f"{rule.id}: {example.title.zh}"
                assert expected.column, f"{rule.id}: {example.title.zh}"


def test_messages_keep_to_the_house_style() -> None:
    from govlint.testing import run_example

    for rule in RULES:
        for example in rule.examples:
            for finding in run_example(rule, example):
                message = finding.message
                assert message.zh.endswith("。"), message.zh
                assert message.en.endswith("."), message.en
                assert len(message.zh) <= 200
                assert (finding.reason is not None) == (finding.verdict is Verdict.REVIEW)
