"""The language server, driven by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

types = pytest.importorskip("lsprotocol.types", reason="no lsprotocol: install the extra “lsp”")
client_module = pytest.importorskip("pygls.lsp.client", reason="no pygls: install the extra “lsp”")

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20
PAGE = (
    '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>云霁市林业局</title></head>\n<body>\n'
    '<p>😀今年林业工作要点公布，全市造林任务完成。<a href="a.html"><img src="t.png">要闻</a></p>\n</body>\n</html>\n'
)
CONFIG = 'select = ["GOV9005", "GOV9007"]\nas-of = "2026-01-15"\n'
SERVER = "from govlint.cli import main; main(['lsp', *__import__('sys').argv[1:]])"


class Editor:
    """An editor with one folder open: it opens and changes documents, and waits for what the server says of them."""

    def __init__(self, folder: Path, *, encodings: list[Any] | None = None) -> None:
        self.folder = folder
        self.client = client_module.LanguageClient("editor", "1")
        self.published: asyncio.Queue[Any] = asyncio.Queue()
        self.messages: list[str] = []
        self._encodings = encodings

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: Any) -> None:
            self.published.put_nowait(params)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def show(params: Any) -> None:
            self.messages.append(params.message)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: Any) -> None:
            self.messages.append(params.message)

    async def start(self, *options: str) -> Any:
        await self.client.start_io(sys.executable, "-c", SERVER, *options, cwd=str(ROOT))
        general = types.GeneralClientCapabilities(position_encodings=self._encodings)
        return await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(general=general if self._encodings else None),
                root_uri=self.folder.as_uri(),
                workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), "site")],
            )
        )

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "html") -> Any:
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.said()

    def change(self, name: str, text: str, version: int) -> None:
        change = types.TextDocumentContentChangeWholeDocument(text)
        where = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(where, [change]))

    async def said(self) -> Any:
        try:
            return await asyncio.wait_for(self.published.get(), SECONDS)
        except TimeoutError:
            raise AssertionError(f"nothing was published; messages: {self.messages}") from None

    async def actions(self, name: str, place: Any, *only: str) -> list[Any]:
        document = types.TextDocumentIdentifier(self.uri(name))
        context = types.CodeActionContext([], only=list(only) or None)
        asked = self.client.text_document_code_action_async(types.CodeActionParams(document, place, context))
        return list(await asyncio.wait_for(asked, SECONDS) or [])

    async def stop(self) -> int:
        await asyncio.wait_for(self.client.shutdown_async(None), SECONDS)
        self.client.exit(None)
        process = self.client._server
        return int(await asyncio.wait_for(process.wait(), SECONDS))


def drive(folder: Path, talk: Callable[[Editor], Awaitable[None]], *options: str, **more: Any) -> None:
    """Start a server for *folder*, let *talk* run, and see it end as it should."""

    async def session() -> None:
        editor = Editor(folder, **more)
        await editor.start(*options)
        await talk(editor)
        assert await editor.stop() == 0

    asyncio.run(session())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "govlint.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def whole() -> Any:
    return types.Range(types.Position(0, 0), types.Position(99, 0))


def edited(text: str, edits: list[Any]) -> str:
    """The text as an editor leaves it that counts in UTF-16."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]

    def offset(position: Any) -> int:
        return sum(len(line) + 2 for line in lines[: position.line]) + 2 * position.character

    data = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda edit: edit.range.start, reverse=True):
        data = data[: offset(edit.range.start)] + edit.new_text.encode("utf-16-le") + data[offset(edit.range.end) :]
    return data.decode("utf-16-le")


def test_what_is_found_is_shown_explained_and_mended(site: Path) -> None:
    async def talk(editor: Editor) -> None:
        said = await editor.open("index.html", PAGE)
        first, second = sorted(said.diagnostics, key=lambda shown: shown.range.start)
        assert (first.code, first.source, said.version) == ("GOV9007", "govlint", 1)
        assert first.range == types.Range(types.Position(1, 0), types.Position(1, 6))
        assert first.code_description.href.endswith("/GOV9007.md")
        assert second.code == "GOV9005"
        assert second.range.start == types.Position(4, PAGE.splitlines()[4].index("<img") + 1)  # the smiley takes two

        document = types.TextDocumentIdentifier(editor.uri("index.html"))
        hover = await editor.client.text_document_hover_async(types.HoverParams(document, types.Position(1, 3)))
        assert hover.contents.value.startswith("# GOV9007 MissingPageLanguage")
        assert await editor.client.text_document_hover_async(types.HoverParams(document, types.Position(3, 0))) is None

        (fix, everything) = await editor.actions("index.html", first.range)
        assert (fix.kind, fix.is_preferred, list(fix.diagnostics)) == ("quickfix", True, [first])
        (edit,) = fix.edit.changes[editor.uri("index.html")]
        assert (edit.new_text, edit.range.start, edit.range.end) == (
            ' lang="zh-CN"',
            types.Position(1, 5),
            types.Position(1, 5),
        )
        assert everything.kind == "source.fixAll.govlint"
        (only,) = await editor.actions("index.html", whole(), "source.fixAll")
        mended = edited(PAGE, only.edit.changes[editor.uri("index.html")])
        assert mended == PAGE.replace("<html>", '<html lang="zh-CN">').replace("<img ", '<img alt="" ')
        editor.change("index.html", mended, 2)
        after = await editor.said()
        assert (list(after.diagnostics), after.version) == ([], 2)
        assert await editor.actions("index.html", whole()) == []

    drive(site, talk)


def test_diagnostics_follow_changes_and_go_when_a_document_is_closed(site: Path) -> None:
    async def talk(editor: Editor) -> None:
        assert (await editor.open("a.html", PAGE)).diagnostics
        for version in range(2, 9):
            editor.change("a.html", PAGE + "\n" * version, version)
        assert (await editor.said()).version == 8  # typing is waited for
        document = types.TextDocumentIdentifier(editor.uri("a.html"))
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
        assert (await editor.said()).diagnostics
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        assert not (await editor.said()).diagnostics

    drive(site, talk)


def test_a_gbk_file_is_judged_as_it_will_be_saved(site: Path) -> None:
    (site / "govlint.toml").write_text('select = ["GOV9001"]\n', encoding="utf-8")
    text = PAGE.replace("utf-8", "gb2312").replace("😀", "")
    (site / "a.html").write_bytes(text.encode("gbk"))

    async def talk(editor: Editor) -> None:
        assert not (await editor.open("a.html", text)).diagnostics
        assert len((await editor.open("new.html", text)).diagnostics) == 1

    drive(site, talk)


def test_other_units_are_counted_where_the_editor_asks_for_them(site: Path) -> None:
    line = PAGE.splitlines()[4]
    before = line[: line.index("<img")]

    for encoding, units in (("utf-8", len(before.encode())), ("utf-32", len(before))):

        async def talk(editor: Editor, units: int = units) -> None:
            said = await editor.open("a.html", PAGE)
            assert max(shown.range.start for shown in said.diagnostics) == types.Position(4, units)

        drive(site, talk, encodings=[types.PositionEncodingKind(encoding)])


def test_a_wrong_configuration_is_said_and_may_be_mended(site: Path) -> None:
    (site / "govlint.toml").write_text('selekt = ["GOV9007"]\n', encoding="utf-8")

    async def talk(editor: Editor) -> None:
        item = types.TextDocumentItem(editor.uri("a.html"), "html", 1, PAGE)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        assert await editor.actions("a.html", whole()) == []
        assert len(editor.messages) == 1
        assert "selekt" in editor.messages[0]
        (site / "govlint.toml").write_text(CONFIG, encoding="utf-8")
        config = types.TextDocumentIdentifier(editor.uri("govlint.toml"))
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(config))
        assert len((await editor.said()).diagnostics) == 2

    drive(site, talk)


def test_options_and_language_of_the_command_line_count(site: Path) -> None:
    async def talk(editor: Editor) -> None:
        (shown,) = (await editor.open("a.html", PAGE)).diagnostics
        assert shown.message.startswith("The page does not declare")

    drive(site, talk, "--select", "GOV9007", "--lang", "en")


def test_broken_input_of_every_kind_is_survived(site: Path) -> None:
    (site / "govlint.toml").unlink()
    pages = ["", "\0\x0b\u2028\x85", "<" * 5000, "<div>" * 5000, "\ud800<p>\udfff".encode("utf-8", "replace").decode()]
    pages += ["<%= a %><#if x>${b}", f"<p {'a=1 ' * 20000}>", '<html lang="', "<!--", "<script>document.write('<"]

    async def talk(editor: Editor) -> None:
        for number, text in enumerate(pages):
            said = await editor.open(f"{number}.html", text)
            assert all(shown.range.end.line <= text.count("\n") + text.count("\r") for shown in said.diagnostics)
        await editor.open("missing folder/模板.ftl", "<#if x>${b}", "freemarker")
        editor.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem("untitled:Untitled-1", "html", 1, PAGE))
        )
        assert (await editor.said()).diagnostics
        assert not editor.messages

    drive(site, talk)
