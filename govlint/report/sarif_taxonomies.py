"""Standards as SARIF taxonomies: each document a tool component, each row of its table a taxon.

Rules point at the rows they serve by ``relationships``, results at those they are judged by as ``taxa``. GitHub leaves
all three alone; readers that know taxonomies can sort the results by the rows of the official table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from govlint.report.model import Report, StandardInfo


class Taxonomies:
    """The taxonomies of a run, and references into them; *tag* is the language tag of SARIF."""

    def __init__(self, report: Report, language: str, tag: str) -> None:
        self._documents: Sequence[StandardInfo] = [document for document in report.documents if document.rows]
        self._language = language
        self._tag = tag
        self._places = {
            f"{document.id}:{row.id}": (document.id, component, row.id, index)
            for component, document in enumerate(self._documents)
            for index, row in enumerate(document.rows)
        }
        self._in_force = {document.id for document in self._documents if document.in_force}

    def components(self) -> list[dict[str, Any]]:
        """Return ``run.taxonomies``."""
        return [self._component(document) for document in self._documents]

    def supported(self) -> list[dict[str, Any]]:
        """Return ``driver.supportedTaxonomies``."""
        return [{"name": document.id, "index": number} for number, document in enumerate(self._documents)]

    def relationships(self, basis: Iterable[str]) -> list[dict[str, Any]]:
        """Return the ``relationships`` of a rule with that *basis*: every row that it names."""
        return [{"target": target, "kinds": ["relevant"]} for target in self._references(basis)]

    def taxa(self, basis: Iterable[str]) -> list[dict[str, Any]]:
        """Return the ``taxa`` of a result with that *basis*: the rows of the standards in force."""
        return self._references(name for name in basis if name.partition(":")[0] in self._in_force)

    def _references(self, basis: Iterable[str]) -> list[dict[str, Any]]:
        places = [self._places[name] for name in dict.fromkeys(basis) if name in self._places]
        return [
            {"id": row, "index": index, "toolComponent": {"name": standard, "index": component}}
            for standard, component, row, index in places
        ]

    def _component(self, document: StandardInfo) -> dict[str, Any]:
        title = document.title.in_language(self._language)
        made: dict[str, Any] = {"name": document.id, "fullName": f"{document.number} {title}".strip()}
        if document.issued is not None:
            made["releaseDateUtc"] = document.issued.isoformat()
        if document.url:
            made["informationUri"] = document.url
        return {
            **made,
            "language": self._tag,
            "isComprehensive": True,
            "shortDescription": {"text": title},
            "taxa": [
                {"id": row.id, "shortDescription": {"text": row.title.in_language(self._language)}}
                for row in document.rows
            ],
        }
