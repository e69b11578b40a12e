"""Every address a report contains: pages of the project, schemas, and URIs of the files of a target."""

from __future__ import annotations

from urllib.parse import quote

PROJECT = "https://github.com/govlint/govlint"
DOCUMENTATION = f"{PROJECT}/blob/main/docs"
REPORT_SCHEMA = f"{PROJECT}/blob/main/schemas/report.schema.json"
SCORECARD_SCHEMA = f"{PROJECT}/blob/main/schemas/scorecard.schema.json"
RESULT_SCHEMA = f"{PROJECT}/blob/main/schemas/result.schema.json"
SURVEY_SCHEMA = f"{PROJECT}/blob/main/schemas/survey.schema.json"
COMPARISON_SCHEMA = f"{PROJECT}/blob/main/schemas/comparison.schema.json"
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def rule_page(rule_id: str) -> str:
    """Return the address of the page of a rule of govlint's own in the documentation."""
    return f"{DOCUMENTATION}/rules/{quote(rule_id)}.md"


def file_uri(path: str) -> str:
    """Return *path* (relative, with ``/``) as a relative URI reference, percent-encoded as UTF-8.

    Bytes that a file system could not decode (``surrogateescape``) come out as themselves; anything else that UTF-8
    cannot hold becomes ``%3F``. A colon is encoded, so that no first segment is taken for a scheme.
    """
    try:
        return quote(path, safe="/", errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, safe="/", errors="replace")
