"""What reports say of the templates that faults come from."""

from __future__ import annotations

from collections.abc import Callable

from govlint.finding import Finding, Origin, Region, Verdict
from govlint.report import text
from govlint.report.model import Report
from govlint.report.origins import origins_in_words, to_mend

HEAD = Origin("t/head.html", Region(3, 5, 3, 9), "<ul></ul>", 40)
FOOT = Origin("t/foot.html", Region(1, 1, 1, 9), "<p>", 7)


def test_lines_of_templates_are_ranked_by_the_pages_they_reach(make_finding: Callable[..., Finding]) -> None:
    faults = [
        make_finding(origins=(FOOT,)),
        make_finding(origins=(HEAD,), rule_id="GOV9005"),
        make_finding(origins=(HEAD._replace(pages=1),), properties=(("pages", 60),)),
        make_finding(origins=(HEAD, FOOT._replace(pages=9)), rule_id="GOV5001", properties=(("pages", 90),)),
        make_finding(origins=(FOOT._replace(path="t/a.html", pages=1), HEAD), properties=(("pages", 90),)),
        make_finding(origins=tuple(FOOT._replace(path=f"t/{number}.html") for number in range(9))),
        make_finding(),
    ]
    assert to_mend(faults) == [
        ("t/head.html:3", ("GOV1002", "GOV5001", "GOV9005"), 60),
        ("t/foot.html:1", ("GOV1002", "GOV5001"), 9),
        ("t/a.html:1", ("GOV1002",), 0),
    ]


def test_the_text_report_lists_them_for_faults_alone(
    make_finding: Callable[..., Finding], make_report: Callable[..., Report], written: Callable[..., str]
) -> None:
    many = [make_finding(key=str(number), origins=(HEAD._replace(path=f"t/{number:02}.html"),)) for number in range(25)]
    review = make_finding(key="r", verdict=Verdict.REVIEW, origins=(FOOT,))
    shown = written(text.write, make_report(*many, review)).partition("要改的模板")[2].partition("\n\n")[0]
    assert shown.splitlines()[1:3] == ["  t/00.html:3  40 个页面  GOV1002", "  t/01.html:3  40 个页面  GOV1002"]
    assert shown.splitlines()[-1] == "  另有 5 处"
    assert "foot" not in shown
    assert "要改的模板" not in written(text.write, make_report(review))


def test_of_many_places_some_are_named(make_finding: Callable[..., Finding]) -> None:
    places = tuple(HEAD._replace(path=f"t/{number}.html", pages=1) for number in range(5))
    said = origins_in_words([make_finding(origins=places)], "zh")
    assert said == "源码见于模板的 5 处：t/0.html:3:5、t/1.html:3:5、t/2.html:3:5 等"
    assert origins_in_words([make_finding(origins=(HEAD,))], "en") == "From the template t/head.html:3:5 (40 pages)"
    assert origins_in_words([make_finding()], "zh") == ""
