"""Values kept beside Python's byte code from run to run: what starting works out once and needs each time.

They are kept on the terms of byte code: nothing is written with ``-B`` or ``PYTHONDONTWRITEBYTECODE``,
``PYTHONPYCACHEPREFIX`` moves them, where the folder cannot be written nothing is kept, and who may write there is
trusted as he is with the byte code. A file takes its place at once, so many processes may read and write it. Whatever
is wrong with one, nothing is kept in it.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import zlib
from pathlib import Path
from typing import Any

_SUM = 4  # bytes of the check sum that a file begins with


def file_beside(byte_code: str | None, ending: str) -> Path | None:
    """Return the file with *ending* (``.rules``) beside the *byte_code* of a module, None where that has none."""
    return Path(byte_code).with_suffix(ending) if byte_code else None


def read_beside(file: Path | None, made_of: object) -> Any:
    """Return the value that was kept in *file* as *made_of* the same, None where there is none."""
    if file is None:
        return None
    try:
        data = file.read_bytes()
        body = memoryview(data)[_SUM:]
        if zlib.crc32(body) != int.from_bytes(data[:_SUM]):
            return None
        kept_of, value = marshal.loads(body)  # noqa: S302 - as trusted as the byte code beside it
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return value if kept_of == made_of else None


def keeps_beside(file: Path | None) -> bool:
    """Whether *file* can be written, and byte code is."""
    return file is not None and not sys.dont_write_bytecode and os.access(file.parent, os.W_OK)


def write_beside(file: Path | None, made_of: object, value: object) -> None:
    """Keep *value*, made of numbers, texts, bytes and collections of them, in *file* if it can be written."""
    if file is None or not keeps_beside(file):
        return
    new = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError, ValueError):  # nothing depends on what is kept
        body = marshal.dumps((made_of, value))  # type: ignore[arg-type]
        try:
            new.write_bytes(zlib.crc32(body).to_bytes(_SUM) + body)
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
