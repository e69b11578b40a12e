"""The map step over all files: batches of them, in as many processes as there are, each file of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govlint.lint.batches import in_batches
from govlint.lint.examine import Examined, Job, examine, share
from govlint.lint.kept.sharing import Sharing
from govlint.lint.plan import Plan

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from govlint.lint.kept.cache import Cache

WORTH_KEEPING = 20
"""From how many files of a site on it pays to keep results."""
_WORTH_KEEPING_APART = 200
"""The same of single files: the few of a commit have just been changed."""

Progress = Callable[[int, int], None]
"""Takes how many files are done, and how many there are."""


def remembering(plan: Plan, cache: Cache | None) -> Job:
    """Return the job of *plan*, with what *cache* knows of earlier runs where that is of use.

    The results of templates hang on each other, so none of them is kept.
    """
    least = WORTH_KEEPING if plan.source.whole_site else _WORTH_KEEPING_APART
    if cache is None or plan.tree is not None or len(plan.to_examine) < least:
        return plan.job
    from govlint.lint.kept.depends import digest_of_run
    from govlint.lint.kept.memory import Memory

    job = plan.job
    cache.find([b""])  # a damaged file is begun anew before any worker opens it
    common = digest_of_run(job.settings, plan.registry, job.as_of, job.source.whole_site, job.late)
    return job._replace(memory=Memory(cache, common))


def examined(
    job: Job, paths: Sequence[str], executor: Executor | None, progress: Progress | None = None
) -> Iterator[Examined]:
    """Yield what came of each of *paths*, in their order; what pages have alike is held once."""
    if job.memory is None:
        batches = _map(job, paths, executor)
    else:
        from govlint.lint.kept.recall import recalled

        batches = recalled(job, job.memory, paths, executor)
    return _counted(batches, len(paths), progress)


def _map(job: Job, paths: Sequence[str], executor: Executor | None) -> Iterator[list[Examined]]:
    """Yield what came of the files *paths*, batch by batch."""
    batches = in_batches(paths)
    sharing = Sharing()  # it ends with the last batch: what it knows is a tenth of what all facts take
    if executor is None:
        for batch in batches:
            yield [sharing.of(one) for one in examine(job, batch)]
    else:
        from govlint.lint.kept.packing import unpacked

        for data in executor.map(_examine_packed, [share(job, batch) for batch in batches], batches):
            yield unpacked(data, sharing)


def _examine_packed(job: Job, paths: Sequence[str]) -> bytes:
    from govlint.lint.kept.packing import packed

    return packed(examine(job, paths))


def _counted(batches: Iterable[list[Examined]], files: int, progress: Progress | None) -> Iterator[Examined]:
    """Yield the results one by one, and say how far it is with each batch."""
    done = 0
    for results in batches:
        yield from results
        done += len(results)
        if progress is not None:
            progress(done, files)
