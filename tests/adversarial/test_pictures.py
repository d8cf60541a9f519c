"""What a scan may go on telling when its words are covered: waves of a JPEG, older text layers, letters beside a box."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from drawn_originals import Withheld, attacked, drawn, leaks, read, spans_of, withhold
from numpy.typing import NDArray
from scans import scanned

from redactor.model import Quad
from redactor.write import pixels
from redactor.write.raster import Raster

NAME = "Henrietta Zumwalt"  # read surely at 200 dpi
SIZE = (430.0, 110.0)


def page(*lines: str) -> bytes:
    shown = (f"BT /F1 12 Tf 1 0 0 1 30 {SIZE[1] - 30 - 24 * at} Tm ({line}) Tj ET\n" for at, line in enumerate(lines))
    return drawn("".join(shown).encode(), size=SIZE)


def stored(copy: Withheld) -> NDArray[np.int16]:
    """The pixels of the copy's picture."""
    with pypdfium2.PdfDocument(copy.data) as pdf:
        (picture,) = (thing for thing in pdf[0].get_objects(max_depth=1) if thing.type == 3)
        grey = picture.get_bitmap(render=False).to_numpy()
        levels: NDArray[np.int16] = grey.reshape(grey.shape[:2]).astype(np.int16)
        return levels


def test_no_pixel_of_a_picture_depends_on_the_name_that_was_covered(tmp_path: Path) -> None:
    pictures = []
    for name in ("Ana Loret", "Mia Hunt"):
        scan = scanned(page(f"The clerk wrote down {name}", "Nothing else was said."), skew=0.0, noise=0.0, quality=25)
        document = read(scan, tmp_path)
        pictures.append(stored(withhold(document, spans_of(document, name), tmp_path)))
    assert int(np.abs(pictures[0] - pictures[1]).max()) == 0


def test_the_waves_that_a_word_made_in_a_jpeg_are_gone_from_the_paper_around_its_box() -> None:
    levels = np.full((60, 200), 246, np.uint8)
    levels[10:20, 20:60] = 12  # a word that stays
    levels[36:44, 20:60] = 226  # waves of the one that goes, which stood below
    tables = {0: [16] * 64}
    box = Quad((20.0, 44.0), (60.0, 44.0), (60.0, 56.0), (20.0, 56.0))
    filled = pixels.filled(Raster(levels, tables=tables), [box], (1.0, 1.0))
    assert int(filled[10:20, 20:60].max()) == 12
    assert set(np.unique(filled[30:44])) == {246}
    assert set(np.unique(filled[45:55, 21:59])) == {0}
    lossless = pixels.filled(Raster(levels), [box], (1.0, 1.0))
    assert int(lossless[36:44, 20:60].max()) == 226  # without loss there are no waves: all but the box stays


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
