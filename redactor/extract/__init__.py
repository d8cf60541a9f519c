"""Words and text out of an original, on the page and off it, together with the flattened PDF that later stages use.

It promises that every glyph painted on a page is either in a passage or inside a region marked as unread, and that
what cannot be read stops the document. Pages whose glyphs cannot be believed, scans above all, are read from their
picture. It does not judge what it reads.
"""

import pymupdf

from redactor.extract.reading import extract

# MuPDF writes what it stumbles over to the standard streams, words of the document included.
pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

__all__ = ["extract"]
