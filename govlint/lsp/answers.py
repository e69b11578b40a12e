"""Findings as an editor shows them: diagnostics, the page of a rule, quick fixes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lsprotocol import types

from govlint.finding import Finding, Fix, Severity, Text
from govlint.lint.findings.fixing import without_conflicts
from govlint.lint.rule_page import rule_page
from govlint.lsp.documents import Loaded
from govlint.lsp.positions import Positions, overlap
from govlint.page.lines import Lines
from govlint.report.links import rule_page as rule_address

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.govlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_ALL = Text("修复全部可以确定的问题", "Mend all that is certain")
_REVIEW = Text("待核对：", "To be looked at: ")


class Checked(NamedTuple):
    """A *version* of a document and what was found in it: *findings*, each with its diagnostic beside it."""

    version: int | None
    text: str
    findings: tuple[Finding, ...]
    diagnostics: tuple[types.Diagnostic, ...]
    loaded: Loaded
    encoding: str

    def at(self, place: types.Range) -> list[tuple[Finding, types.Diagnostic]]:
        """Return the findings whose diagnostics overlap *place*."""
        pairs = zip(self.findings, self.diagnostics, strict=True)
        return [(finding, shown) for finding, shown in pairs if overlap(shown.range, place)]


def checked(version: int | None, text: str, findings: Sequence[Finding], loaded: Loaded, encoding: str) -> Checked:
    """Return the *findings* in *text* with their diagnostics, in the units of *encoding*."""
    positions = Positions(text, encoding)
    shown = tuple(_diagnostic(finding, positions, loaded) for finding in findings)
    return Checked(version, text, tuple(findings), shown, loaded, encoding)


def _diagnostic(finding: Finding, positions: Positions, loaded: Loaded) -> types.Diagnostic:
    message = finding.message.in_language(loaded.language)
    if not finding.is_fault:
        message = _REVIEW.in_language(loaded.language) + message
    if finding.reason:
        message += finding.reason.in_language(loaded.language)
    own = loaded.registry.distribution_of(finding.rule_id) is None
    return types.Diagnostic(
        range=positions.range(finding.location.region),
        message=message,
        severity=_SEVERITIES[finding.severity] if finding.is_fault else types.DiagnosticSeverity.Hint,
        code=finding.rule_id,
        code_description=types.CodeDescription(rule_address(finding.rule_id)) if own else None,
        source="govlint",
    )


def hover(found: Checked, place: types.Position) -> types.Hover | None:
    """Return the pages of the rules that found something at *place*, None for nothing."""
    here = found.at(types.Range(place, place))
    rules = found.loaded.registry.rules
    ids = dict.fromkeys(finding.rule_id for finding, _ in here)
    pages = [rule_page(rules[id], found.loaded.language) for id in ids if id in rules]
    if not pages:
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n---\n\n".join(pages))
    return types.Hover(text, here[0][1].range)


def actions(uri: str, found: Checked, place: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
    """Return the fixes of what was found at *place*, and one that makes all safe ones; *only* names kinds wanted."""
    fixes = [(fix, shown) for finding, shown in found.at(place) if (fix := _own_fix(finding)) is not None]
    answers = (
        [_quick_fix(uri, found, *each) for each in fixes] if _wanted(types.CodeActionKind.QuickFix.value, only) else []
    )
    safe = [fix for finding in found.findings if (fix := _own_fix(finding)) is not None and fix.safe]
    if safe and _wanted(FIX_ALL, only):
        title = _ALL.in_language(found.loaded.language)
        answers.append(types.CodeAction(title, kind=FIX_ALL, edit=_fix_all(uri, found, safe)))
    return answers


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _own_fix(finding: Finding) -> Fix | None:
    """Return the fix of *finding* where all of it is in the finding's own document."""
    fix, path = finding.fix, finding.location.path
    return fix if fix and all(edit.path == path and edit.region is not None for edit in fix.edits) else None


def _quick_fix(uri: str, found: Checked, fix: Fix, shown: types.Diagnostic) -> types.CodeAction:
    positions = Positions(found.text, found.encoding)
    edits = [types.TextEdit(positions.range(edit.region), edit.text) for edit in fix.edits]
    return types.CodeAction(
        fix.title.in_language(found.loaded.language),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=fix.safe,
        edit=types.WorkspaceEdit(changes={uri: edits}),
    )


def _fix_all(uri: str, found: Checked, fixes: Sequence[Fix]) -> types.WorkspaceEdit:
    """Return the edits of all *fixes* that do not get in each other's way."""
    changes, _ = without_conflicts(list(enumerate(fix.edits for fix in fixes)))
    lines, positions = Lines(found.text), Positions(found.text, found.encoding)
    places = [positions.range(lines.region(change.start, change.end)) for change in changes]
    edits = [types.TextEdit(place, change.text) for place, change in zip(places, changes, strict=True)]
    return types.WorkspaceEdit(changes={uri: edits})
