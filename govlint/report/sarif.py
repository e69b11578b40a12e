"""The SARIF 2.1.0 report: runs built with sarif_om around their results.

Only this module and its ``sarif_*`` neighbours import sarif_om. What is written passes GitHub's limits, SARIF's own
validator and the strict profile in ``schemas/sarif-profile.schema.json``, and is the same byte for byte for the same
report: no times, no absolute paths, everything in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import sarif_om as om

from govlint.finding import Text
from govlint.report import links
from govlint.report.coverage import coverage_value
from govlint.report.model import CORE, Provenance, Report
from govlint.report.sarif_artifacts import SOURCE_ROOT, Artifacts
from govlint.report.sarif_dump import chunks
from govlint.report.sarif_invocation import invocation
from govlint.report.sarif_profile import MOST_RESULTS, Profile, categories, fitted
from govlint.report.sarif_result import results, sentence
from govlint.report.sarif_taxonomies import Taxonomies
from govlint.report.sarif_tool import components, references, tool

_LANGUAGES = {"en": "en", "zh": "zh-CN"}
_LINE_ENDS = ["\r\n", "\r", "\n"]
"""What ends a line for govlint as for HTML; SARIF's default knows no lone carriage return."""

_ROOT = Text("运行 govlint 的文件夹。", "The folder govlint was run in.")


def write(
    reports: Sequence[Report],
    stream: TextIO,
    *,
    language: str = "zh",
    profile: Profile = Profile.FULL,
    most_results: int | None = MOST_RESULTS,
    logical_fingerprints: bool = False,
    names: Iterable[str] | None = None,
) -> None:
    """Write *reports* to *stream* (UTF-8, ``newline="\\n"``) as one SARIF log, each as a run of it.

    *profile* says for whom. Of more than *most_results* in a run the gravest are kept, and a notification says so;
    None writes all. *logical_fingerprints* puts govlint's fingerprint in the place of GitHub's line hash, for sites
    of minified pages (uploads then warn of the difference). *names* are the categories of the runs, by default those
    that :func:`~govlint.report.sarif_profile.categories` gives to *reports*.
    """
    runs = [
        _run(fitted(report, profile, most_results), category, language, logical_only=logical_fingerprints)
        for report, category in zip(reports, names or categories(reports), strict=True)
    ]
    stream.writelines(chunks(om.SarifLog(version="2.1.0", schema_uri=links.SARIF_SCHEMA, runs=runs)))
    stream.write("\n")


def _run(report: Report, category: str, language: str, *, logical_only: bool) -> Any:
    tag = _LANGUAGES.get(language, _LANGUAGES["zh"])
    parts = components(report.rules)
    pointers = dict(references(parts))
    taxonomies = Taxonomies(report, language, tag)
    artifacts = Artifacts(report)
    root = om.Message(text=sentence(_ROOT.in_language(language), CORE))
    return om.Run(
        tool=tool(report, parts, taxonomies, language, tag),
        automation_details=om.RunAutomationDetails(id=category),
        invocations=[invocation(report, pointers, artifacts, language)],
        artifacts=artifacts.all() or None,
        language=tag,
        column_kind="utf16CodeUnits",
        newline_sequences=_LINE_ENDS,
        original_uri_base_ids={SOURCE_ROOT: om.ArtifactLocation(description=root)},
        properties=_properties(report, language),
        results=results(report, language, pointers, taxonomies, artifacts, logical_only=logical_only),
        taxonomies=taxonomies.components() or None,
        version_control_provenance=[_provenance(report.provenance)] if report.provenance else None,
    )


def _provenance(provenance: Provenance) -> Any:
    return om.VersionControlDetails(
        repository_uri=provenance.repository,
        revision_id=provenance.revision,
        branch=provenance.branch or None,
        mapped_to={"uriBaseId": SOURCE_ROOT},
    )


def _properties(report: Report, language: str) -> dict[str, Any]:
    counts = report.counts
    return {
        "asOf": report.as_of.isoformat(),
        "asOfOrigin": report.as_of_origin.in_language(language),
        "siteKind": report.site_kind,
        "siteKindReason": report.site_kind_reason.in_language(language),
        "standards": [standard for standard, _ in report.standards],
        "files": counts.files,
        "pages": counts.pages,
        "unread": counts.unread,
        "reviews": counts.reviews,
        "suppressed": counts.suppressed,
        "baseline": counts.baseline,
        **({"traced": report.traced._asdict()} if report.traced else {}),
        **({"templates": coverage_value(report.templates)} if report.templates else {}),
    }
