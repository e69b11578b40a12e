"""The three classes under which offices name problem sites: not updated, cannot be opened or read, blank columns."""

from __future__ import annotations

from collections.abc import Iterable

from govlint.finding import Text
from govlint.hookspecs import hookimpl
from govlint.standard.classes import FaultClass

# The headings are those of cities' quarterly notices; 空白栏目 is also the official tables' word. Only faults count.
# Whether a site as a whole can be reached (站点无法访问) no file can tell, so the second is not called that.
CLASSES = (
    FaultClass("not-updated", Text("内容不更新", "content not updated"), ("GOV4001", "GOV4002", "GOV4003", "GOV4004")),
    FaultClass(
        "unreadable",
        Text("打不开或无法阅读", "cannot be opened or read"),
        ("GOV5001", "GOV5002", "GOV5005", "GOV5007", "GOV9001"),
    ),
    FaultClass("blank", Text("空白栏目", "blank columns"), ("GOV1002", "GOV1003", "GOV1004", "GOV2003")),
)


@hookimpl
def govlint_fault_classes() -> Iterable[FaultClass]:
    """Return the three classes."""
    return CLASSES
