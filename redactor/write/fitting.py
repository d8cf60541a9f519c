"""How wide the parts of a cell are: its boxes, its blanks, its words.

Nothing of it is known from what was taken out. Where a cell is too long for its room, the blanks give way first, then
the boxes, then the words.
"""

from __future__ import annotations

from redactor.write.rows import Gap, Segment, Word

BOX = 5.0
"""Ems; the width of every box on a line. Short names are as long, and the label fits in it at three quarters of the
size of the type around it."""

_NARROW_BOX = 2.6
"""Ems to which boxes narrow before words do."""

_NARROW_BLANK = 0.85
"""Share of a blank to which blanks are squeezed before boxes narrow: pdfium reads two words with less between them as
one."""

_HARDLY_NARROWER = 0.9
"""Share of their width to which words may be narrowed to keep a line within its column."""


class Setting:
    """The widths of one cell: its box, its blanks, its words. Nothing of it is known from what was taken out."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        gaps = [item for item in segment.items if isinstance(item, Gap)]
        self._em = max(item.em for item in gaps) if gaps else segment.items[0].em
        self._boxes = len(gaps)
        self._words = sum(item.natural for item in segment.items if isinstance(item, Word))
        self.box = BOX * self._em
        self.blank = 1.0
        self.scale = 1.0

    def join(self, index: int) -> float:
        """The gap before an item of the cell."""
        return self._segment.joins[index - 1] * self.blank * self.scale if index else 0.0

    @property
    def length(self) -> float:
        joins = sum(self._segment.joins) * self.blank
        return (self._words + joins) * self.scale + self._boxes * self.box

    def fits(self, room: float) -> bool:
        """Whether the cell comes into its room without its words being set narrower by much."""
        boxes = self._boxes * min(_NARROW_BOX * self._em, self.box)
        return room - boxes >= _HARDLY_NARROWER * (self._words + sum(self._segment.joins) * _NARROW_BLANK)

    def fit(self, room: float) -> None:
        """Make the cell no longer than its room."""
        over = self.length - room
        joins = sum(self._segment.joins)
        if over > 0 and joins:
            self.blank = max(_NARROW_BLANK, 1 - over / joins)
            over = self.length - room
        if over > 0 and self._boxes:
            narrow = min(_NARROW_BOX * self._em, self.box)
            self.box = max(narrow, self.box - over / self._boxes)
            over = self.length - room
        if over > 0:
            words = self._words + joins * self.blank
            self.scale = max(0.5, (words - over) / words) if words else 1.0
            over = self.length - room
        if over > 0 and self._boxes:
            self.box = max(0.6 * self._em, self.box - over / self._boxes)
