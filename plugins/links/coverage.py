"""What an export leaves out as a whole: links into that are no dead links, as far as files can tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from enum import StrEnum
from weakref import WeakKeyDictionary

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.site.site import Site

from .kinds import FileKind, kind_of
from .survey import Gone, State, Strength, Survey, survey

# Below these numbers nothing is called left out: a small site may well have lost the few files it links to.
_FEW = 5
_MANY = 10
_SECTION_SHARE = 100  # a section that was left out is at least one in so many of all linked files
_BY_DATE = lazy_re(r"[\d\-_.]++")


class Doubt(StrEnum):
    """Why a missing file may be no fault of the site."""

    PARTIAL = "partial"
    KIND = "kind"
    SECTION = "section"
    MIRROR = "mirror"
    SCRIPT = "script"
    STYLE = "style"
    FORM = "form"
    CASE = "case"


REASONS = {
    Doubt.PARTIAL: Text(
        "导出不完整：链接的文件大多不在其中；请用完整的导出检查。",
        "The export is partial: most of the files that links lead to are not in it; check a whole one.",
    ),
    Doubt.KIND: Text(
        "导出中没有一个这类文件，可能没有一起导出；请补上后再检查，或者在线核对。",
        "The export holds no file of this kind, so they may have been left out; add them, or try the links online.",
    ),
    Doubt.SECTION: Text(
        "这些文件所在的文件夹整个不在导出中，可能由别的系统发布；请核对该部分是否还在。",
        "The whole folder of these files is not in the export and may be published by another system; look there.",
    ),
    Doubt.MIRROR: Text(
        "镜像工具没有抓取这些页面，保留了原网址，文件看不出是否打得开；请在线核对。",
        "The mirroring tool did not fetch these and left their addresses as they were; try them online.",
    ),
    Doubt.SCRIPT: Text(
        "链接由脚本写入页面，要运行脚本才知道是否出现；请在浏览器里核对。",
        "A script writes these links, and only running it tells whether they appear; look in a browser.",
    ),
    Doubt.STYLE: Text(
        "样式不一定用在页面上，文件看不出图片是否会被加载；请在浏览器里核对。",
        "The style may not apply to anything, so files do not tell whether it is loaded; look in a browser.",
    ),
    Doubt.FORM: Text(
        "表单可能由程序处理，文件看不出来；请提交一次核对。",
        "A program may answer the form, which files do not tell; submit it once.",
    ),
    Doubt.CASE: Text(
        "Windows 服务器不分大小写，Linux 服务器区分；请核对，最好改成一致。",
        "Windows servers take both for the same, Linux servers do not; check, and better write both alike.",
    ),
}


_WEAKNESS = {
    Strength.MIRRORED: Doubt.MIRROR,
    Strength.SCRIPTED: Doubt.SCRIPT,
    Strength.FORM: Doubt.FORM,
    Strength.STYLED: Doubt.STYLE,
}


class Coverage:
    """Judges missing files by what else is missing beside them."""

    def __init__(self, found: Survey, files: Set[str], home: str, *, partial: bool) -> None:
        missing = [path for path, gone in found.gone.items() if gone.is_firm and gone.state is State.MISSING]
        self.is_partial = partial or (len(missing) >= _FEW and len(missing) > len(found.present))
        self._folders = _folders(files)
        self._top = home.rpartition("/")[0]
        self._absent_kinds = _absent_kinds(missing, files)
        least = max(_FEW, (len(missing) + len(found.present)) / _SECTION_SHARE)
        self._absent_sections = self._find_sections(missing, least)

    def doubt(self, gone: Gone) -> Doubt | None:
        """Say why *gone* may be no fault, None where it is one."""
        if gone.state is State.CASE:
            return Doubt.CASE
        if gone.state is State.ERROR:
            return _WEAKNESS.get(gone.strength)
        if self.is_partial:
            return Doubt.PARTIAL
        if not gone.is_firm:
            return _WEAKNESS[gone.strength]
        if kind_of(gone.path) in self._absent_kinds:
            return Doubt.KIND
        return Doubt.SECTION if self._absent_folder(gone.path) in self._absent_sections else None

    def _find_sections(self, missing: Iterable[str], least: float) -> frozenset[str]:
        below: dict[str, int] = defaultdict(int)
        for path in missing:
            below[self._absent_folder(path)] += 1
        below.pop("", None)
        return frozenset(
            folder
            for folder, count in below.items()
            if count >= (least if folder.rpartition("/")[0] in ("", self._top) else max(_MANY, least))
        )

    def _absent_folder(self, path: str) -> str:
        """Return the highest folder of *path* that is not there, ``""`` where all are.

        Folders named by dates alone (``201708/``) come and go with what is published, and do not count.
        """
        start = 0
        while (end := path.find("/", start)) >= 0:
            if path[:end] not in self._folders:
                return "" if _BY_DATE.fullmatch(path, start, end) else path[:end]
            start = end + 1
        return ""


def _folders(files: Iterable[str]) -> frozenset[str]:
    """Return all folders of *files*, without a slash at the end."""
    found: set[str] = set()
    for path in files:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def _absent_kinds(missing: Iterable[str], files: Iterable[str]) -> frozenset[FileKind]:
    """Return the kinds of file that links often name and that the export does not hold at all."""
    wanted = Counter(map(kind_of, missing))
    often = {kind for kind, count in wanted.items() if count >= _FEW and kind not in (FileKind.PAGE, FileKind.OTHER)}
    return frozenset(often - set(map(kind_of, files))) if often else frozenset()


_coverages: WeakKeyDictionary[Site, Coverage] = WeakKeyDictionary()


def coverage(site: Site) -> Coverage:
    """Return the coverage of *site*; it is worked out once and kept as long as the site is."""
    found = _coverages.get(site)
    if found is None:
        facts = site.facts
        found = _coverages[site] = Coverage(survey(site), facts.files, site.home.path, partial=facts.partial)
    return found
