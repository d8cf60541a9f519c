"""Papers for tests of the reviewer's page: drawn in memory, each marked word placed. Everybody in them is invented."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from redactor.geometry import quad_of
from redactor.model import Category, Disposition, Quad, Rect
from redactor.review.records import Why

WIDTH, HEIGHT = 612.0, 792.0
_LEFT, _TOP, _LEADING, _SIZE = 72.0, 84.0, 22.0, 11.5
"""Points: where the first line begins, from line to line, and the size of the letters."""

_SCALE = 3
"""Pixels a point while a page is drawn."""

_MARK = re.compile(r"\[\[([A-Z0-9_]+)(!?):([^\]]+)\]\]")
"""``[[CATEGORY:words]]`` is a finding that a rule decided; ``[[CATEGORY!:words]]`` is one that it refers."""

_PRODUCED = {Category.COURTHOUSE, Category.CASE_NAME}
_WHYS = {Category.UNEXPLAINED: Why.UNEXPLAINED, Category.SIGNATURE: Why.IMAGE, Category.ILLEGIBLE: Why.LOW_CONFIDENCE}

PAPERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        (
            "NOTICE TO APPEAR",
            "In removal proceedings under section 240 of the Act",
            "",
            "Respondent: [[PERSON_NAME:QUINTANILLA RUIZ, Marisol]]",
            "File No. [[A_NUMBER:A200-555-123]]     Date of birth: [[DATE_OF_BIRTH:03/14/1985]]",
            "Residing at [[ADDRESS:118 Larkspur Court, Apartment 4B, Yonkers]]",
            "Telephone [[PHONE:(917) 555-0142]]",
            "",
            "You are ordered to appear before an immigration judge at",
            "[[COURTHOUSE:26 Federal Plaza]], Room [[COURT_PART!:1237]], at [[CLOCK_TIME:8:30 a.m.]]",
            "",
            "The respondent is a native of [[NATIONALITY!:Honduras]], aged [[AGE!:34]].",
            "Served in person by Deportation Officer [[PERSON_NAME!:T. Brandvold]]",
            "Compliance with 8 U.S.C. 1229(e) has been certified.",
            "Interpreter: [[PERSON_NAME:Ines Calloway]]     Ref. [[UNEXPLAINED!:VRQ-7]]",
        ),
        (
            "CONTINUATION PAGE",
            "",
            "[[PERSON_NAME:Marisol Quintanilla Ruiz]] was encountered outside the courthouse",
            "after a hearing in case [[DOCKET_NUMBER:CR-004417-19]].",
            "Records under [[A_NUMBER:A200-555-123]] were checked.",
            "She stated that [[STATUS_1367:a petition for U nonimmigrant status]] is pending.",
            "[[NARRATIVE!:Her former partner had threatened her in March.]]",
            "Signature on file: [[SIGNATURE!:M. Quintanilla]]",
        ),
        ("CERTIFICATE OF SERVICE", "", "This page was served with the notice.", "No other papers were enclosed."),
    ),
    (
        (
            "MEMORANDUM TO FILE",
            "Subject: courthouse operation",
            "",
            "[[PERSON_NAME:Marisol Quintanilla Ruiz]] called about [[A_NUMBER:A200-555-123]].",
            "Her sister [[PERSON_NAME:Dalia Quintanilla]] can be reached at [[EMAIL:dalia@example.org]].",
            "The team met at [[COURTHOUSE:Bronx Hall of Justice]].",
            "[[ORGANISATION!:Juniper House]] was named as a place of residence.",
        ),
    ),
    (
        (
            "STAFFING PLAN",
            "",
            "Two teams of four cover the five boroughs on weekdays.",
            "See [[CASE_NAME:Example v. Agency]].",
        ),
    ),
)


@dataclass(frozen=True)
class Marked:
    """A marked run of words on a page, as the fake desk needs it."""

    page: int
    category: Category
    disposition: Disposition
    why: Why
    text: str
    line: str
    quad: Quad


@dataclass(frozen=True)
class Paper:
    """A document: the plain lines of its pages, and what is marked in them."""

    pages: tuple[tuple[str, ...], ...]
    marked: tuple[Marked, ...]


def paper(pages: Sequence[Sequence[str]]) -> Paper:
    """The marks of each line taken out and placed."""
    marked: list[Marked] = []
    plain: list[tuple[str, ...]] = []
    for number, lines in enumerate(pages, 1):
        rows = []
        for row, line in enumerate(lines):
            text = _MARK.sub(r"\3", line)
            marked.extend(_marks(number, row, line, text))
            rows.append(text)
        plain.append(tuple(rows))
    return Paper(tuple(plain), tuple(marked))


def _marks(page: int, row: int, line: str, text: str) -> list[Marked]:
    found, cut = [], 0
    for mark in _MARK.finditer(line):
        category, referred, words = Category(mark[1]), mark[2] == "!", mark[3]
        start = mark.start() - cut
        cut += len(mark[0]) - len(words)
        x0, x1 = _LEFT + _width(text[:start]), _LEFT + _width(text[: start + len(words)])
        top = _TOP + row * _LEADING
        quad = quad_of(Rect(x0 - 0.5, top - 1, x1 + 0.5, top + _SIZE + 2.5))
        disposition = Disposition.REFER if referred else Disposition.REDACT
        disposition = Disposition.PRODUCE if category in _PRODUCED else disposition
        why = _WHYS.get(category, Why.REFERRED if referred else Why.PROPOSED)
        found.append(Marked(page, category, disposition, why, words, text, quad))
    return found


@lru_cache(maxsize=64)
def drawn(lines: tuple[str, ...], dpi: int, boxes: tuple[Quad, ...] = ()) -> bytes:
    """The page as a grey PNG; ``boxes`` are blackened, for a preview."""
    picture = _large(lines).copy()
    pen = ImageDraw.Draw(picture)
    for quad in boxes:
        pen.rectangle(tuple(corner * _SCALE for corner in (*quad.ul, *quad.lr)), fill=0)
    kept = io.BytesIO()
    size = (round(WIDTH * dpi / 72), round(HEIGHT * dpi / 72))
    picture.resize(size, Image.Resampling.BILINEAR).save(kept, "PNG", compress_level=1)
    return kept.getvalue()


@lru_cache(maxsize=8)
def _large(lines: tuple[str, ...]) -> Image.Image:
    """The page as it is measured: one size of letters, of which every resolution is made."""
    picture = Image.new("L", (round(WIDTH * _SCALE), round(HEIGHT * _SCALE)), 255)
    pen = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        place = (_LEFT * _SCALE, (_TOP + row * _LEADING) * _SCALE)
        pen.text(place, line, fill=20, font=_font(), anchor="la")
    return picture


@lru_cache
def _font() -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(_SIZE * _SCALE)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _width(text: str) -> float:
    return _font().getlength(text) / _SCALE
