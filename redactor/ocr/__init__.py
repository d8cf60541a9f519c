"""Reads words from pixels. Below the stages, because three of them ask: extraction reads scans, the writer gives the
redacted picture its text layer, the verifier reads what a copy shows.
"""

from redactor.ocr.boxes import without_boxes
from redactor.ocr.page import read, read_line
from redactor.ocr.reading import Engine, Reading, ReadWord

__all__ = ["Engine", "ReadWord", "Reading", "read", "read_line", "without_boxes"]
