"""Is anything in this page? The judgement of an inspector who opens a column.

A column is blank when nothing on its page is its own (see ``recurrence``) and something shows that a list or a text is
expected there: a notice, the paging of no items, or a box that the sister pages fill. Where scripts may fill that box,
the files cannot tell. Everything else counts as filled: a false "blank" costs more than a missed one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import FRAME, Box, PageFacts, Role, Run, ScriptFacts, Zone
from govlint.site.model import ColumnState, TargetKind
from govlint.site.notices import is_blank_notice, is_paging, is_placeholder_notice, is_zero_count
from govlint.site.recurrence import Recurrence
from govlint.standard.names import fold

if TYPE_CHECKING:
    from govlint.site.site import Site

# Characters of a page's own text from which it is an article rather than a label left over.
_ENOUGH_TEXT = 12
# A box counts as one that pages of this kind fill when at least this share of the pages that have it fill it.
_FILLED_SHARE = 0.6
# What a client-side template leaves in the page: {{ item.title }}, ${item.title}, <%= item.title %>.
_TEMPLATE = lazy_re(r"\{\{|\$\{|<%|\{%")


class Judgement(NamedTuple):
    """The state of a column's page, why, and the element that shows it (-1: none in particular)."""

    state: ColumnState
    evidence: str
    at: int = -1


class _Boxes:
    """On how many pages each kind of box stands, and on how many of them something is in it."""

    def __init__(self, pages: Iterable[PageFacts]) -> None:
        self.pages: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        for page in pages:
            if page.role is not Role.PAGE:
                continue
            found: dict[str, bool] = {}
            for box in page.boxes:
                found[box.signature] = found.get(box.signature, False) or not is_hollow(box)
            self.pages.update(found.keys())
            self.filled.update(signature for signature, full in found.items() if full)

    def usually_filled(self, signature: str) -> bool:
        """Whether most pages that have this box have something in it."""
        return self.filled[signature] >= max(2, _FILLED_SHARE * self.pages[signature])

    def ever_filled(self, signature: str) -> bool:
        """Whether any page has something in this box."""
        return self.filled[signature] > 0


def is_hollow(box: Box) -> bool:
    """Whether nothing is in *box*, or nothing but a notice that nothing is there, or paging."""
    if box.things and not is_paging(box.notice):
        return False
    if not box.length:
        return box.things == 0
    return (
        is_blank_notice(box.notice) or is_placeholder_notice(box.notice) or (not box.things and is_paging(box.notice))
    )


class ContentJudge:
    """Judges pages of one site; what has to be known of all pages is gathered once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.recurrence = Recurrence(site.pages.values())

    @cached_property
    def _boxes(self) -> _Boxes:
        return _Boxes(self._site.pages.values())

    @cached_property
    def _common_loaders(self) -> frozenset[str]:
        """Loaders that so many pages carry that they say nothing of one page's list."""
        pages = [page for page in self._site.pages.values() if page.role is Role.PAGE]
        counts = Counter(loader for page in pages for loader in self._loaders(page))
        return frozenset(loader for loader, count in counts.items() if count > max(3, len(pages) // 5))

    def own_runs(self, page: PageFacts, names: frozenset[str]) -> list[Run]:
        """Return what is the page's own in its middle: no frame, no name of its own, no paging, no section menu."""
        title = fold(page.title)
        return [
            run
            for run in self.recurrence.own_runs(page)
            if run.zone not in FRAME
            and not _is_name(run, names, title)
            and not is_paging(run.text)
            and not self._in_section_menu(page, run)
        ]

    def judge(self, path: str, names: frozenset[str], rows: int = 0) -> Judgement:
        """Judge the page *path*, which goes by *names* (folded) and shows so many dated *rows* of its own."""
        page = self._site.pages[path]
        if page.role is Role.ERROR:
            return Judgement(ColumnState.ERROR, page.role_reason)
        if rows:
            return Judgement(ColumnState.FILLED, f"{rows} dated rows")
        own = self.own_runs(page, names)
        notice = self._notice(page)
        content = [run for run in own if not (is_blank_notice(run.text) or is_placeholder_notice(run.text))]
        content = [run for run in content if not _TEMPLATE.search(run.text)]
        hollow = self._hollow_box(page)
        if self._is_content(content) and not self._says_it_is_blank(page, hollow, content):
            return Judgement(ColumnState.FILLED, f"{len(content)} own runs")
        if any(link.tag in ("iframe", "frame") and link.href and link.zone not in FRAME for link in page.links):
            return Judgement(ColumnState.FILLED, "shows another page in a frame")
        if self._may_be_scripted(page, hollow):
            return Judgement(ColumnState.SCRIPTED, self._script_evidence(page, hollow), hollow.at if hollow else -1)
        if notice is not None and is_placeholder_notice(notice.text):
            return Judgement(ColumnState.PLACEHOLDER, notice.text, notice.at)
        if notice is not None:
            return Judgement(ColumnState.BLANK, notice.text, notice.at)
        if hollow is not None and self._boxes.ever_filled(hollow.signature):
            return Judgement(ColumnState.BLANK, f"empty {hollow.signature}", hollow.at)
        if page.paging is not None and self._no_list(page):
            return Judgement(ColumnState.BLANK, f"paging without items ({page.paging.how})", page.paging.at)
        bare = self._bare_box(page, names)
        if bare is not None:
            if page.script.loaders or page.script.mentions or self._own_outside_script(page):
                return Judgement(ColumnState.SCRIPTED, f"nothing in {bare.signature}, and a script that may fill it")
            return Judgement(ColumnState.BLANK, f"nothing in {bare.signature} but the column's name", bare.at)
        return Judgement(ColumnState.FILLED, "nothing of its own, and no sign of an empty list")

    def _bare_box(self, page: PageFacts, names: frozenset[str]) -> Box | None:
        """Return a box with nothing in it but what the page is called, which the sister pages fill, if that is all."""
        title = fold(page.title)
        middle = [run for run in page.runs if run.zone not in FRAME]
        if not all(_is_name(run, names, title) or is_paging(run.text) for run in middle):
            return None
        if any(control.zone not in FRAME for control in page.controls):
            return None
        boxes = (box for box in page.boxes if box.zone not in FRAME and box.zone is not Zone.ASIDE and not box.things)
        return next((box for box in boxes if self._boxes.usually_filled(box.signature)), None)

    @staticmethod
    def _is_content(runs: list[Run]) -> bool:
        if any(run.kind != "text" and (run.text or run.kind != "link") for run in runs):
            return True
        return sum(run.length for run in runs) >= _ENOUGH_TEXT

    def _says_it_is_blank(self, page: PageFacts, hollow: Box | None, content: list[Run]) -> bool:
        """Whether the page itself says that its list has no items, so that a few links beside it do not count."""
        if any(run.kind == "text" and run.length >= _ENOUGH_TEXT for run in content):
            return False
        if any(item.day is not None for item in page.items):
            return False
        if any(is_zero_count(run.text) for run in page.runs if run.zone not in FRAME):
            return True
        return hollow is not None and is_blank_notice(hollow.notice) and self._boxes.usually_filled(hollow.signature)

    def _notice(self, page: PageFacts) -> Run | None:
        """Return the first notice in the middle of the page, one in a sidebar only where there is no other."""
        notices = [
            run
            for run in page.runs
            if run.zone not in FRAME and (is_blank_notice(run.text) or is_placeholder_notice(run.text))
        ]
        return next((run for run in notices if run.zone is not Zone.ASIDE), None)

    def _hollow_box(self, page: PageFacts) -> Box | None:
        """Return the innermost hollow box that pages of this kind fill, else any hollow list with a name of its own."""
        hollow = [box for box in page.boxes if is_hollow(box) and box.zone is not Zone.ASIDE]
        usual = [box for box in hollow if self._boxes.usually_filled(box.signature)]
        return usual[-1] if usual else hollow[0] if hollow else None

    def _no_list(self, page: PageFacts) -> bool:
        """Whether the page has no list outside its frame whose rows are more than sub-columns."""
        return page.paging is not None and (
            page.paging.items == 0 or not any(item.day is not None for item in page.items)
        )

    def _in_section_menu(self, page: PageFacts, run: Run) -> bool:
        """Whether *run* is a link of a menu that the linked page shows as well, with a link to itself."""
        if run.link < 0 or run.kind != "link":
            return False
        target = self._site.target(page.path, page.links[run.link])
        if target.kind is not TargetKind.PAGE:
            return False
        if target.path == page.path:
            return True
        there = self._site.pages[target.path]
        return any(
            link.text == run.text and self._site.target(there.path, link).path == there.path for link in there.links
        )

    def _loaders(self, page: PageFacts) -> frozenset[str]:
        return page.script.loaders

    def _may_be_scripted(self, page: PageFacts, hollow: Box | None) -> bool:
        return bool(self._script_evidence(page, hollow))

    def _script_evidence(self, page: PageFacts, hollow: Box | None) -> str:
        """Say what makes it possible that a script fills the page, ``""`` where nothing does."""
        if any(_TEMPLATE.search(run.text) for run in page.runs):
            return "client-side template"
        loaders = self._loaders(page) - self._common_loaders
        if loaders:
            return f"loaded by script ({', '.join(sorted(loaders))})"
        if hollow is None:
            return ""
        if self._boxes.usually_filled(hollow.signature):
            return ""  # its sisters are filled without any script
        name = hollow.signature.partition("#")[2].partition(".")[0]
        if name and name in page.script.mentions:
            return f"a script fills #{name}"
        if name and any(name in script.mentions for script in self._scripts(page)):
            return f"a script file fills #{name}"
        if not self._boxes.ever_filled(hollow.signature) and self._own_outside_script(page):
            return "a script outside the export may fill it"
        return ""

    def _scripts(self, page: PageFacts) -> list[ScriptFacts]:
        found = []
        for link in page.links:
            if link.tag == "script":
                facts = self._site.facts.scripts.get(self._site.target(page.path, link).path)
                if facts is not None:
                    found.append(facts)
        return found

    def _own_outside_script(self, page: PageFacts) -> bool:
        """Whether the page loads a script of which the files tell nothing, and which few other pages load."""
        for link in page.links:
            if link.tag != "script" or not link.href:
                continue
            target = self._site.target(page.path, link)
            facts = self._site.facts.scripts.get(target.path)
            if facts is None or not (facts.defines or facts.mentions or facts.writes):
                return True
        return False


def _is_name(run: Run, names: frozenset[str], title: str) -> bool:
    """Whether *run* only repeats what the page is called."""
    folded = fold(run.text)
    if not folded:
        return run.kind == "text"
    return folded in names or (run.length <= 40 and (folded in title or (bool(title) and title in folded)))
