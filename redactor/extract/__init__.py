"""Words and text out of an original, on the page and off it, together with the flattened PDF that later stages use.

It promises that every glyph painted on a page is either in a passage or inside a region marked as unread, and that
what cannot be read stops the document. It does not judge what it reads, and it does no OCR.
"""

import pymupdf

from redactor.extract.reading import extract

# MuPDF writes what it stumbles over to the standard streams, words of the document included.
pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

__all__ = ["extract"]
