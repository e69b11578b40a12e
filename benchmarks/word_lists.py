"""Ways to look for 10,000 words in pages: the index of GOV8005 beside what libraries and ``re`` offer.

Run as ``python -m benchmarks.word_lists FOLDER``: the pages of FOLDER are read, a thousand at most, and searched for
10,000 made-up words and some that are there. Each way is printed with the time to build it and the time a page takes.
pyahocorasick is measured where it is installed; the number of hits differs for ways that do not give overlapping ones.
"""

from __future__ import annotations

import importlib.util
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from govlint.plugins.safety.word_lists import Word, WordIndex, fold

from govlint.page.names import is_page
from govlint.page.read import read_page

WORDS = 10_000
_MOST_PAGES = 1_000
_COMMON = 3_500  # characters that Chinese texts are made of, as far as speed goes


def made_up(count: int) -> list[str]:
    """Return *count* words of two to eight Chinese characters, the same ones every time."""
    choose = random.Random(1)
    words: set[str] = set()
    while len(words) < count:
        words.add("".join(chr(0x4E00 + choose.randrange(_COMMON)) for _ in range(choose.randint(2, 8))))
    return sorted(words)


def texts_of(folder: Path) -> list[str]:
    """Return the visible text of the pages of *folder*."""
    paths = [path for path in sorted(folder.rglob("*")) if is_page(path.name) and path.is_file()][:_MOST_PAGES]
    return [fold(read_page(path.name, path.read_bytes()).text) for path in paths]


def _index(words: Sequence[str]) -> Callable[[str], int]:
    index = WordIndex(map(Word, words))
    return lambda text: sum(1 for _ in index.find(text))


def _alternation(words: Sequence[str]) -> Callable[[str], int]:
    pattern = re.compile("|".join(map(re.escape, words)))
    return lambda text: sum(1 for _ in pattern.finditer(text))


def _one_by_one(words: Sequence[str]) -> Callable[[str], int]:
    return lambda text: sum(text.count(word) for word in words if word in text)


def _automaton(words: Sequence[str]) -> Callable[[str], int]:
    import ahocorasick

    automaton: Any = ahocorasick.Automaton()
    for number, word in enumerate(words):
        automaton.add_word(word, number)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter(text))


WAYS: dict[str, Callable[[Sequence[str]], Callable[[str], int]]] = {
    "index by two characters": _index,
    "pyahocorasick": _automaton,
    "one pattern": _alternation,
    "one by one": _one_by_one,
}


def main(arguments: list[str]) -> int:
    """Print a line for each way; return 0, or 2 where there is no page."""
    texts = texts_of(Path(arguments[0])) if arguments else []
    if not texts:
        print(__doc__)
        return 2
    words = made_up(WORDS) + sorted({text[200:204] for text in texts if re.fullmatch("[一-鿿]{4}", text[200:204])})
    characters = sum(map(len, texts))
    print(f"{len(texts)} pages, {characters} characters, {len(words)} words")
    for name, build in WAYS.items():
        if name == "pyahocorasick" and importlib.util.find_spec("ahocorasick") is None:
            print(f"{name:24} not installed")
            continue
        start = time.process_time()
        search = build(words)
        built = time.process_time()
        hits = sum(map(search, texts))
        took = time.process_time() - built
        print(
            f"{name:24} built in {1000 * (built - start):6.0f} ms, {1000 * took / len(texts):7.2f} ms a page, "
            f"{characters / took / 1e6:6.2f} million characters a second, {hits} hits"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
