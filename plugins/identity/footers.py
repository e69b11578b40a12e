"""Which pages of a site lack a mark, and for which the files cannot tell.

A footer may stand in the page, come from an include, a frame or a loaded page, or be written by a script. Only what
can be seen to be missing counts as missing; pages that are shown inside other pages are not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import NO_SCRIPT, Link, PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .mark_words import Mark
from .marks import PageMarks, marks_in, marks_of

_FRAMES = frozenset(("iframe", "frame", "embed", "object"))
_FOOT_NAME = lazy_re(
    r"foot|bottom|copyright|dibu|banquan|(?:^|[/_-])(?:bq|end|tail|inc|common|public|global)\b", re.IGNORECASE
)
_FOOT_SCRIPT = lazy_re(r"foot|bottom|copyright|dibu|banquan", re.IGNORECASE)
_PAGE_FILE = lazy_re(r"\.s?html?(?:$|[?#])|\.inc$", re.IGNORECASE)
# Scripts of libraries, counters and share buttons write no footer.
_LIBRARY = lazy_re(
    r"jquery|swiper|slide|layer|bootstrap|vue|angular|echarts|respond|html5|cnzz|51\.la|hm\.js|tongji|analytics|_ta_?js|/ta-\d"
    r"|share|bdimg|jiathis|ckeditor|prototype|lazyload|scroll|marquee|calendar|datepicker|conac|jiucuo|wza|ariaweb|push\.js",
    re.IGNORECASE,
)
_CHINESE = lazy_re(r"[\u4e00-\u9fff]")
_ENOUGH_CHINESE = 10
_MOSTLY = 0.5


class Gap(NamedTuple):
    """A page on which a mark is not to be seen; *reason* says why it may be there all the same (None: it is not)."""

    path: str
    reason: Text | None
    commented: bool = False


class Footers:
    """The footers of all pages of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._marks = {path: marks_of(page) for path, page in site.pages.items()}
        self._written = {
            path: marks_in("\n".join(found.writes)) for path, found in site.facts.scripts.items() if found.writes
        }
        self._single = site.facts.partial and len(site.pages) == 1
        self._brought = {path: tuple(self._brought_in(path)) for path in self._documents()}
        within = {found for found_in in self._brought.values() for found in found_in}
        if within:
            within.discard(site.home.path)
        self.pages = tuple(path for path in self._brought if path not in within and self._is_whole(path))
        static = sum(self._has_footer(path) for path in self.pages)
        self._mostly_static = static > _MOSTLY * len(self.pages)

    def shown(self, mark: Mark) -> bool:
        """Whether *mark* stands on any page."""
        return any(self._has(path, mark) for path in self.pages)

    def gaps(self, mark: Mark) -> Iterator[Gap]:
        """Yield the pages on which *mark* is not to be seen, in order of path."""
        for path in self.pages:
            if self._has(path, mark):
                continue
            reason = self._doubt(path, mark)
            if reason is None or not self._single:
                yield Gap(path, reason, mark in self._marks[path].commented)

    def within(self, path: str) -> tuple[str, ...]:
        """Return the pages of the export that the page *path* shows within itself (includes, frames, loaded pages)."""
        return self._brought[path]

    def is_open(self, path: str) -> bool:
        """Whether includes or template tags of the page are not filled in, so that parts of it are not to be seen."""
        marks = self._marks[path]
        includes = (self._site.resolve(path, address).kind for address in marks.pulls.addresses)
        return marks.pulls.template or any(kind is not TargetKind.PAGE for kind in includes)

    def _has_footer(self, path: str) -> bool:
        return any(self._marks[found].footer for found in (path, *self._brought[path]))

    def _documents(self) -> Iterator[str]:
        """Yield the pages that are documents of the site's own, not fragments, stubs or saved error pages."""
        for path in sorted(self._site.pages):
            if self._site.pages[path].role is Role.PAGE and self._marks[path].document:
                yield path

    def _is_whole(self, path: str) -> bool:
        """Whether a page stands by itself: it has a footer, or a header, a menu or a trail as other pages have."""
        page = self._site.pages[path]
        if path == self._site.home.path and not self._single:
            return True
        if not _is_chinese(page):
            return False
        if self._single:
            return self._marks[path].footer
        if page.outlets:  # a template: publishing makes its links, and one without any footer may be a dialogue's
            return self._marks[path].footer
        framed = bool(page.crumbs or self._brought[path]) or any(
            run.zone in (Zone.HEADER, Zone.NAV) for run in bodies(page.runs)
        )
        return (self._marks[path].footer or framed) and self._belongs(path)

    def _belongs(self, path: str) -> bool:
        """Whether the page bears a mark, brings in or links to other pages: demos of libraries do none of it."""
        if self._brought[path] or any(sign.sure for sign in self._marks[path].signs):
            return True
        targets = (self._site.target(path, link) for link in bodies(self._site.pages[path].links) if link.tag == "a")
        return any(target.kind is TargetKind.PAGE and target.path != path for target in targets)

    def _has(self, path: str, mark: Mark) -> bool:
        sign = self._marks[path].sign(mark)
        if sign is not None and sign.sure:
            return True
        if any(self._brings(found, mark) for found in self._brought[path]):
            return True
        return any(mark in self._written[found] for found in self._scripts(path)) if self._written else False

    def _brings(self, path: str, mark: Mark) -> bool:
        """Whether *path*, shown within another page, brings it *mark*; sponsor and contact only with a footer."""
        marks = self._marks[path]
        sign = marks.sign(mark)
        return sign is not None and sign.sure and (marks.footer or mark not in (Mark.SPONSOR, Mark.CONTACT))

    def _brought_in(self, path: str) -> Iterator[str]:
        """Yield the pages of the export that the page shows within itself."""
        for address in self._addresses(path):
            target = self._site.resolve(path, address)
            if target.kind is TargetKind.PAGE and target.path != path:
                yield target.path

    def _addresses(self, path: str) -> Iterator[str]:
        yield from self._marks[path].pulls.addresses
        yield from (link.href for link in bodies(self._site.pages[path].links) if link.tag in _FRAMES)

    def _scripts(self, path: str) -> Iterator[str]:
        """Yield the script files of the export that the page loads."""
        for link in _script_links(self._site.pages[path]):
            target = self._site.target(path, link)
            if target.path in self._written:
                yield target.path

    def _doubt(self, path: str, mark: Mark) -> Text | None:
        """Say why *mark* may be on the page though it is not to be seen, None where nothing speaks for it."""
        marks, page = self._marks[path], self._site.pages[path]
        if any(self._marks[found].sign(mark) for found in (path, *self._brought[path])):
            return _UNSURE[mark]
        mute = next((self._marks[found].mute for found in (path, *self._brought[path]) if self._marks[found].mute), "")
        if mark in (Mark.PARTY, Mark.ENTRY) and mute:
            return Text(
                f"页脚图片“{mute}”没有替代文字，可能就是它", f"the footer picture “{mute}” has no text and may be it"
            )
        if marks.pulls.template:
            return Text("页面有未展开的模板标记", "template tags on the page are not filled in")
        footer = self._has_footer(path)
        for address in self._unseen(path, footer=footer):
            return Text(
                f"页脚可能来自不在导出文件中的“{address}”", f"the footer may come from “{address}”, not among the files"
            )
        if footer:
            return None
        if marks.pulls.hollow:
            return Text("页脚由脚本填充", "a script fills the footer")
        if not self._mostly_static and (script := self._unseen_script(path, page)):
            return Text(f"页脚可能由脚本“{script}”写出", f"the script “{script}” may write the footer")
        return None

    def _unseen(self, path: str, *, footer: bool) -> Iterator[str]:
        """Yield what the page brings in that is not among the files and may hold its footer."""
        for address in self._addresses(path):
            if self._site.resolve(path, address).kind is TargetKind.PAGE:
                continue
            if _FOOT_NAME.search(address) or (not footer and _PAGE_FILE.search(address)):
                yield address[-60:]
        for link in _script_links(self._site.pages[path]):
            may_write = _FOOT_SCRIPT.search(link.href) or (link.zone is Zone.FOOTER and not _LIBRARY.search(link.href))
            if may_write and not self._is_seen(path, link):
                yield link.href[-60:]

    def _unseen_script(self, path: str, page: PageFacts) -> str:
        for link in _script_links(page):
            if not _LIBRARY.search(link.href) and not self._is_seen(path, link):
                return link.href[-60:]
        return ""

    def _is_seen(self, path: str, link: Link) -> bool:
        """Whether the script that *link* loads is among the files, with code in it that can be read."""
        found = self._site.target(path, link).path
        facts = self._site.facts.scripts.get(found, NO_SCRIPT)
        return facts != NO_SCRIPT and not (_FOOT_SCRIPT.search(link.href) and not facts.writes)


_UNSURE: dict[Mark, Text] = {
    Mark.PARTY: Text("页脚有一张名称像该标识的图片", "a picture there is named like the mark"),
    Mark.CODE: Text(
        "有“标识码”字样而没有号码，可能由脚本填写", "its label is there without a number, which a script may fill in"
    ),
    Mark.ICP: Text("有类似备案号的文字", "a text looks like it"),
    Mark.POLICE: Text("有类似备案号的文字", "a text looks like it"),
    Mark.SPONSOR: Text("只写了版权所有或承办单位，没有写明主办单位", "only the copyright or an organiser is named"),
    Mark.CONTACT: Text(
        "只有“关于我们”之类的链接或者技术支持电话", "there is only an about link or a technician's number"
    ),
    Mark.ENTRY: Text("只有本站自己的“纠错”入口", "there is only an entry for corrections of the site's own"),
}


def _script_links(page: PageFacts) -> Iterable[Link]:
    return (link for link in bodies(page.links) if link.tag == "script")


def _is_chinese(page: PageFacts) -> bool:
    """Whether the page is in Chinese: versions in other languages and the demos of libraries bear no marks."""
    letters = 0
    for run in bodies(page.runs):
        letters += len(_CHINESE.findall(run.text))
        if letters >= _ENOUGH_CHINESE:
            return True
    return False


@lru_cache(maxsize=1)
def footers_of(site: Site) -> Footers:
    """Return the footers of *site*; several rules ask for them one after the other."""
    return Footers(site)


def footer_at(site: Site, path: str) -> int:
    """Return the element at which the footer of the page *path* begins."""
    marks: PageMarks = marks_of(site.pages[path])
    return marks.at
