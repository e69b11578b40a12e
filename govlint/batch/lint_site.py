"""One site of a batch: a pure function from a site and the settings to the bytes of its files.

It looks at nothing but the files of the site and its arguments, writes nothing, and gives the same bytes on any
machine: that is what lets a batch be stopped, repeated, and spread over processes or a cluster.
"""

from __future__ import annotations

import io
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from govlint.batch.crash import is_crash
from govlint.batch.digest import content_digest, settings_digest
from govlint.batch.model import BatchConfig, Failure, FailureKind, SiteRef, SiteResult
from govlint.batch.records import failed_head, finding_lines, pack, site_head
from govlint.finding import Severity, Text
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings, SettingsError
from govlint.registry import Registry, load_registry
from govlint.report.build import build_report
from govlint.score.card import ScoreCard
from govlint.score.compute import score
from govlint.source.directory import open_folder
from govlint.source.model import Source, SourceError
from govlint.workers.errors import WorkersError

_FOUND, _FAILED, _CLEAN = 1, 3, 0


def lint_site(
    ref: SiteRef, config: BatchConfig, executor: Executor | None = None, digest: str | None = None
) -> SiteResult:
    """Return what comes of the site *ref*; pages are shared among *executor*, where there is one.

    *digest* is that of its files, where it is known. Never raises for the site's sake: what cannot be opened, holds no
    page, or breaks govlint is a SiteResult with a failure. Raises SettingsError for settings that cannot be honoured,
    WorkersError where *executor* is lost, and what says that one of its workers was killed.
    """
    try:
        digest = digest or content_digest(Path(ref.path))
    except OSError as error:
        return failed(ref, config, "", _unreadable(ref, error))
    try:
        return _lint(ref, config, executor, digest)
    except SourceError as error:
        failure = Failure(FailureKind.UNOPENED, _said(ref, error.text))
    except (SettingsError, WorkersError):
        raise
    except OSError as error:
        failure = _unreadable(ref, error)
    except MemoryError:
        failure = Failure(FailureKind.MEMORY, Text("内存不足。", "Out of memory."))
    except Exception as error:
        if is_crash(error):
            raise
        name = f"{type(error).__name__}: {error}"
        failure = Failure(FailureKind.INTERNAL, _said(ref, Text(f"内部错误：{name}", f"internal error: {name}")))
    return failed(ref, config, digest, failure)


def failed(ref: SiteRef, config: BatchConfig, digest: str, failure: Failure) -> SiteResult:
    """Return *ref* as a failed row."""
    return SiteResult(ref, failure, failed_head(ref, config, digest, settings_digest(ref, config), failure))


def _lint(ref: SiteRef, config: BatchConfig, executor: Executor | None, digest: str) -> SiteResult:
    settings = _settings_of(ref, config.settings)
    registry = load_registry(settings.plugins, settings.disabled)
    result = run(_open(Path(ref.path), settings, registry), settings, registry, executor=executor, today=config.today)
    if not result.pages:
        return failed(ref, config, digest, Failure(FailureKind.EMPTY, _said(ref, _why_empty(result))))
    result = _anywhere(ref, result)
    report = build_report(result, registry, _exit_code(result))
    cards = _cards(result, config)
    head = site_head(ref, config, digest, settings_digest(ref, config), result, report, cards)
    sarif, scores = io.StringIO(), io.StringIO()
    registry.reporters["sarif"].write([report], sarif, language=config.language)
    if cards:
        from govlint.report.score_json import write as write_cards

        write_cards(cards, scores, language=config.language)
    return SiteResult(
        ref, None, head, pack([head, *finding_lines(report)]), _encoded(sarif), _encoded(scores) if cards else b""
    )


def _anywhere(ref: SiteRef, result: Result) -> Result:
    """Return *result* as it is on any machine: what leads to the site is left out, an archive has its name alone."""
    archive = result.archive
    if archive is None:
        return replace(result, name=ref.target, prefix="")
    prefix = ref.target + result.prefix.removeprefix(archive.path)
    return replace(result, name=ref.target, prefix=prefix, archive=archive._replace(path=ref.target))


def _settings_of(ref: SiteRef, settings: Settings) -> Settings:
    """Return *settings* with what the list of the batch tells of the site, which comes first."""
    if ref.kind:
        given_by = {**dict(settings.given_by), "site-kind": "list"}
        settings = settings._replace(site_kind=ref.kind, given_by=tuple(sorted(given_by.items())))
    return settings._replace(hosts=ref.hosts or settings.hosts)


def _open(path: Path, settings: Settings, registry: Registry) -> Source:
    """Open a folder or whatever a plugin takes for a site. Raises SourceError where nothing takes it."""
    if path.is_dir():
        return open_folder(path)
    for kind in registry.sources:
        if kind.accepts(path):
            return kind.open(path, settings.options_of_source(kind.name))
    raise SourceError(
        Text("既不是网站目录，也不是能识别的归档。", "It is neither a folder nor an archive that govlint knows.")
    )


def _why_empty(result: Result) -> Text:
    """Say that there is no page, and what could not be read, where that may be the reason."""
    if not result.unread:
        return Text("没有找到可检查的页面。", "There is no page to check.")
    path, why = result.unread[0].path, result.unread[0].reason
    where = f"“{path}”" if path else ""
    return Text(
        f"没有可检查的页面：{where}{why.zh.rstrip('。')}。",
        f"There is no page to check: {where}{' ' if where else ''}{why.en.rstrip('.')}.",
    )


def _cards(result: Result, config: BatchConfig) -> list[ScoreCard]:
    """Return a card for each standard that was named, or that gives points where none was."""
    named = bool(config.settings.standards)
    wanted = [standard for standard in result.standards if named or standard.scoring is not None]
    return [score(result, standard, no_services=config.no_services) for standard in wanted]


def _exit_code(result: Result) -> int:
    """Return the code that a check of this site alone would have ended with, faults counted from warnings on."""
    if result.broken:
        return _FAILED
    worst = result.worst()
    return _FOUND if worst is not None and worst.rank >= Severity.WARNING.rank else _CLEAN


def _unreadable(ref: SiteRef, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(FailureKind.UNOPENED, Text("找不到文件。", "There is no such file."))
    detail = error.strerror or type(error).__name__
    return Failure(FailureKind.UNOPENED, _said(ref, Text(f"无法读取：{detail}", f"cannot be read: {detail}")))


def _said(ref: SiteRef, text: Text) -> Text:
    """Return *text* with the site called by its own name, never by where it lies on this machine."""
    return Text(text.zh.replace(ref.path, ref.target), text.en.replace(ref.path, ref.target))


def _encoded(stream: io.StringIO) -> bytes:
    return stream.getvalue().encode("utf-8", "backslashreplace")
