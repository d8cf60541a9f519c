"""The volume that leaves: built beside, checked, and moved into place whole; and the crosswalk that stays.

``produce`` takes ``VerifiedCopy`` and nothing else, so what was not verified cannot be produced.
"""

from redactor.produce.atomic import write_bytes
from redactor.produce.crosswalk import (
    CROSSWALK_COLUMNS,
    HELD_COLUMNS,
    CrosswalkRow,
    Placed,
    crosswalk_rows,
    placed_in,
    write_crosswalk,
    write_held,
)
from redactor.produce.manifest import MANIFEST
from redactor.produce.volume import VolumeTerms, produce, publish

__all__ = [
    "CROSSWALK_COLUMNS",
    "HELD_COLUMNS",
    "MANIFEST",
    "CrosswalkRow",
    "Placed",
    "VolumeTerms",
    "crosswalk_rows",
    "placed_in",
    "produce",
    "publish",
    "write_bytes",
    "write_crosswalk",
    "write_held",
]
