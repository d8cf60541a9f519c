"""What a scan may go on telling when its words are covered: waves of a JPEG, older text layers, letters beside a box."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from drawn_originals import Withheld, attacked, drawn, leaks, read, spans_of, withhold
from numpy.typing import NDArray
from scans import scanned

from redactor.write import pixels

NAME = "Henrietta Zumwalt"  # read surely at 200 dpi
SIZE = (430.0, 110.0)


def page(*lines: str, leading: int = 24) -> bytes:
    shown = (
        f"BT /F1 12 Tf 1 0 0 1 30 {SIZE[1] - 30 - leading * at} Tm ({line}) Tj ET\n" for at, line in enumerate(lines)
    )
    return drawn("".join(shown).encode(), size=SIZE)


def stored(copy: Withheld) -> NDArray[np.int16]:
    """The pixels of the copy's picture."""
    with pypdfium2.PdfDocument(copy.data) as pdf:
        (picture,) = (thing for thing in pdf[0].get_objects(max_depth=1) if thing.type == 3)
        grey = picture.get_bitmap(render=False).to_numpy()
        levels: NDArray[np.int16] = grey.reshape(grey.shape[:2]).astype(np.int16)
        return levels


def difference(folder: Path) -> int:
    """By how much the pictures of two copies differ whose originals named two people at the end of a line; the lines
    above and below are so near that the box has no room for its margin."""
    pictures = []
    for name in ("Ana Lopez", "Mia Quint"):
        scan = scanned(
            page(
                "The officer waited at the door of the court.",
                f"The clerk wrote down {name}",
                "Nothing else was said that morning in the hall.",
                leading=13,
            ),
            skew=0.0,
            noise=0.0,
            quality=25,
        )
        document = read(scan, folder)
        pictures.append(stored(withhold(document, spans_of(document, name), folder)))
    return int(np.abs(pictures[0] - pictures[1]).max())


def test_no_pixel_of_a_picture_depends_on_the_name_that_was_covered(tmp_path: Path) -> None:
    assert difference(tmp_path) == 0


def test_the_waves_of_a_jpeg_around_a_word_would_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "_calm", lambda *_: None)
    assert difference(tmp_path) > 0


def test_an_older_text_layer_does_not_come_along(tmp_path: Path) -> None:
    scan = scanned(page("The officer waited at the door of the court.", f"He met {NAME} there."), skew=0.0, noise=2.0)
    with pikepdf.open(io.BytesIO(scan)) as pdf:
        sheet = pdf.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        sheet.obj.Resources.Font = pikepdf.Dictionary(F1=pdf.make_indirect(font))
        sheet.contents_add(f"BT 3 Tr /F1 8 Tf 1 0 0 1 30 20 Tm (Jocasta {NAME}) Tj ET".encode())
        buffer = io.BytesIO()
        pdf.save(buffer)
    copy = attacked(buffer.getvalue(), tmp_path, NAME)
    assert copy.failed == []
    assert leaks(copy.data, f"Jocasta {NAME}") == []
