"""The reporters the core offers, and that a format nobody asks for is not loaded."""

import io
import json
import subprocess
import sys

from govlint.report.model import Report
from govlint.report.reporter import CORE_REPORTERS


def test_every_reporter_writes_in_both_languages(sample: Report) -> None:
    for reporter in CORE_REPORTERS:
        texts = set()
        for language in ("zh", "en"):
            stream = io.StringIO()
            reporter.write([sample], stream, language=language)
            texts.add(stream.getvalue())
            if reporter.name in {"sarif", "json", "gitlab"}:
                json.loads(stream.getvalue())
        assert len(texts) == 2


def test_formats_are_loaded_when_they_are_asked_for() -> None:
    program = (
        "import sys, govlint.report.reporter; print({'sarif_om', 'attr', 'jsonschema', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
