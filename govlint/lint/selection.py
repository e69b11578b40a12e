"""Which rules run: ids, prefixes of ids, names and slugs, as ``--select`` and ``--ignore`` take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govlint.lint.rule import Rule
from govlint.lint.settings import SettingsError


def matches(rule: Rule, word: str) -> bool:
    """Whether *word* names *rule*: its id, a prefix of the id, an id it had before, its name or its slug."""
    upper = word.upper()
    if rule.id == upper or upper in rule.replaces or word.lower() in (rule.slug, rule.name.lower()):
        return True
    # GOV1 is the whole family; a complete id never stands for longer ones.
    return len(upper) < len(rule.id) and rule.id.startswith(upper)


def select(rules: Mapping[str, Rule], wanted: Iterable[str], unwanted: Iterable[str]) -> dict[str, Rule]:
    """Return the rules that *wanted* names (all where it is empty) less those that *unwanted* names.

    GOV0 rules speak of the run itself and cannot be left out by *wanted*. Raises SettingsError for a word that
    names no rule.
    """
    wanted, unwanted = list(wanted), list(unwanted)
    for word in (*wanted, *unwanted):
        if not any(matches(rule, word) for rule in rules.values()):
            raise SettingsError(
                f"没有规则叫“{word}”（用 govlint rules 查看） / no rule is called “{word}” (see govlint rules)"
            )
    return {
        rule_id: rule
        for rule_id, rule in rules.items()
        if (not wanted or rule_id.startswith("GOV0") or any(matches(rule, word) for word in wanted))
        and not any(matches(rule, word) for word in unwanted)
    }
