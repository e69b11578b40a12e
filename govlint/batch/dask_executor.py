"""An Executor that Dask serves: its workers do the tasks, and each answer is let go of once it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from govlint.finding import Text
from govlint.workers.errors import WorkersError

_LOST = Text(
    "与 Dask 集群的连接中断。已有的结果都在，修好后用同样的命令继续",
    "the Dask cluster is lost; what is done is kept: mend it and run the same command again",
)


class _DaskExecutor(Executor):
    """Submits to the cluster of *client*; the ``map`` of the standard library lets go of each answer that was taken.

    Dask's own map keeps all answers on the workers to the end, and by default takes equal calls for one and the same,
    so that nothing could be tried again.
    """

    def __init__(self, client: Any) -> None:
        self._inner = client.get_executor(pure=False)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = self._inner.submit(function, *arguments, **named)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait=wait and not cancel_futures)


@contextmanager
def executor_of(client: Any) -> Iterator[Executor]:
    """Open an executor of the cluster of *client*; where the block is left by an exception, its tasks are cancelled.

    Raises WorkersError where the cluster is lost meanwhile.
    """
    executor = _DaskExecutor(client)
    lost: Any = (CancelledError, import_module("distributed").comm.CommClosedError)
    try:
        yield executor
    except BaseException as error:
        executor.shutdown(cancel_futures=True)
        if isinstance(error, lost):
            raise WorkersError(_LOST) from error
        raise
    executor.shutdown()
