"""One picture read: turned upright and straightened first, what was overlooked or read badly read again, a second
engine asked where the first stays unsure."""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from redactor.ocr.forms import with_form_names
from redactor.ocr.ink import Mask, grown, inked, is_blank, rise_of, rules, skewed
from redactor.ocr.leftover import loose_ink, places, without_words
from redactor.ocr.reading import Grey, Reading, ReadWord
from redactor.ocr.second import spelled_again
from redactor.ocr.sheet import Sheet
from redactor.ocr.tesseract import BAR, LINE, SPARSE, Tesseract

_REMEMBERED = 4096
"""Readings kept, packed to some 20 kB each: the writer reads all pages of a document, and the verifier reads the same
pixels when it is written."""

_LYING = 0.7
"""Sharpness of rows against columns under which a picture may lie on its side."""

_DOUBTED = 0.70
"""Mean confidence under which a reading may be that of a picture upside down."""

_SURE_TURN = 1.5
"""Tesseract's measure of how sure an orientation is; its own tools ask for 2 by default."""

_SURE = 0.80
"""Confidence under which a word has its line read a second time: Tesseract makes one line of two that stand side by
side in different sizes, and then cuts both wrongly."""

_SIGNS, _SIGNS_AGAIN = 0.50, 0.90
"""Confidence from which a word of signs alone is believed; below, a rule or a speck was taken for one. The second, of
what is left over: mostly parts of drawings."""

_DRAWN, _DRAWN_SURE, _DRAWN_LETTERS = 1.8, 0.85, 3
"""A word so many times as high as others, and not as sure or as long as a headline's, is a scribble or a stamp."""

_TYPED_BAR = 1.5
"""A bar that is so many times as high as capitals of its line was not typed among them (one is 1.3 times as high from
end to end): it is the side of a frame."""

_AGAIN_SURE = 0.40
"""Confidence under which a second reading's words are no words: what is left over is mostly not writing."""

_SHORT, _SHORT_SURE = 2, 0.60
"""The same for words of so few letters, which a speck may look like."""

_SAME = 0.4
"""Share of the smaller of two words' boxes that they share if they are the same place read twice."""

_WHOLE = 0.75
"""Share of the letters of what it replaces that a word of the second reading must have: cells of a table that are read
as one word lose most of theirs."""

_LEAST_INK = 0.0015
"""Square inches of ink: that of two or three letters of 10 point type."""

_Key = tuple[bytes, tuple[int, ...], int, tuple[str, ...]]
_memory: OrderedDict[_Key, bytes] = OrderedDict()
_tesseract = Tesseract()


def read(picture: Grey, dpi: float, languages: tuple[str, ...] = ("eng",)) -> Reading:
    """The words of ``picture``, which has ``dpi`` pixels an inch, wherever they stand and however it lies.

    Remembers the last few pictures of this process. Raises SetupError where a language's data is missing.
    """
    pixels = hashlib.blake2b(picture.tobytes(), digest_size=16).digest()
    key: _Key = (pixels, picture.shape, round(dpi), languages)
    if key in _memory:
        _memory.move_to_end(key)
        known: Reading = pickle.loads(zlib.decompress(_memory[key]))  # noqa: S301 - packed by this process
        return known
    reading = _read(picture, dpi, languages)
    _memory[key] = zlib.compress(pickle.dumps(reading), 1)
    while len(_memory) > _REMEMBERED:
        _memory.popitem(last=False)
    return reading


def read_line(picture: Grey, dpi: float, languages: tuple[str, ...] = ("eng",)) -> Reading:
    """The words of a picture that shows one level line and nothing else: twenty times as fast as a page."""
    return _tesseract.read_as(picture, dpi, languages, LINE) if min(picture.shape) > 2 else Reading(())


def _read(picture: Grey, dpi: float, languages: tuple[str, ...]) -> Reading:
    if is_blank(picture):
        return Reading(())
    sheet = Sheet.of(picture, dpi).readable()
    first: _Lying | None = None
    rise, upright = rise_of(inked(sheet.picture))
    if upright >= _LYING:
        first = _lying(sheet, 0, rise, languages)
        if first.confidence >= _DOUBTED:
            return _finished(first, languages)
    turned, sure = _tesseract.turned(sheet.picture, sheet.dpi)
    if turned and sure >= _SURE_TURN:
        on_its_side = sheet.turned(turned)
        second = _lying(on_its_side, turned, rise_of(inked(on_its_side.picture))[0], languages)
        first = second if first is None or second.confidence > first.confidence else first
    return _finished(first or _lying(sheet, 0, rise, languages), languages)


@dataclass(frozen=True, slots=True)
class _Lying:
    """A first reading of a sheet that was turned by so many quarters and then straightened by ``rise`` degrees."""

    sheet: Sheet
    turned: int
    rise: float
    words: tuple[ReadWord, ...]

    @property
    def confidence(self) -> float:
        return Reading(self.words).confidence


def _lying(sheet: Sheet, turned: int, rise: float, languages: tuple[str, ...]) -> _Lying:
    straight = _without_rules(sheet.straightened(rise) if skewed(rise) else sheet)
    words = _tesseract.read(straight.picture, straight.dpi, languages).words
    return _Lying(straight, turned, rise, tuple(word for word in words if _plausible(word)))


def _finished(first: _Lying, languages: tuple[str, ...]) -> Reading:
    sheet = first.sheet
    ink = loose_ink(sheet)
    words = _without_drawings(_read_twice(sheet, ink, first.words, languages))
    words = spelled_again(sheet.picture, sheet.dpi, words)
    unread = places(without_words(ink, sheet.dpi, words), sheet.dpi)
    return Reading(
        tuple(sheet.given(word) for word in with_form_names(_without_frames(words))),
        first.turned,
        first.rise,
        tuple(sheet.given_box(box) for box in unread),
    )


def _without_rules(sheet: Sheet) -> Sheet:
    """Rules painted over: a word that touches one is read badly or not at all. Not where the picture was coarse: there
    letters run into one another as rules do."""
    if sheet.enlarged:
        return sheet
    lines = rules(inked(sheet.picture), sheet.dpi)
    if not lines.any():
        return sheet
    picture = sheet.picture.copy()
    picture[grown(lines, 2)] = _paper(picture)
    return replace(sheet, picture=picture)


def _paper(picture: Grey) -> int:
    return int(np.median(picture[::8, ::8]))


def _read_twice(sheet: Sheet, ink: Mask, words: tuple[ReadWord, ...], languages: tuple[str, ...]) -> list[ReadWord]:
    """What the reading as a page left unread or doubtful is read again, as scattered words."""
    doubted = {word.line for word in words if word.confidence < _SURE}
    left = _rest(sheet, ink, [word for word in words if word.line not in doubted])
    if left is None:
        return list(words)
    last = max((word.line for word in words), default=0)
    again = _tesseract.read_as(left, sheet.dpi, languages, SPARSE).words
    more = [replace(word, line=last + word.line) for word in again if _plausible(word) and not _speck(word)]
    return united(words, more, doubted)


def united(words: Sequence[ReadWord], more: Sequence[ReadWord], doubted: Set[int]) -> list[ReadWord]:
    """Both readings. A ``doubted`` line is replaced by what the second made of its place where that is surer; words of
    the second that stand where the first has none are added."""
    meets = _meetings(more, words)
    sure = np.array([word.line not in doubted for word in words], dtype=np.bool_)
    kept = [word for word in words if word.line not in doubted]
    free = np.flatnonzero(~meets[:, sure].any(axis=1)).tolist()
    for lines in _together(words, meets[free], doubted):
        mine = [at for at, word in enumerate(words) if word.line in lines]
        theirs = [at for at in free if meets[at, mine].any()]
        free = [at for at in free if at not in theirs]
        first, second = [words[at] for at in mine], [more[at] for at in theirs]
        if Reading(tuple(second)).confidence > Reading(tuple(first)).confidence:
            kept += _better(first, second)
        else:
            kept += first
    return kept + [more[at] for at in free]


def _together(words: Sequence[ReadWord], meets: Mask, doubted: Set[int]) -> list[set[int]]:
    """The doubted lines, those that a word of the second reading lies across as one. ``meets`` has a row for each word
    of the second reading, which says what words of the first it meets."""
    groups = [{number} for number in sorted(doubted)]
    for row in meets:
        across = {words[at].line for at in np.flatnonzero(row).tolist()} & set(doubted)
        if len(across) > 1:
            apart = [group for group in groups if not group & across]
            groups = [*apart, set().union(*(group for group in groups if group & across))]
    return groups


def _better(mine: Sequence[ReadWord], theirs: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """The second reading of a line, but where it lost the blanks between words or half of their letters."""
    meets = _meetings(theirs, mine)
    for word, row in zip(theirs, meets, strict=True):
        rivals = [mine[at] for at in np.flatnonzero(row).tolist()]
        parted = "".join(other.text for other in rivals)
        if len(rivals) > 1 and (word.text == parted or len(word.text) < _WHOLE * len(parted)):
            yield from (replace(other, line=word.line) for other in rivals)
        else:
            yield word
    yield from (other for at, other in enumerate(mine) if not meets[:, at].any())


def _meetings(some: Sequence[ReadWord], others: Sequence[ReadWord]) -> Mask:
    """Which words of ``some`` (rows) are the same place as which of the ``others`` (columns)."""
    a, b = (
        np.array([(*w.quad.ul, w.quad.ur[0], w.quad.ll[1]) for w in words], dtype=np.float64).reshape(-1, 4)
        for words in (some, others)
    )
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0.0), axis=2)
    areas = [np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (a, b)]
    found: Mask = (shared > 0) & (shared >= _SAME * np.minimum(areas[0][:, None], areas[1][None, :]))
    return found


def _plausible(word: ReadWord) -> bool:
    return word.confidence >= _SIGNS or any(c.isalnum() for c in word.text)


def _without_drawings(words: Sequence[ReadWord]) -> list[ReadWord]:
    """Without words that are large ink which an engine had to call something."""
    heights = sorted(_height(word) for word in words if word.confidence >= _DRAWN_SURE)
    if not heights:
        return list(words)
    tall = _DRAWN * heights[len(heights) // 2]
    return [
        word
        for word in words
        if _height(word) <= tall or (word.confidence >= _DRAWN_SURE and len(word.text) >= _DRAWN_LETTERS)
    ]


def _without_frames(words: Sequence[ReadWord]) -> list[ReadWord]:
    """Without bars that are sides of frames: those on no line of words, or too high for one. They are told apart last,
    so that their ink counts as read."""
    usual: dict[int, float] = {}
    for word in words:
        if word.text != BAR:
            usual[word.line] = max(_height(word), usual.get(word.line, 0.0))
    typed = (word.quad.ll[1] - word.quad.ul[1] <= _TYPED_BAR * usual.get(word.line, 0.0) for word in words)
    return [word for word, fits in zip(words, typed, strict=True) if word.text != BAR or fits]


def _height(word: ReadWord) -> float:
    return word.baseline * (word.quad.ll[1] - word.quad.ul[1])


def _speck(word: ReadWord) -> bool:
    if not any(map(str.isalnum, word.text)):
        return word.confidence < _SIGNS_AGAIN
    return word.confidence < (_SHORT_SURE if len(word.text) <= _SHORT else _AGAIN_SURE)


def _rest(sheet: Sheet, loose: Mask, words: Sequence[ReadWord]) -> Grey | None:
    """The picture with nothing but the ink that no word accounts for; None where that is hardly any."""
    ink = without_words(loose, sheet.dpi, words)
    if int(ink.sum()) < _LEAST_INK * sheet.dpi * sheet.dpi:
        return None
    picture = np.full_like(sheet.picture, _paper(sheet.picture))
    around = grown(ink, 2)
    picture[around] = sheet.picture[around]
    return picture
