"""A page as large as a field is compared with its copy in as much memory as a plan, and a lost word is still seen."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import Withheld, drawn, read, withhold

from redactor.verify.declared import Declarations
from redactor.verify.outside import NO_WORDS_LOST, outside
from redactor.verify.painted import painted_file

SIDE = 6_000.0


def line(y: float, text: str) -> bytes:
    return f"BT /F1 11 Tf 1 0 0 1 400 {y:g} Tm ({text}) Tj ET\n".encode()


PAGE = line(5_000, "The van left at noon.") + line(700, "Nobody saw it come back.")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Withheld:
    folder = tmp_path_factory.mktemp("large")
    return withhold(read(drawn(PAGE, size=(SIDE, SIDE)), folder), (), folder)


def problems(large: Withheld, copy: Path) -> list[str]:
    with (
        painted_file(large.document.flattened) as originals,
        painted_file(copy) as copies,
        originals.page(1) as original,
        copies.page(1) as page,
    ):
        return [name for name, _ in outside(original, page, Declarations(large.copy).on(1))]


def test_a_large_page_is_compared_in_little_memory(large: Withheld) -> None:
    tracemalloc.start()
    try:
        assert problems(large, large.copy.path) == []
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()
    assert large.failed == []


def test_a_word_that_a_large_page_lost_is_seen(large: Withheld, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(large.data)) as pdf:
        page = pdf.pages[0]
        kept = []
        for instruction in pikepdf.parse_content_stream(page):
            shown = b"".join(bytes(s) for s in instruction.operands[0]) if str(instruction.operator) == "TJ" else b""
            if str(instruction.operator) == "Tj":
                shown = bytes(instruction.operands[0])
            if b"Nobody" not in shown:
                kept.append(instruction)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(tmp_path / "copy.pdf")
    assert NO_WORDS_LOST in problems(large, tmp_path / "copy.pdf")
