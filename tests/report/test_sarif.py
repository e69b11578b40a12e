"""The SARIF log as a whole: goldens, the strict profile, and the rules of the two validators that matter."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint._where import bundled
from govlint.finding import Finding, Location, Severity, Text, Verdict
from govlint.report.model import Notification, NotificationKind, Report
from govlint.report.sarif import write
from govlint.report.sarif_profile import Profile

Written = Callable[..., str]
MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]


@pytest.fixture(scope="session")
def profile() -> jsonschema.Draft202012Validator:
    schema = json.loads((bundled("schemas") / "sarif-profile.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def log(written: Written, profile: jsonschema.Draft202012Validator) -> Callable[..., Any]:
    """Write a report, hold it against the profile, and return the log."""

    def run(*reports: Report, **options: Any) -> Any:
        text = written(write, *reports, **options)
        value = json.loads(text)
        profile.validate(value)
        assert text.endswith("}\n")
        assert text.count("\n") == 1
        return value

    return run


def run_of(log: Any) -> Any:
    return log["runs"][0]


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a log."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(inner)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(
    log: Callable[..., Any],
    written: Written,
    sample: Report,
    golden: Callable[[str, str], None],
    readable: Callable[[str], str],
    language: str,
) -> None:
    log(sample, language=language)
    golden(f"sample.{language}.sarif", readable(written(write, sample, language=language)))


def test_a_clean_site_has_an_empty_list_of_results(log: Callable[..., Any], quiet: Report) -> None:
    run = run_of(log(quiet))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
    assert not [name for name in run["invocations"][0] if "Notification" in name]


def test_several_targets_are_runs_with_categories_of_their_own(log: Callable[..., Any], quiet: Report) -> None:
    unnamed = quiet._replace(host="", site_name="", target="./")
    runs = log(quiet, quiet, unnamed, unnamed._replace(target="a/b"))["runs"]
    assert [run["automationDetails"]["id"] for run in runs] == [
        "govlint/fgw.example.gov.cn/",
        "govlint/fgw.example.gov.cn-2/",
        "govlint/site/",
        "govlint/a-b/",
    ]


def test_the_version_comes_first_and_chinese_stays_readable(written: Written, sample: Report) -> None:
    text = written(write, sample)
    assert text.startswith('{"version":"2.1.0","$schema":"https://docs.oasis-open.org/')
    assert "领导之窗" in text
    assert "\\u" not in text


def test_the_same_report_gives_the_same_bytes(written: Written, sample: Report) -> None:
    shuffled = sample._replace(rules=tuple(reversed(sample.rules)))
    assert written(write, sample) == written(write, shuffled)


def test_all_enabled_rules_are_listed_in_order_hit_or_not(log: Callable[..., Any], quiet: Report) -> None:
    tool = run_of(log(quiet))["tool"]
    assert [rule["id"] for rule in tool["driver"]["rules"]] == ["GOV1002", "GOV5001"]
    assert [(part["name"], part["version"]) for part in tool["extensions"]] == [("acme-govlint", "1.2.0")]
    assert [rule["id"] for rule in tool["extensions"][0]["rules"]] == ["ACME001"]


def test_results_point_at_their_rules(log: Callable[..., Any], sample: Report) -> None:  # SARIF1009, SARIF1010
    run = run_of(log(sample))
    tool = run["tool"]
    for result in run["results"]:
        if "rule" in result:
            part = tool["extensions"][result["rule"]["toolComponent"]["index"]]
            assert result["rule"]["id"] == result["ruleId"] == part["rules"][result["rule"]["index"]]["id"]
        else:
            assert tool["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_level_and_kind_are_always_written(log: Callable[..., Any], sample: Report) -> None:
    pairs = [(result["kind"], result["level"]) for result in run_of(log(sample))["results"]]
    assert pairs == [
        ("fail", "error"),
        ("fail", "warning"),
        ("review", "none"),
        ("fail", "note"),
        ("fail", "note"),
        ("pass", "none"),
    ]


def test_githubs_profile_holds_faults_alone(log: Callable[..., Any], sample: Report) -> None:
    assert {result["kind"] for result in run_of(log(sample))["results"]} == {"fail", "review", "pass"}
    assert {result["kind"] for result in run_of(log(sample, profile=Profile.GITHUB))["results"]} == {"fail"}


def test_a_severity_of_the_user_is_an_override_and_the_level(log: Callable[..., Any], sample: Report) -> None:
    run = run_of(log(sample))
    assert run["invocations"][0]["ruleConfigurationOverrides"] == [
        {"descriptor": {"id": "GOV5001", "index": 1}, "configuration": {"level": "note"}}
    ]
    assert run["tool"]["driver"]["rules"][1]["defaultConfiguration"] == {"level": "warning"}
    assert [result["level"] for result in run["results"] if result["ruleId"] == "GOV5001"] == ["note"]


def test_an_error_among_the_notifications_means_failure(log: Callable[..., Any], sample: Report, quiet: Report) -> None:
    assert run_of(log(sample))["invocations"][0]["executionSuccessful"] is False
    failure = Notification(NotificationKind.PLUGIN_FAILED, Severity.ERROR, Text("插件坏了。", "Broken plugin."))
    told = run_of(log(quiet._replace(notifications=(failure,))))["invocations"][0]
    assert told["executionSuccessful"] is False
    assert [note["level"] for note in told["toolConfigurationNotifications"]] == ["error"]


@pytest.mark.parametrize(("exit_code", "expected"), [(0, True), (1, True), (3, False), (4, False), (5, False)])
def test_the_exit_code_says_whether_the_run_succeeded(
    log: Callable[..., Any], quiet: Report, exit_code: int, expected: bool
) -> None:
    told = run_of(log(quiet._replace(exit_code=exit_code)))["invocations"][0]
    assert (told["executionSuccessful"], told["exitCode"]) == (expected, exit_code)


def test_notification_descriptors_exist(log: Callable[..., Any], sample: Report) -> None:
    run = run_of(log(sample))
    listed = run["tool"]["driver"]["notifications"]
    invocation = run["invocations"][0]
    notes = invocation["toolConfigurationNotifications"] + invocation["toolExecutionNotifications"]
    assert len(notes) == 3
    assert all(listed[note["descriptor"]["index"]]["id"] == note["descriptor"]["id"] for note in notes)


def test_both_fingerprints(log: Callable[..., Any], sample: Report) -> None:
    results = run_of(log(sample))["results"]
    assert results[0]["partialFingerprints"] == {
        "govlint/v1": sample.fingerprints[0],
        "primaryLocationLineHash": "271789c17abda88f:1",
    }
    assert results[1]["partialFingerprints"]["primaryLocationLineHash"] == "c129715d7a2bc9a3:1"
    assert "primaryLocationLineHash" not in results[2]["partialFingerprints"]
    for result in run_of(log(sample, logical_fingerprints=True))["results"]:
        prints = result["partialFingerprints"]
        assert prints["primaryLocationLineHash"] == prints["govlint/v1"]


def test_rule_texts_stay_within_githubs_limits(log: Callable[..., Any], quiet: Report) -> None:  # GH1004
    long = Text("长" * 3000, "long " * 600)
    rule = quiet.rules[1]._replace(summary=long, why=long, tags=tuple(f"tag{n}" for n in range(21)))
    written_rule = run_of(log(quiet._replace(rules=(rule,))))["tool"]["driver"]["rules"][0]
    assert len(written_rule["shortDescription"]["text"]) == 1024
    assert len(written_rule["fullDescription"]["text"]) == 1024
    assert len(written_rule["properties"]["tags"]) == 10
    assert len(written_rule["help"]["text"]) > 6000


def test_more_results_than_github_takes_are_cut_by_weight_and_said(
    log: Callable[..., Any], make_finding: MakeFinding, make_report: MakeReport
) -> None:
    order = [Severity.NOTE, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    findings = [make_finding(severity=severity, key=str(n)) for n, severity in enumerate(order)]
    findings.append(make_finding(verdict=Verdict.REVIEW, key="r", reason=Text("看。", "Look.")))
    run = run_of(log(make_report(*findings), most_results=3))
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    notes = run["invocations"][0]["toolConfigurationNotifications"]
    assert notes[0]["descriptor"]["id"] == "cut"
    assert "2" in notes[0]["message"]["text"]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert len(run_of(log(make_report(*findings), most_results=None))["results"]) == 5


def test_the_default_cut_is_githubs(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    report = make_report(*[make_finding()] * 25_001)
    assert len(run_of(json.loads(written(write, report)))["results"]) == 25_000


def test_the_message_links_to_related_places(
    log: Callable[..., Any], make_finding: MakeFinding, make_report: MakeReport
) -> None:
    link = Text("指向它的[链接]。", "a link to it")
    related = [Location(f"{n}.html", note=link if n % 2 else None) for n in range(7)]
    few, many = run_of(
        log(make_report(make_finding("空。", related=related[:2]), make_finding("空。", related=related)))
    )["results"]
    assert few["message"]["text"] == r"空。另见[0.html:1](1)、[指向它的\[链接\]](2)。"
    assert many["message"]["text"] == (
        r"空。另见[0.html:1](1)、[指向它的\[链接\]](2)、[2.html:1](3)、[4](4)、[4.html:1](5)等 7 处。"
    )
    assert [place["id"] for place in many["relatedLocations"]] == list(range(1, 8))


def test_standards_are_taxonomies_and_their_rows_taxa(log: Callable[..., Any], sample: Report) -> None:
    run = run_of(log(sample))
    assert [(part["name"], len(part["taxa"])) for part in run["taxonomies"]] == [("2019", 2), ("2017", 1)]
    assert run["tool"]["driver"]["supportedTaxonomies"] == [{"name": "2019", "index": 0}, {"name": "2017", "index": 1}]
    assert run["taxonomies"][0]["fullName"] == "国办秘函〔2019〕19号 政府网站检查指标"


def test_references_to_taxa_hold(log: Callable[..., Any], sample: Report) -> None:
    run = run_of(log(sample))
    rule = run["tool"]["driver"]["rules"][0]
    targets = [relation["target"] for relation in rule["relationships"]]
    assert [(target["toolComponent"]["name"], target["id"]) for target in targets] == [("2019", "2.1"), ("2017", "7")]
    taxa = [taxon for result in run["results"] for taxon in result.get("taxa", ())]
    assert [taxon["id"] for taxon in taxa] == ["2.1"]
    for reference in targets + taxa:
        component = run["taxonomies"][reference["toolComponent"]["index"]]
        assert component["name"] == reference["toolComponent"]["name"]
        assert component["taxa"][reference["index"]]["id"] == reference["id"]


def test_results_are_judged_by_the_standards_in_force_alone(
    log: Callable[..., Any], make_finding: MakeFinding, sample: Report
) -> None:
    found = make_finding(basis=("2017:7", "unknown:1", "2019:9.9", "2019"))
    run = run_of(log(sample._replace(findings=(found,), fingerprints=sample.fingerprints[:1])))
    assert "taxa" not in run["results"][0]


# --- rules of the SARIF Multitool and of GitHub's ingestion, by their numbers


def test_sarif1001_a_rule_is_not_named_by_its_id(log: Callable[..., Any], sample: Report) -> None:
    rules = run_of(log(sample))["tool"]["driver"]["rules"]
    assert all(rule["id"] != rule["name"] for rule in rules)


def test_sarif1002_and_1004_uris_are_relative_encoded_and_based(log: Callable[..., Any], sample: Report) -> None:
    run = run_of(log(sample))
    uris = [found["artifactLocation"] for found in walk(run) if "artifactLocation" in found]
    assert all(re.fullmatch(r"(?:site|%E6%A8%A1%E6%9D%BF)/[A-Za-z0-9_.~%/-]*", uri["uri"]) for uri in uris)
    assert {uri["uriBaseId"] for uri in uris} == set(run["originalUriBaseIds"]) == {"SRCROOT"}
    assert "uri" not in run["originalUriBaseIds"]["SRCROOT"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/c.html", "a%20b/c.html"),
        ("领导.html", "%E9%A2%86%E5%AF%BC.html"),
        ("a:b.html", "a%3Ab.html"),
        ("x?y#z.html", "x%3Fy%23z.html"),
        ("100%.html", "100%25.html"),
        ("\udcd6.html", "%D6.html"),
        ("\ud800.html", "%3F.html"),
        ("", "./"),
    ],
)
def test_paths_become_uris(
    log: Callable[..., Any], make_finding: MakeFinding, make_report: MakeReport, path: str, uri: str
) -> None:
    result = run_of(log(make_report(make_finding(path=path))))["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif1005_help_addresses_are_absolute(log: Callable[..., Any], sample: Report) -> None:
    tool = run_of(log(sample))["tool"]
    assert all(rule["helpUri"].startswith("https://") for rule in tool["driver"]["rules"])
    assert "helpUri" not in tool["extensions"][0]["rules"][0]


def test_sarif1007_regions_are_whole_and_in_order(log: Callable[..., Any], sample: Report) -> None:
    regions = [found["region"] for found in walk(log(sample)) if "region" in found]
    assert len(regions) == 10
    for region in regions:
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert start <= end


def test_no_times_no_absolute_paths(
    log: Callable[..., Any], sample: Report
) -> None:  # SARIF1006, 1008: nothing to order
    text = json.dumps(log(sample), ensure_ascii=False)
    assert not re.search(r"TimeUtc|contextRegion|file://|/home/|/tmp/", text)


def test_sarif2009_and_2012_rules_are_complete(log: Callable[..., Any], sample: Report) -> None:
    for rule in run_of(log(sample))["tool"]["driver"]["rules"]:
        assert re.fullmatch(r"[A-Z]{3}\d{4}", rule["id"])
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))


def test_gh1007_messages_are_flat(log: Callable[..., Any], sample: Report) -> None:
    messages = [found["message"] for found in walk(log(sample)) if "message" in found]
    assert all(set(message) == {"text"} for message in messages)


# --- whatever the pages hold

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(zh=anything, path=anything, key=anything, note=anything, column=anything)
def test_any_text_survives(
    log: Callable[..., Any],
    make_finding: MakeFinding,
    make_report: MakeReport,
    zh: str,
    path: str,
    key: str,
    note: str,
    column: str,
) -> None:
    path = path.strip("/.\\")
    related = (Location(path, note=Text(note, note)),)
    finding = make_finding(zh, path=path, key=key, related=related, properties=(("column", column),))
    run = run_of(log(make_report(finding, target=path, site_name=key)))
    json.dumps(run, ensure_ascii=False).encode("utf-8")  # no lone surrogate is left
    assert run["results"][0]["properties"]["column"] == re.sub("[\ud800-\udfff]", "\ufffd", column)
