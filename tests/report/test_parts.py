"""The small parts of the reporters: folding, cutting, links, the model's own words."""

from collections.abc import Callable

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.report import links
from govlint.report.fold import Fold, folded
from govlint.report.model import Notification, NotificationKind, Report
from govlint.report.subset import cut, with_verdicts
from govlint.report.words import NOTIFICATIONS, SEVERITIES, rule_markdown

MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]


def test_folds_need_one_rule_one_key_one_severity_and_many_files(make_finding: MakeFinding) -> None:
    alike = [make_finding(path=f"{n}.html") for n in range(4)]
    other = make_finding(path="0.html", key="other")
    lighter = make_finding(path="0.html", severity=Severity.NOTE)
    assert folded([alike[0], other, *alike[1:], lighter], 3) == [
        Fold(alike[0], tuple(alike[1:])),
        Fold(other),
        Fold(lighter),
    ]
    assert folded(alike, 4) == [Fold(finding) for finding in alike]
    assert folded([alike[0]] * 9, 3) == [Fold(alike[0])] * 9


def test_cutting_keeps_fingerprints_beside_their_findings(make_finding: MakeFinding, make_report: MakeReport) -> None:
    findings = [make_finding(severity=severity, key=severity) for severity in reversed(Severity)]
    report = make_report(*findings)
    kept = cut(report, 1)
    assert kept.findings == (findings[2],)
    assert kept.fingerprints == (report.fingerprints[2],)
    assert kept.notifications[-1].kind is NotificationKind.CUT
    assert cut(report, 3) is report


def test_choosing_verdicts(sample: Report) -> None:
    chosen = with_verdicts(sample, {Verdict.REVIEW})
    assert chosen.findings == sample.reviews
    assert len(chosen.fingerprints) == 1
    assert with_verdicts(sample, set(Verdict)) is sample


def test_a_report_knows_its_faults_and_whether_it_succeeded(sample: Report) -> None:
    assert len(sample.faults) == 4
    assert not sample.succeeded
    warned = Notification(NotificationKind.CONFIG, Severity.WARNING, Text("a", "a"))
    assert sample._replace(notifications=(warned,), exit_code=1).succeeded


def test_every_kind_and_severity_has_words() -> None:
    assert set(NOTIFICATIONS) == set(NotificationKind)
    assert set(SEVERITIES) == set(Severity)


def test_a_rule_without_a_page_gets_one(sample: Report) -> None:
    house_style = sample.rules[0]
    assert rule_markdown(house_style, "en") == (
        "# ACME001 HouseStyle\n\nAgainst the house style.\n\n## What to do\n\nFollow the style.\n"
    )


def test_addresses_come_from_one_base() -> None:
    assert links.rule_page("GOV1001") == f"{links.PROJECT}/blob/main/docs/rules/GOV1001.md"
