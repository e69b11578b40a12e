"""What a page says of its own paging: in a script that writes the links, in words, or by the links themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, Paging, Zone
from govlint.page.javascript import take_apart
from govlint.page.turning import Turning, read_turning
from govlint.page.words import fold, holds_any

# A call such as turnPages(7, 0, "index", "html") or Pager({size: 7, current: 0, prefix: "index", suffix: "html"}).
_NAMED_CALL = lazy_re(r"ag(?<=[Pp]ag)(?:e|ing|ination)\w{0,40}+\s*+\(")
_UNSEEN = lazy_re(r"<(?:!--|(?i:script|style)(?=[\s>/])[^<>]*+>)")
_UNSEEN_ENDS = {"!": lazy_re("-->"), "s": lazy_re("</(?i:script|style)")}
_SCRIPT_LIMIT = 50_000
_CALL = lazy_re(
    r'[Pp]ag(?:e|ing|ination)\w{0,40}+\s*+\(\s*+(?:"\d++"\s*+,\s*+)?+(?P<pages>[\w$]++)\s*+,\s*+(?P<current>[\w$]++)\s*+,'
    r'\s*+"(?P<base>\d++)"\s*+,\s*+"(?P<extension>\d++)"'
)
_CALL_WITH_FIELDS = lazy_re(r"[Pp]ag(?:e|ing|ination)\w{0,40}+\s*+\(\s*+\{(?P<fields>[^{}]*+)\}")
_FIELD = lazy_re(r'(?<![\w$])([\w$]++)\s*+:\s*+(?:"(?P<text>\d++)"|(?P<value>[\w$]++))')
_FIELD_NAMES = {
    "pages": ("size", "pages", "pageCount", "countPage", "totalPage", "totalPages"),
    "current": ("current", "curr", "currentPage", "pageIndex"),
    "base": ("prefix", "base", "pageName"),
    "extension": ("suffix", "extension", "ext", "pageExt"),
}

_FRAME = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER))
_TURN_WORDS = ("下一页", "下页", "上一页", "上页", "尾页", "末页", "后页", "当前第", "页次", "每页", "最后一页")
_TURN_WORD = lazy_re("|".join(_TURN_WORDS))
_MAY_TURN = lazy_re("页(?:(?<=[下上尾末后一每]页)|次)")  # begins with a plain character: fast on whole pages
_TAG = lazy_re(r"<[^<>]*+>|&(?:nbsp|#160|ensp|emsp);?")
_REACH = 800  # characters of markup around a word that turns pages
_WINDOWS = 8
_OF_PAGES = (
    lazy_re(r"第 ?(?P<current>\d{1,6}) ?页? ?[/／,，|]? ?(?:总?共|总页数[:：]?) ?(?P<pages>\d{1,6}) ?页"),
    lazy_re(r"(?:第|当前|页次[:：]?|页码[:：]?) ?(?P<current>\d{1,6}) ?页? ?[/／] ?(?P<pages>\d{1,6})"),
    lazy_re(r"(?:总?共|共有|共计|共分) ?(?P<pages>\d{1,6}) ?页|总页数[:：]? ?(?P<more>\d{1,6})"),
    lazy_re(r"(?<![\d/.:-])(?P<current>\d{1,5}) ?[/／] ?(?P<pages>\d{1,5}) ?页?(?![\d/.:-])"),
)
_ITEMS = lazy_re(
    r"(?:总?共|共[有计]|[总合]计|总数[:：]?|总记录数?[:：]?) ?(?P<total>\d{1,8}) ?(?:条|篇|则|个?记录)"
    r"|(?P<records>\d{1,8}) ?条(?:记录|信息|数据)"
)
_NEAR = 80  # characters of text between a number of items and a word that turns pages
_TOTALS = ("总记录", "总数", "总条数", "ecord", "ECORD")
_TITLED_TOTAL = lazy_re(
    r"""title\s*+=\s*+["']?(?:Total record|总记录数?|总数|总条数)["']?[^<>]*+>(?:\s|&nbsp;|<[^<>]*+>)*+(\d{1,8})""",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """What words say: *pages* and *items* in total, and the *current* page from 0; None for what they do not."""

    pages: int | None = None
    items: int | None = None
    current: int | None = None


def find_paging(source: str, links: Sequence[Link], path: str) -> Paging | None:
    """Return the paging of the page *path* with the decoded text *source* and the *links*; None where it shows none.

    *how* is ``"script"``, ``"text"`` or ``"links"``: the first of these that tells a number. Comments do not count.
    *base* and *extension* are given for scripts alone: other pagings count their files in ways of their own.
    """
    turning = read_turning((link for link in links if link.zone not in _FRAME), path)
    at = turning.at if turning is not None else 0
    if (found := _of_script(source, at)) is not None:
        return found
    said = _said(source)
    if said.pages is None and said.items is None:
        return Paging("links", turning.pages, None, "", "", turning.current or 0, at) if turning is not None else None
    return _of_text(said, turning, at)


def _of_text(said: _Said, turning: Turning | None, at: int) -> Paging:
    pages, current = said.pages, said.current
    if turning is not None:
        pages = pages if pages is not None else turning.pages
        current = current if current is not None else turning.current
    return Paging("text", pages, said.items, "", "", max(current or 0, 0), at)


def _of_script(source: str, at: int) -> Paging | None:
    calls = map(_paging_call, _scripts_that_turn(source))
    found = next(filter(None, calls), None)
    return found._replace(at=at) if found is not None else None


@lru_cache(maxsize=64)  # the scripts of a template stand on all its pages
def _paging_call(script: str) -> Paging | None:
    """Return what the first call in *script* that turns pages tells, None where that is too little."""
    code, strings = take_apart(script)
    call = _CALL.search(code)
    if call is not None:
        pages, current = _number(call["pages"], code), _number(call["current"], code)
        base, extension = strings[int(call["base"])], strings[int(call["extension"])]
    elif (call := _CALL_WITH_FIELDS.search(code)) is not None:
        values = {field[1]: field for field in _FIELD.finditer(call["fields"])}
        pages, current = (_field_number(values, name, code) for name in ("pages", "current"))
        base, extension = (_field_text(values, name, strings) for name in ("base", "extension"))
    else:
        return None
    if pages is None or not base or not extension:
        return None
    return Paging("script", pages, None, base, extension.lstrip("."), current or 0, 0)


def _scripts_that_turn(source: str) -> Iterator[str]:
    """Yield the text of each script that has a call which may turn pages and is not commented out."""
    if _NAMED_CALL.search(source):
        for _, start, end in _unseen(source):
            if start >= 0 and end - start <= _SCRIPT_LIMIT and _NAMED_CALL.search(source, start, end):
                yield source[start:end]


def _unseen(source: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each comment, script and style sheet begins, where its text does (-1 for a comment), and its end."""
    end = 0
    while opening := _UNSEEN.search(source, end):
        is_comment = opening[0] == "<!--"
        closing = _UNSEEN_ENDS["!" if is_comment else "s"].search(source, opening.end())
        end = closing.start() if closing else len(source)
        yield opening.start(), -1 if is_comment else opening.end(), end


def _visible(source: str) -> str:
    """Return *source* without its comments, scripts and style sheets."""
    parts = []
    at = 0
    for start, _, end in _unseen(source):
        parts.append(source[at:start])
        at = end
    return "".join((*parts, source[at:]))


def _number(value: str, code: str) -> int | None:
    """Return the number that *value* is, or that the variable of this name is given in *code*."""
    if value.isdecimal():
        return int(value[:9])
    given = re.search(rf"(?<![\w$.]){re.escape(value)}\s*+=\s*+(?:parseInt\s*+\(\s*+)?(\d{{1,9}})", code)
    return int(given[1]) if given else None


def _field_number(values: dict[str, re.Match[str]], wanted: str, code: str) -> int | None:
    value = next((values[name]["value"] for name in _FIELD_NAMES[wanted] if name in values), None)
    return _number(value, code) if value is not None else None


def _field_text(values: dict[str, re.Match[str]], wanted: str, strings: Sequence[str]) -> str:
    value = next((values[name]["text"] for name in _FIELD_NAMES[wanted] if name in values), None)
    return strings[int(value)] if value is not None else ""


def _said(source: str) -> _Said:
    if not _MAY_TURN.search(source) and not holds_any(source, ("当前第",)):
        return _Said()
    visible = _visible(source)
    total = _TITLED_TOTAL.search(visible) if holds_any(visible, _TOTALS) else None
    said = _Said(items=int(total[1]) if total else None)
    for text in _texts_near_words(visible):
        said = _read_words(text, said)
        if said.pages is not None and said.items is not None:
            break
    return said


def _texts_near_words(visible: str) -> Iterator[str]:
    end = 0
    for _ in range(_WINDOWS):
        word = _TURN_WORD.search(visible, end)
        if word is None:
            return
        start, end = max(end, word.start() - _REACH), word.end() + _REACH
        cut_tag = visible.find(">", start, word.start())
        start = cut_tag + 1 if cut_tag >= 0 and visible.find("<", start, cut_tag) < 0 else start
        yield fold(_TAG.sub(" ", visible[start:end]))


def _read_words(text: str, said: _Said) -> _Said:
    """Add to *said* what *text* tells, as far as it stands next to a word that turns pages."""
    words = [word.span() for word in _TURN_WORD.finditer(text)]
    pages, items, current = said
    for form in _OF_PAGES if pages is None else ():
        match = next((match for match in form.finditer(text) if _is_near(match, words) and _is_within(match)), None)
        if match is not None:
            groups = match.groupdict()
            pages = int(groups["pages"] or groups["more"])
            current = int(groups["current"]) - 1 if groups.get("current") else None
            break
    if items is None:
        match = next((match for match in _ITEMS.finditer(text) if _is_near(match, words)), None)
        items = int(match["total"] or match["records"]) if match is not None else None
    return _Said(pages, items, current)


def _is_within(match: re.Match[str]) -> bool:
    """Whether the current page is one of all pages: 7/5 is no paging."""
    groups = match.groupdict()
    return groups.get("current") is None or int(groups["current"]) <= max(int(groups["pages"]), 1)


def _is_near(match: re.Match[str], words: Sequence[tuple[int, int]]) -> bool:
    return any(start - _NEAR <= match.end() and match.start() <= end + _NEAR for start, end in words)
