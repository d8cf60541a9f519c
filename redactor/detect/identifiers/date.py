"""Dates, in every way that forms and officers write them, told apart by the nearest label or verb."""

from __future__ import annotations

from typing import ClassVar

import regex

from redactor.detect.identifiers.calendar import DAY, MONTH, ORDINAL_WORD, YEAR, YEAR_WORDS, numbers_in, possible
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

BEFORE = 140
"""Code points before a date in which a label or verb can speak for it: a sentence's worth."""

AFTER = 130
"""Code points after it. "On January 21, 2020, at approximately 0935 hours, officers of … encountered" needs as many."""

AFTER_COSTS = 1.6
"""How much farther a word after the date counts than one before it: labels stand left of their values."""

NEAR = 45
"""Code points within which a word before the date is taken as its label."""

_KINDS = (
    (
        Category.DATE_OF_BIRTH,
        r"\bd\.?o\.?b\b|date\s+of\s+birth|birth\s?date|birthday|\bborn\b|year\s+of\s+birth|fecha\s+de\s+nacimiento"
        r"|\bf\.?d\.?n\b|\bnaci(?:[oó]|d[oa]|miento)\b",
    ),
    (
        Category.ENTRY_DATE,
        r"\bentry\b|\bentered\b|\bre-?entered\b|\barriv(?:ed|al)\b|\badmi(?:tted|ssion)\b|\bparoled\b|\bcrossed\b"
        r"|\bentrada\b|\bentr[oó]\b|\bingres(?:[oó]|ada|ado)\b|\bllegada\b|\blleg[oó]\b|came\s+to\s+the\s+u",
    ),
    (
        Category.ENFORCEMENT_DATE,
        r"\barrest(?:ed|s|ing)?\b|\bapprehen(?:ded|sion)\b|\bencounter(?:ed)?\b|\bdetain(?:ed)?\b"
        r"|(?:taken|took|take|taking)\s+(?:(?:her|him|them|me|\p{Lu}\w+)\s+)?(?:into\s+custody|outside|away|in\s+front)"
        r"|\bseiz(?:ed|ure)\b|\bpicked\s+up\b|\bstopped\s+by\b|\bapproached\b|\bnabbed\b|\bgrabbed\b|\bcaught\b|stood\s+with|set\s+up|\braid(?:ed)?\b|\bafter-action\b|\boperation\b|\bHSI\b|undercover|\bobserved\b|\bbought\b|search\s+warrant"
        r"|date\s+of\s+action|date/hour|\bat/near\b|\bbooked\b|enforcement\s+action|\bremoved\b|\bdeported\b"
        r"|\bsurveill\w+|\bprocessed\b|\barrestad[oa]\b|\bdetenid[oa]\b|\bdetuv\w+|warrant\s+(?:was\s+)?executed",
    ),
    (
        Category.HEARING_DATE,
        r"\bhearing\b|\bto\s+appear\s+(?:before|at|in|on)|\bappearance\b|\bmaster\s+calendar|court\s+date|adjourn\w*"
        r"|return\s+date|\bin\s+(?:immigration\s+|family\s+|criminal\s+)?court\b|\bscheduled\b|\baudiencia\b|\bcomparec\w+|show\s+(?:why|cause)|immigration\s+judge"
        r"|\bcalendared\b",
    ),
    (
        Category.SERVICE_DATE,
        r"\bserved\b|\bservice\b|\bsignature\b|\bsigned\b|\bcertif(?:y|ied|icate|ication)\b|\bissued\b|/s/"
        r"|\bnotificad[oa]\b"
        r"|\bfirm(?:a|ado|ada)\b|(?:issuing|immigration)\s+officer\b|supervisor\s*:|\bsddo\b|\bsworn\b|\bsubscribed\b"
        r"|\bnotary\b|date\s+signed",
    ),
)
_ANY_KIND = regex.compile("|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(_KINDS)), regex.IGNORECASE)
_BIRTH = "k0"
"""The group of ``_ANY_KIND`` that speaks of birth."""

_ANOTHER_DATE = regex.compile(rf"\d{{1,2}}[/.\-]\d{{1,2}}[/.\-]\d{{2,4}}|\b{YEAR}(?!\d)")
_OWN_VALUE = regex.compile(r"\s{0,3}(?:\([^()\n]*\)\s?)?(?::|\d)")
_SENTENCE_END = regex.compile(r"[a-z)\d][.!?][\"']?\s+(?=[A-Z])|\n\s*\n")
_EDITION = regex.compile(r"(?:\b(?:rev|edition|edn?|eff)\b\.?:?|\bform\s+\S+\s+\(?)\s*$", regex.IGNORECASE)
_CITATION = regex.compile(
    r"\((?:[^()\n]{0,25}(?:Cir\.|[NSEWMC]\.D\.|D\.[A-Z]|Dist\.|Dep't|Ct\.|BIA|A\.G\.|App\.|Fed\. Reg\.)[^()\n]{0,25})$"
    r"|\b(?:Stat|Pub\. L)\.[^\n]{0,20}\($|Fed\.\s+Reg\.[^\n]{0,25}\($"
)
_WEEKDAY = regex.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado"
    r"|domingo),?\s(?:the\s)?$",
    regex.IGNORECASE,
)
_RANGE = regex.compile(r" ?(?:-|to|and|&|through) ?\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?|st|nd|rd|th)(?!\w)")
_STAMP = regex.compile(r"\bDocument \d+[^\n]{0,12}(?:Filed )?$", regex.IGNORECASE)
_VERB_LIKE = regex.compile(r"(?:may|mar|march|jun|ago|sep|dec|ene|dic)\b", regex.IGNORECASE)

_LABELS = (
    r"\bd\.?o\.?b\b|birth|\bborn\b|\bnaci\w*|\bf\.?d\.?n\b|\bdate\b|\bfecha\b|\bentry\b|\bentered\b"
    r"|\barriv\w+|\barrest\w*"
    r"|\bhearing\b|\bserved\b|\bissued\b|\bexpir\w+|\bsince\b|\bin\s*$|\bon\s*$|\bdated\b|\bdesde\b"
    r"|\bel\s*$|\ben\s*$|\b(?:between|from|until|to)\s*$"
)
_WORD_CUES = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "set",
    "oct",
    "nov",
    "dec",
    "dic",
    "ene",
    "abr",
    "ago",
)

_APPOSED = regex.compile(r"\b\p{Lu}[\p{Lu}'\- ]+,\s(?:\p{Lu}[\p{L}'.\- ]*,\s)?$|\b\p{Lu}[\p{L}'\-]+ \($")
"""What stands before a birthday that a report sets beside a name: "EJEMPLO, MARIA, 03/14/1991, at …", "Ana (…)"."""

_AFTER_APPOSED = regex.compile(r",|\)|;|\s*$")
_YEAR_AT_AN_END = regex.compile(r"^(?:19|20)\d{2}|(?:19|20)\d{2}$")
NEWEST_BIRTH = 2018
"""A date after this year, beside a name in papers about arrests of 2019 and 2020, is what happened to the person."""


def _old(value: str) -> bool:
    year = _YEAR_AT_AN_END.search(value)
    return year is not None and int(year.group()) <= NEWEST_BIRTH


class DateRecognizer(IdentifierRecognizer):
    """A date with at least a day, or a month and year by a label, in English or Spanish.

    Seen as "DOB: 03/14/1991", "on or about June 2, 2014", "21 de enero de 2020", "1980-01-02" and "the 21st of
    January". The nearest label or verb says what kind it is. Not a form's edition ("(Rev. 08/01/07)"), not the year
    of a cited decision ("(S.D.N.Y. Dec. 19, 2019)"), not a Bates number ("2019-ICLI-00003").
    """

    category = Category.OTHER_DATE
    also = tuple(kind for kind, _ in _KINDS)
    labels = _LABELS
    shapes: ClassVar[tuple[Shape, ...]] = (
        Shape(
            "numbers",
            r"(?<![\w/.\-$])(?P<id>\d{1,2} ?([/\-]) ?\d{1,2} ?\2 ?(?:\d{4}|\d{2}))(?![\w/]|[\-.]\d)",
            0.55,
        ),
        Shape(
            "numbers with points",
            r"(?<![\w/.\-$§])(?P<id>\d{1,2}\.\d{1,2}\.(?:(?:19|20)\d{2}|\d{2}))(?![\w/]|[\-.]\d)",
            0.4,
        ),
        Shape("year first", rf"(?<![\w/.\-])(?P<id>{YEAR}([/\-.])\d{{1,2}}\2\d{{1,2}})(?![\w/]|[\-.]\d)", 0.55),
        Shape(
            "eight digits",
            rf"(?P<label>(?i:\bd\.?o\.?b\b\.?|birth|nacimiento|\bf\.?d\.?n\b\.?|\bdate\b|\bfecha\b))[\s:]{{0,4}}"
            rf"(?P<id>{YEAR}(?:0[1-9]|1[0-2]){DAY}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]){YEAR})(?!\d)",
            0.4,
        ),
        Shape(
            "month, day, year",
            rf"\b(?=[JFMASONDEjfmasonde])(?P<id>{MONTH}\s+{DAY}(?:st|nd|rd|th)?(?:\s*,\s*|\s+){YEAR})\b",
            0.6,
            cues=_WORD_CUES,
        ),
        Shape(
            "day, month, year",
            rf"(?<![\w/.\-])(?=\d)(?P<id>{DAY}(?:st|nd|rd|th|º|o)?(?:[ \-]*(?:day\s+)?(?:of|de|del)?[ \-,]+){MONTH}"
            rf"(?:\s*(?:,|-|de|del|of)?\s*(?:{YEAR}|'?\d{{2}}(?![\d:]))))\b",
            0.6,
            cues=_WORD_CUES,
        ),
        Shape(
            "day, month, year run together",
            r"(?<![\w/.\-])(?=\d)(?P<id>(?:0?[1-9]|[12]\d|3[01])[ \-]?(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic)"
            r"[ \-]?(?:(?:19|20)\d{2}|'?\d{2}))(?![\w/]|[\-.:]\d)",
            0.55,
            cues=_WORD_CUES,
        ),
        Shape(
            "six digits",
            r"(?P<label>(?i:\bd\.?o\.?b\b\.?|\bd/o/b\b|birth|nacimiento|\bf\.?d\.?n\b\.?))[\s:]{0,4}"
            r"(?P<id>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2})(?!\d)",
            0.4,
            cues=("dob", "d.o.b", "d/o/b", "birth", "nacim", "fdn", "f.d.n"),
        ),
        Shape(
            "misread digits by a label",
            r"(?P<label>(?i:\bd\.?o\.?b\b\.?|\bd/o/b\b|birth|nacimiento))[\s:]{0,4}"
            r"(?P<id>(?=[\dOoQIl|]{1,2}[/\-])[\dOoQIl|]{1,2}([/\-])[\dOoQIl|SBZ]{1,2}\3[\dOoQIl|SBZ]{2,4})(?!\w)",
            0.35,
            cues=("dob", "d.o.b", "d/o/b", "birth", "nacim"),
        ),
        Shape(
            "eight digits in a cell",
            rf"(?:(?<=[\t\n])|(?<=^))(?P<id>{YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[\t\n]|$)",
            0.4,
            one_line=True,
        ),
        Shape(
            "days, month, year",
            rf"(?<![\w/.\-])(?=[\dJFMASONDEjfmasonde])(?P<id>{DAY} ?(?:-|to|and|or|,|y|al?) ?{DAY}(?: de)? {MONTH},?(?: de)? {YEAR}"
            rf"|{MONTH} {DAY} ?(?:-|to|and|or|through|&) ?{DAY},? {YEAR})\b",
            0.6,
            cues=_WORD_CUES,
        ),
        Shape(
            "day in words",
            rf"\b(?P<id>{ORDINAL_WORD}\s+(?:day\s+)?of\s+{MONTH}(?:\s*,?\s*(?:{YEAR}|{YEAR_WORDS}))?"
            rf"|{MONTH}\s+(?:the\s+)?{ORDINAL_WORD}(?:\s*,?\s*(?:{YEAR}|{YEAR_WORDS}))?)",
            0.55,
            cues=("first", "second", "third", "th ", "th,", "th.", "th"),
        ),
        Shape(
            "month and day",
            rf"\b(?=[JFMASONDEjfmasonde])(?P<id>{MONTH}\s+{DAY}(?:st|nd|rd|th)?)\b(?!\s*,?\s*(?:19|20)\d{{2}}|[\d/]|-\d|,\d{{3}})",
            0.4,
            cues=_WORD_CUES,
        ),
        Shape(
            "day and month",
            rf"(?<![\w/.\-])(?=\d)(?P<id>{DAY}(?:st|nd|rd|th)?(?:\s+day)?\s+(?:of\s+|de\s+)?{MONTH})(?!\s*(?:,|de"
            rf"|del)?\s*\d)",
            0.4,
            cues=_WORD_CUES,
        ),
        Shape(
            "month and year",
            rf"(?<!\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:de\s|of\s)?)\b(?P<id>{MONTH}\s+(?:(?:of|de|del)\s+)?{YEAR})\b",
            0.2,
            needs_label=True,
            cues=_WORD_CUES,
        ),
        Shape(
            "year of birth",
            rf"(?P<label>(?i:\b(?:born\s+in|year\s+of\s+birth|YOB|nacid[oa]\s+en"
            rf"|naci[oó]\s+en)\b))[\s:]{{1,4}}(?P<id>{YEAR})\b",
            0.45,
            cues=("born", "birth", "yob", "naci"),
        ),
        Shape(
            "day of the month alone",
            r"(?P<label>\b(?i:on|since|until|by|dated|of)\s+(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?the\s+)"
            r"(?P<id>(?:[12]?\d|3[01])(?:st|nd|rd|th))\b(?!\s+(?i:street|st\b|avenue|ave\b|floor|precinct|amendment|circuit|edition|district|grade|of\b))",
            0.35,
            cues=("the ",),
        ),
        Shape(
            "month stroke day",
            r"(?<=\b(?:on|dated|since|until|by|date:|\d[.)]|(?i:entered|arrived|crossed|arrested|seen|returned|court|hearing|appt"
            r"|appointment|interview|bond|after-action|raid|op|report)\b[^.;\n\d]{0,30})\s)(?:(?i:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)[a-z]*\.?,? )?(?P<id>\d{1,2}/\d{1,2})(?![\w/%]|\.\d|-\d{1,2}(?!\d*/))",
            0.3,
            cues=("/",),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Day, month and year in their ranges; month words that are also words need a capital or a year."""
        numbers = numbers_in(value)
        if shape.name in ("numbers", "numbers with points", "year first"):
            return possible(numbers)
        if shape.name == "month stroke day":
            return 1 <= numbers[0] <= 12 and 1 <= numbers[1] <= 31
        if shape.name in ("month and day", "day and month"):
            return value != value.lower() or " de " in value or not _VERB_LIKE.search(value)
        return True

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """With the weekday before it, which tells the day, and the day to which a range of short dates runs."""
        day = _WEEKDAY.search(text, max(0, start - 12), start)
        more = _RANGE.match(text, end) if shape.name in ("month and day", "month stroke day") else None
        return (day.start() if day else start), (more.end() if more else end)

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a form's edition, not the parenthesis of a cited decision, not the court's own filing stamp."""
        before = text[max(0, start - 60) : start]
        return not any(trap.search(before) for trap in (_EDITION, _CITATION, _STAMP))

    def category_of(self, text: str, start: int, end: int) -> Category:
        """The kind that the nearest label or verb of the sentence names; OTHER_DATE where there is none. A date that
        stands beside a name as its apposition, or alone in a cell without strokes, is a birthday when it is old enough."""
        if _old(text[start:end]) and (
            (_APPOSED.search(text, max(0, start - 60), start) and _AFTER_APPOSED.match(text, end))
            or text[start:end].isdigit()
        ):
            return Category.DATE_OF_BIRTH
        before = text[max(0, start - BEFORE) : start]
        cut = [match.end() for match in _SENTENCE_END.finditer(before)]
        before = before[cut[-1] :] if cut else before
        after = text[end : end + AFTER]
        stop = _SENTENCE_END.search(after)
        after = after[: stop.start() + 1] if stop else after
        best: tuple[float, Category] | None = None
        for match in _ANY_KIND.finditer(before):
            if match.lastgroup == _BIRTH and _ANOTHER_DATE.search(before, match.end()):
                continue  # the label of a birthday has one value: the date that stands between
            distance = float(len(before) - match.end())
            best = _nearer(best, distance, match)
        if best is not None and best[0] <= NEAR:
            return best[1]
        for match in _ANY_KIND.finditer(after):
            if not _OWN_VALUE.match(after, match.end()):
                best = _nearer(best, AFTER_COSTS * match.start(), match)
        return best[1] if best else self.category


def _nearer(best: tuple[float, Category] | None, distance: float, match: regex.Match[str]) -> tuple[float, Category]:
    assert match.lastgroup is not None
    kind = _KINDS[int(match.lastgroup[1:])][0]
    return (distance, kind) if best is None or distance < best[0] else best
