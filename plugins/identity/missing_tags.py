"""The finding that pages of a kind have none of a set of tags: said once a kind, with the number of pages."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import WHOLE_PAGE, Edit, Finding, Fix, Text
from govlint.lint.context import Context
from govlint.lint.rule import fail
from govlint.site.site import Site

from .footers import footers_of
from .page_kinds import KIND_NAMES, PageKind, page_kinds
from .repeats import elsewhere, nearest_first
from .tags import SINCE, TagSet, has_any, head_of


def missing_tags(site: Site, context: Context, tags: TagSet, *kinds: PageKind) -> Iterator[Finding]:
    """Yield one fault for each of *kinds* whose pages lack all of *tags*; none for a day before tags were asked for."""
    if context.as_of < SINCE:
        return
    without = frozenset(path for path in footers_of(site).pages if not has_any(site, path, tags))
    if not without:  # to tell the kinds of pages takes the columns of the site
        return
    for kind in kinds:
        of_kind = (path for path, found in page_kinds(site).items() if found is kind)
        lacking = nearest_first(site, without.intersection(of_kind))
        if lacking:
            yield _fault(site, tags, kind, lacking)


def _fault(site: Site, tags: TagSet, kind: PageKind, lacking: list[str]) -> Finding:
    first, *others = lacking
    count = len(lacking)
    name, names = KIND_NAMES[kind], "、".join(tags.tags)
    where = Text(
        name.zh if count == 1 else f"{count} 个{name.zh}", f"A {name.en}" if count == 1 else f"{count} {name.en}s"
    )
    return fail(
        Text(
            f"{where.zh}没有任何{tags.name.zh}，请在 <head> 中写上 {names}。",
            f"{where.en} without any of the {tags.name.en}; write {', '.join(tags.tags)} into the <head>.",
        ),
        first,
        head_of(site.pages[first]),
        key=f"{tags.name.en}:{kind}",
        related=elsewhere((path, head_of(site.pages[path])) for path in others),
        pages=count,
        page_kind=kind.value,
        fix=_fix(site, tags, lacking),
    )


def _fix(site: Site, tags: TagSet, lacking: list[str]) -> Fix | None:
    """Return the fix that writes the tags, to be filled in, into the head of every page in *lacking*."""
    skeleton = "".join(f'<meta name="{name}" content="">\n' for name in tags.tags)
    places = [(path, head_of(site.pages[path])) for path in lacking]
    edits = [Edit(path, place._replace(part="before"), skeleton) for path, place in places if place != WHOLE_PAGE]
    title = Text(f"写上空的{tags.name.zh}，待填写", f"Write the {tags.name.en}, to be filled in")
    return Fix(title, tuple(edits)) if edits else None
