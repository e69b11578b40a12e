"""Under which heading a self-check report tells of a fault: the four classes of a city's correction notice."""

from __future__ import annotations

from typing import NamedTuple

from govlint.finding import Text


class Heading(NamedTuple):
    """A class of faults: its name and the rules that belong to it."""

    id: str
    name: Text
    rules: tuple[str, ...]


HEADINGS = (
    Heading("blank", Text("空白栏目", "Blank columns"), ("GOV1002", "GOV1003", "GOV1004", "GOV2001", "GOV2003")),
    Heading(
        "missing",
        Text("缺少模块", "Missing modules"),
        ("GOV1001", "GOV1009", "GOV1010", "GOV2002", "GOV6009", "GOV6022", "GOV7001"),
    ),
    Heading("disclosure", Text("公开内容不足", "Too little disclosed"), ("GOV1008", "GOV3")),
    Heading("stale", Text("更新滞后", "Updates behind time"), ("GOV4",)),
)
OTHER = Heading("other", Text("其他问题", "Other faults"), ())

MISSING_COLUMN = "GOV1001"
"""The rule that names demanded columns the site lacks: they stand in no column tree."""


def heading_of(rule_id: str) -> Heading:
    """Return the class that the rule *rule_id* belongs to, OTHER where it belongs to none."""
    return next((heading for heading in HEADINGS if rule_id.startswith(heading.rules)), OTHER)
