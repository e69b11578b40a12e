"""How the rules on personal numbers speak: a few numbers one by one, many of them on a page as one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from govlint.finding import Finding, Location, Mark, Text
from govlint.lint.findings.grouping import MOST_EXAMPLES, group
from govlint.lint.rule import fail, review
from govlint.site.site import Site

from .leaks import FACT, Leak
from .numbers import Kind
from .surroundings import Where

_MANY = 3
_ALSO = Text("同类号码", "a number of the same kind")
_NAMES = {
    Kind.IDENTITY: Text("身份证号码", "identity number"),
    Kind.MOBILE: Text("手机号码", "mobile number"),
    Kind.CARD: Text("银行卡号", "bank card number"),
}
_PLACES = {
    Where.TEXT: Text("正文", "the text"),
    Where.ATTRIBUTE: Text("标签属性", "an attribute"),
    Where.ADDRESS: Text("链接或文件名", "a link or file name"),
    Where.SCRIPT: Text("脚本数据", "the data of a script"),
    Where.COMMENT: Text("注释", "a comment"),
}
_REASON = {
    Kind.IDENTITY: Text(
        "号码通过校验，但也可能是含日期的编号；请核对是否为公民身份号码。",
        "The number passes its check but may be a code with a date in it; see whether it is a person's.",
    ),
    Kind.MOBILE: Text(
        "可能是经本人同意公布的公务联系方式；请核对，能用办公电话的改用办公电话。",
        "It may be an official contact given with consent; see to it, and give an office line where there is one.",
    ),
    Kind.CARD: Text("可能是公开的收款账户；请核对。", "It may be an account for payments; see to it."),
}


def said(site: Site, kinds: tuple[Kind, ...]) -> list[Finding]:
    """Return the findings on the numbers of *kinds* on all pages of *site*, those of many pages made one."""
    findings = [finding for path in site.pages for finding in _of_page(site, path, kinds)]
    return group(findings, site.home.path)


def _of_page(site: Site, path: str, kinds: tuple[Kind, ...]) -> Iterator[Finding]:
    alike: dict[tuple[Kind, bool, Where], list[Leak]] = defaultdict(list)
    for leak in site.pages[path].extra.get(FACT, ()):
        if leak.kind in kinds:
            alike[leak.kind, leak.sure, leak.where].append(leak)
    for leaks in alike.values():
        different = {leak.shown: leak for leak in reversed(leaks)}
        if len(different) > _MANY:
            yield _many(path, leaks, len(different))
        else:
            for leak in sorted(different.values(), key=lambda leak: leak.start):
                yield _one(path, leak)


def _one(path: str, leak: Leak) -> Finding:
    name, place = _NAMES[leak.kind], _PLACES[leak.where]
    message = Text(
        f"{place.zh}中有完整的{name.zh}“{leak.shown}”，请删去，或按此样打码。",
        f"A full {name.en} “{leak.shown}” stands in {place.en}; delete it, or mask it like this.",
    )
    return _finding(path, leak, message, key=f"{leak.kind} {leak.shown}")


def _many(path: str, leaks: Sequence[Leak], count: int) -> Finding:
    first, *others = leaks
    name, place = _NAMES[first.kind], _PLACES[first.where]
    message = Text(
        f"{place.zh}中有 {count} 个完整的{name.zh}（如“{first.shown}”），请删去，或按此样打码。",
        f"{count} full {name.en}s (as “{first.shown}”) stand in {place.en}; delete them, or mask them like this.",
    )
    related = tuple(Location(path, Mark(span=(leak.start, leak.end)), _ALSO) for leak in others[:MOST_EXAMPLES])
    finding = _finding(path, first, message, key=f"{first.kind} {first.where}", related=related)
    return finding._replace(properties=(("numbers", count),))


def _finding(path: str, leak: Leak, message: Text, key: str, related: tuple[Location, ...] = ()) -> Finding:
    mark = Mark(span=(leak.start, leak.end))
    if leak.sure:
        return fail(message, path, mark, key=key, related=related)
    return review(message, path, mark, key=key, related=related, reason=_REASON[leak.kind])
