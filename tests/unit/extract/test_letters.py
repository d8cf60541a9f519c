"""Letters are taken out of a page's content whatever lay in memory before."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
from drawn_originals import drawn, words
from pymupdf import mupdf

from redactor.extract.letters import letters_of, take_out


def test_letters_go_though_mupdf_s_options_come_with_what_lay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made = mupdf.PdfFilterOptions

    def littered() -> object:
        options = made()
        options.no_update = 21_937  # seen; MuPDF then filters the content and leaves it as it was
        return options

    monkeypatch.setattr(mupdf, "PdfFilterOptions", littered)
    with pymupdf.open(stream=drawn(words(72, 72, "The van left at noon.")), filetype="pdf") as document:
        page = document[0]
        letters = letters_of(page)
        taken = take_out(page, letters, np.ones(len(letters.sizes), dtype=np.bool_))
        assert (taken, len(letters_of(page).sizes)) == (21, 0)
