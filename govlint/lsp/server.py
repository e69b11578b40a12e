"""The server itself: what editors say and ask, and when a document is looked at again. Needs pygls 2."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from govlint import __version__
from govlint.lint.settings import SettingsError
from govlint.lsp.answers import FIX_ALL, Checked, actions, checked, hover
from govlint.lsp.documents import Load, Loaded, WorkspaceError, as_saved, is_checked, lint_document

PAUSE = 0.3
"""Seconds without a change after which a document is looked at again."""

_CONFIGURATIONS = ("govlint.toml", "pyproject.toml")


class Server(LanguageServer):
    """A language server that lints what is open; *load* gives what the configuration of a workspace asks for."""

    def __init__(self, load: Load) -> None:
        # Whole texts: editors and Python do not agree on what ends a line.
        super().__init__("govlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._load = load
        self._loaded: dict[Path, Loaded | None] = {}
        self._found: dict[str, Checked] = {}

    def opened(self, uri: str) -> TextDocument | None:
        """Return the document *uri* where it is open, else None."""
        document = self.workspace.get_text_document(uri)  # which makes one, without a version, of any file
        return document if document.version is not None else None

    def check(self, uri: str) -> None:
        """Lint the document *uri* and publish what is found. Never raises: what fails is said in the editor's log."""
        document = self.opened(uri)
        if document is None:
            return
        try:
            found = self._check(uri, document.source, document.version, document.language_id or "")
        except Exception as error:  # whatever breaks, the editor goes on
            self._found.pop(uri, None)
            self.window_log_message(
                types.LogMessageParams(types.MessageType.Error, f"govlint: {type(error).__name__}: {error}")
            )
            return
        if found is not None:
            self._found[uri] = found
            self._publish(uri, list(found.diagnostics), found.version)

    def found(self, uri: str) -> Checked | None:
        """Return what is found in the document *uri* as it stands now, None where it is not linted."""
        document = self.opened(uri)
        known = self._found.get(uri)
        if document is not None and (known is None or known.version != document.version):
            self.check(uri)
        return self._found.get(uri)

    def forget(self, uri: str) -> None:
        """Take back what was published on *uri*."""
        if self._found.pop(uri, None) is not None:
            self._publish(uri, [], None)

    def reload(self) -> None:
        """Read the configurations again, and lint all that is open."""
        self._loaded.clear()
        for document in list(self.workspace.text_documents.values()):
            self.check(document.uri)

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _check(self, uri: str, text: str, version: int | None, language_id: str) -> Checked | None:
        file = Path(to_fs_path(uri) or "untitled.html")
        if not is_checked(file.name, language_id):
            return None
        root = self._root(file)
        loaded = self._of(root)
        if loaded is None:
            return None
        try:
            on_disk = file.read_bytes()
        except (OSError, ValueError):
            on_disk = None
        saved = as_saved(text, on_disk, loaded.settings.encoding)
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
        encoding = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        return checked(version, text, lint_document(path, saved, loaded), loaded, encoding)

    def _root(self, file: Path) -> Path:
        """Return the innermost folder of the workspace that *file* is in, its own folder where there is none."""
        uris = [*self.workspace.folders, *filter(None, [self.workspace.root_uri])]
        roots = [Path(path) for uri in uris if (path := to_fs_path(uri))]
        return max(
            (root for root in roots if file.is_relative_to(root)), key=lambda root: len(root.parts), default=file.parent
        )

    def _of(self, root: Path) -> Loaded | None:
        """Return what *root* is linted with; what is wrong with its configuration is shown once, then it is None."""
        if root not in self._loaded:
            try:
                self._loaded[root] = self._load(root)
            except (WorkspaceError, SettingsError) as error:
                self._loaded[root] = None
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"govlint: {error}"))
        return self._loaded[root]


def build(load: Load) -> Server:
    """Return a server with all it can do, to be started on standard input and output by ``start_io``."""
    server = Server(load)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def was_opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def was_changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        document = server.opened(uri)
        if document is not None and document.version == version:
            server.found(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def was_saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(_CONFIGURATIONS):
            server.reload()
        else:
            server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def was_closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_were_changed(params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri.endswith(_CONFIGURATIONS) for change in params.changes):
            server.reload()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def explain(params: types.HoverParams) -> types.Hover | None:
        found = server.found(params.text_document.uri)
        return hover(found, params.position) if found else None

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offer(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = server.found(params.text_document.uri)
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        return actions(params.text_document.uri, found, params.range, only) if found else []

    return server
