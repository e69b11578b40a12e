"""All findings of a batch as one Parquet file, by DuckDB: for questions that no summary answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from govlint.batch.records import encode
from govlint.batch.store import Store
from govlint.batch.survey import SiteLine, Survey
from govlint.finding import Text

_FINDING = {
    "record": "VARCHAR", "ruleId": "VARCHAR", "verdict": "VARCHAR", "severity": "VARCHAR",
    "message": "STRUCT(zh VARCHAR, en VARCHAR)", "path": "VARCHAR", "line": "BIGINT", "column": "BIGINT",
    "key": "VARCHAR", "fingerprint": "VARCHAR", "basis": "VARCHAR[]", "properties": "JSON",
}  # fmt: skip
_SITE = dict.fromkeys(("site", "name", "code", "region", "kind", "standing", "as_of"), "VARCHAR")
_LONGEST_LINE = 1 << 28  # bytes; a finding may relate to many places

# The file a line stands in is named by the key of its site.
_QUERY = """
COPY (
  SELECT site.*, finding."ruleId" AS rule_id, finding.verdict, finding.severity,
         finding.message.zh AS message_zh, finding.message.en AS message_en,
         finding.path, finding.line, finding."column", finding.key, finding.fingerprint, finding.basis,
         CAST(finding.properties AS VARCHAR) AS properties
  FROM read_json({results}, format = 'newline_delimited', filename = true, compression = 'gzip',
                 maximum_object_size = {longest}, columns = {finding}) AS finding
  JOIN read_json({sites}, format = 'newline_delimited', columns = {site}) AS site
    ON regexp_extract(finding.filename, '([^/\\\\]+)[.]jsonl[.]gz$', 1) = site.site
  WHERE finding.record = 'finding'
  ORDER BY site.site, finding.path, finding.line, finding."column", rule_id, finding.fingerprint
) TO {target} (FORMAT parquet, COMPRESSION zstd)
"""


class NoDuckDB(RuntimeError):
    """DuckDB is not installed; *text* says what to install."""

    text = Text("没有安装 DuckDB，请安装 govlint[batch]", "DuckDB is not installed; install govlint[batch]")


def write_parquet(store: Store, survey: Survey, file: Path) -> None:
    """Write a row a finding to *file*, with what is known of its site. It is written beside its place and renamed.

    Raises NoDuckDB, and OSError where it cannot be written.
    """
    try:
        duckdb = import_module("duckdb")
    except ImportError as error:
        raise NoDuckDB from error
    inspected = [site for site in survey.sites if site.inspected]
    if not inspected:
        raise OSError(0, "no results", str(file))
    with tempfile.TemporaryDirectory() as folder:
        sites, unfinished = Path(folder, "sites.json"), file.with_name(file.name + ".part")
        sites.write_text("".join(encode(_site(site)) + "\n" for site in inspected), encoding="utf-8", newline="\n")
        query = _QUERY.format(
            results=_list(str(store.result(site.key)) for site in inspected),
            finding=_struct(_FINDING),
            sites=_literal(str(sites)),
            site=_struct(_SITE),
            longest=_LONGEST_LINE,
            target=_literal(str(unfinished)),
        )
        try:
            with duckdb.connect() as connection:
                connection.execute(query)
            unfinished.replace(file)
        except duckdb.Error as error:
            unfinished.unlink(missing_ok=True)
            raise OSError(0, str(error).splitlines()[0], str(file)) from error


def _site(site: SiteLine) -> dict[str, str]:
    return {
        "site": site.key,
        "name": site.name,
        "code": site.code,
        "region": site.region,
        "kind": site.kind,
        "standing": site.standing.value,
        "as_of": site.as_of,
    }


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(map(_literal, texts)) + "]"


def _struct(types: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_literal(name)}: {_literal(kind)}" for name, kind in types.items()) + "}"
