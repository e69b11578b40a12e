"""What the rules about columns say of the two example sites: all that is planted in one, nothing of the mended one."""

from datetime import date
from pathlib import Path

from govlint.finding import Finding, Verdict
from govlint.lint.settings import Settings
from govlint.testing import lint_files

EXAMPLES = Path(__file__).parents[3] / "examples"
SETTINGS = Settings(
    select=("GOV1001", "GOV1002", "GOV1003", "GOV1004", "GOV1005"),
    standards=("city-2017", "national-2015", "disclosure-2007"),
    as_of=date(2017, 3, 31),
)


def lint(name: str) -> dict[str, list[Finding]]:
    root = EXAMPLES / name
    files = {str(path.relative_to(root).as_posix()): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    found: dict[str, list[Finding]] = {}
    for finding in lint_files(files, SETTINGS).findings:
        if finding.verdict is not Verdict.PASS:
            found.setdefault(finding.rule_id, []).append(finding)
    return found


def test_the_faulty_site() -> None:
    found = lint("drc-site")
    assert found.keys() == {"GOV1001", "GOV1003"}
    assert all(finding.is_fault for findings in found.values() for finding in findings)
    columns = {dict(finding.properties)["column"] for finding in found["GOV1001"]}
    modules = {"重要会议", "互动交流", "政务咨询", "调查征集", "微信微博", "权责清单", "联系我们"}
    assert columns == modules | {"依申请公开", "信息公开指南", "信息公开规定", "信息公开目录"}
    paths = [finding.location.path for finding in found["GOV1003"]]
    assert paths == ["fgwwj/cs/index.html", "fgwwj/nf/index.html", "fgwwj/tc/index.html"]


def test_the_mended_site() -> None:
    assert lint("drc-site-fixed") == {}
