"""The withheld parts go: planned as boxes, removed from the content, painted over, scrubbed, endorsed.

The writer removes; it never only covers. It does not believe itself either: what it makes is a ``RedactedCopy``, and
only ``verify`` can make more of it.
"""

from redactor.write.camera import BANNER, Outline, index_sheets, outlined
from redactor.write.copy import slip_sheet, write
from redactor.write.plan import PagePlan, plan
from redactor.write.preview import preview_png

__all__ = [
    "BANNER",
    "Outline",
    "PagePlan",
    "index_sheets",
    "outlined",
    "plan",
    "preview_png",
    "slip_sheet",
    "write",
]
