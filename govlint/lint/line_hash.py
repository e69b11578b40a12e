"""GitHub's ``primaryLocationLineHash``: a fingerprint of a line by the text that begins there.

The hash of a line covers the first 100 UTF-16 code units from its start, running on into the lines below, with spaces
and tabs left out and every line end counted as one line feed; behind the end of the file stand one unit 0xFFFF and
zeros. It is the polynomial Σ cᵢ·37^(99-i) modulo 2^64, in hexadecimal, followed by how often the same hash has been
seen so far in the file. Source: github/codeql-action, ``src/fingerprints.ts``.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from itertools import accumulate, chain, repeat

_WINDOW = 100
_BASE = 37
_MASK = (1 << 64) - 1
_LEAVING = pow(_BASE, _WINDOW, _MASK + 1)
_END_OF_FILE = "\uffff"
_LINE_END = re.compile("\r\n?")
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


def line_hashes(text: str) -> list[str]:
    """Return the hash of every line of *text*, first line first; text behind the last line end counts as a line.

    GitHub reads every file as UTF-8, whatever its encoding, so to get its very values pass
    ``data.decode("utf-8", "replace")``. Time and memory are linear in the length of the text.
    """
    units, starts = _heads(text)
    rolling = array("Q", accumulate(chain(units, repeat(0, _WINDOW)), _roll, initial=0))
    seen: defaultdict[int, int] = defaultdict(int)
    hashes = []
    for start in starts:
        value = (rolling[start + _WINDOW] - rolling[start] * _LEAVING) & _MASK
        seen[value] += 1
        hashes.append(f"{value:x}:{seen[value]}")
    return hashes


def _roll(value: int, unit: int) -> int:
    return (value * _BASE + unit) & _MASK


def _heads(text: str) -> tuple[array[int], list[int]]:
    """Return the code units of the first 100 of every line, joined, and where in them each line starts.

    No window reaches further into a line: one that starts above it has spent units before, one that starts in it
    starts at its head. So a minified page of megabytes costs a hundred steps.
    """
    lines = _LINE_END.sub("\n", text).replace(" ", "").replace("\t", "").split("\n")
    last = len(lines) - 1
    units = array("H")
    starts = []
    for number, line in enumerate(lines):
        starts.append(len(units))
        head = line[:_WINDOW] + (_END_OF_FILE if number == last else "\n")
        units.frombytes(head.encode(_UTF16, "surrogatepass")[: 2 * _WINDOW])
    return units, starts
