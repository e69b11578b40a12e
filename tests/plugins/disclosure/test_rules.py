"""The disclosure rules beyond their examples: what must stay silent, and when nothing may be called missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from govlint.plugins.disclosure.samples import OFFICE, article, guide, item, site_of

from govlint.finding import Finding, Severity, Verdict
from govlint.lint.settings import Settings
from govlint.testing import lint_files

_SETTINGS = Settings(standards=("city-2017", "disclosure-2019"), site_kind="department", as_of=date(2021, 6, 1))
PLUGINS = Path(__file__).resolve().parents[3] / "plugins"
_PROSE = "<h1>依申请公开</h1><p>公民、法人和其他组织可以向本机关申请公开信息，当面提交、邮寄或者传真均可。</p>"


def found(files: dict[str, str], rule: str, settings: Settings = _SETTINGS) -> list[Finding]:
    result = lint_files(files, settings._replace(select=(rule,)))
    assert not result.broken
    return [finding for finding in result.findings if finding.rule_id == rule]


def missing(files: dict[str, str], settings: Settings = _SETTINGS) -> set[str]:
    return {finding.key for finding in found(files, "GOV3001", settings) if finding.verdict is Verdict.FAIL}


def test_a_list_column_is_not_the_document_it_is_named_after() -> None:
    assert "rules" in missing(site_of({"信息公开规定": ("gd", item("./1.html", "工作安排"))}))


def test_an_article_column_is_the_document() -> None:
    assert "guide" not in missing(site_of({"信息公开指南": ("zn", guide(OFFICE))}))


def test_an_attachment_of_the_name_is_the_document() -> None:
    further = {"xxgk/信息公开工作考核办法.doc": ""}
    assert "assessment" not in missing(site_of({}, further))


def test_recruitment_and_random_checks_are_no_disclosure() -> None:
    rows = item("./1.html", "关于公开招聘人员考核的公告") + item("./2.html", "“双随机、一公开”监管实施细则")
    assert {"assessment", "rules"} <= missing(site_of({"通知公告": ("tzgg", rows)}))


def test_the_form_may_be_called_a_table_in_the_column_for_requests() -> None:
    files = site_of({"依申请公开": ("ysqgk", f'{_PROSE}<a href="./sq.doc">申请表</a>')}, {"ysqgk/sq.doc": ""})
    assert "request-form" not in missing(files)


def test_part_of_a_site_is_never_missing_documents() -> None:
    verdicts = {finding.verdict for finding in found(site_of({}), "GOV3001", _SETTINGS._replace(partial=True))}
    assert verdicts == {Verdict.REVIEW}


def test_a_standard_says_how_much_a_document_weighs(tmp_path: Path) -> None:
    city = json.loads((PLUGINS / "standards" / "city-2017.json").read_text(encoding="utf-8")) | {"id": "own"}
    city["documents"] = [demand | {"severity": "warning"} for demand in city["documents"]]
    (tmp_path / "own.json").write_text(json.dumps(city), encoding="utf-8")
    settings = _SETTINGS._replace(standards=(str(tmp_path / "own.json"),))
    assert {finding.severity for finding in found(site_of({}), "GOV3001", settings)} == {Severity.WARNING}


def test_no_standard_no_document() -> None:
    assert not found(site_of({}), "GOV3001", _SETTINGS._replace(standards=("disclosure-2019",)))


def test_a_form_behind_a_row_of_the_column_counts() -> None:
    further = {"ysqgk/t1.html": article("信息公开申请") + '<a href="./x.doc">附件</a>', "ysqgk/x.doc": ""}
    assert not found(site_of({"依申请公开": ("ysqgk", item("./t1.html", "信息公开申请"))}, further), "GOV3002")


def test_an_entry_to_a_request_system_counts() -> None:
    link = '<a href="http://apply.example.gov.cn/">网上申请</a>'
    assert not found(site_of({"依申请公开": ("ysqgk", _PROSE + link)}), "GOV3002")


def test_no_column_for_requests_is_not_this_rules_matter() -> None:
    assert not found(site_of({}), "GOV3002")


def test_guides_that_lack_the_same_are_one_finding() -> None:
    page = guide(OFFICE.replace("传真号码", "备用").replace("0748-8880018", ""))
    files = site_of({"信息公开指南": ("zn", page), "本级信息公开指南": ("zn2", page)})
    (finding,) = found(files, "GOV3003")
    assert dict(finding.properties)["pages"] == 2
    assert "传真号码" in finding.message.zh


def test_a_list_of_guides_is_no_guide() -> None:
    files = site_of({"信息公开指南": ("zn", "<h1>信息公开指南</h1>" + item("./t1.html", "某局信息公开指南"))})
    assert not found(files, "GOV3003")


def test_a_report_elsewhere_on_the_site_counts() -> None:
    old = item("./t1.html", "2018年政府信息公开年报", "2019-01-20")
    news = item("./t2.html", "2020年政府信息公开工作年度报告")
    files = site_of({"信息公开年报": ("nb", old), "通知公告": ("tzgg", news)})
    assert not found(files, "GOV3005")


def test_a_platform_on_another_host_leaves_the_report_open() -> None:
    files = site_of({"信息公开年报": ("nb", item("./t1.html", "2018年政府信息公开年报", "2019-01-20"))})
    home = files["index.html"].replace("</ul>", '<li><a href="http://gk.example.gov.cn/">政府信息公开</a></li></ul>')
    (finding,) = found({**files, "index.html": home}, "GOV3005")
    assert finding.verdict is Verdict.REVIEW


def test_reports_before_2021_have_no_set_form() -> None:
    page = "<h1>2019年政府信息公开工作年度报告</h1><p>" + "工作情况。" * 100 + "</p>"
    settings = _SETTINGS._replace(standards=("annual-report-2021",), as_of=date(2023, 6, 1))
    assert not found(site_of({"信息公开年报": ("nb", page)}), "GOV3006", settings)


def test_the_fields_may_stand_on_the_entries() -> None:
    table = "<table><tr><th>索引号</th><td>1</td><th>发文字号</th><td>无</td></tr></table>"
    files = site_of(
        {"信息公开目录": ("ml", item("./t1.html", "工作安排"))}, {"ml/t1.html": article("工作安排") + table}
    )
    assert not found(files, "GOV3004")
