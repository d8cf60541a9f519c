"""Figures that explain themselves: years, counts, sums, sections of law, pages, reporters, forms, ordinals.

What is left may be a number of somebody: four digits that are no year, five and more, letters and digits mixed.
"""

from __future__ import annotations

import re

from redactor.lexicon import words
from redactor.lexicon.tokens import Token
from redactor.lexicon.words import fold

_PLAIN = re.compile(
    "|".join(
        (
            r"\d{1,3}",  # small: a count, a page, a paragraph, a line
            r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?:s|'s)?",  # a year, a span of years, a decade
            r"\d{1,3}(?:,\d{3})+(?:\.\d+)?",  # a count with commas
            r"\d{1,5}(?:\.\d{1,4}){1,3}",  # a decimal, a section, a paragraph of an outline
            r"\d{1,3}(?:st|nd|rd|th|d)",  # an ordinal
            r"(?:\d{1,5}[a-z]{0,2}(?:-\d{1,2}[a-z]?)?(?:\.\d{1,4})?)?(?:\([A-Za-z0-9]{1,5}\))+"
            r"(?:[-–](?:\([A-Za-z0-9]{1,5}\))+)?",  # a section with its subsections: 1367(a)(2), (b)(7)(C)
            r"[A-Za-z]{1,3}\d?(?:\([A-Za-z0-9]{1,4}\))+",  # B(iii)
            r"\d{3,4}[A-Za-z](?:-\d)?",  # 1229c, 300aa
            r"\d{1,4}[-–]\d{1,3}",  # pages
            r"[A-Z]{1,4}-?\d{1,3}[A-Z]?(?:-\d)?",  # Form I-213, Exhibit A-1, G28
            r"[A-Za-z]{0,2}\d[A-Za-z\d]?|\d[A-Za-z]{1,2}",  # 4B, 2a
            r"\d{1,3}-(?:year|month|week|day|hour|page|point|part|step|foot|member|digit)s?(?:-olds?)?",
            r"\d{1,2}/(?:19|20)\d\d",  # a month and year
            r"\d{1,2}\.[A-Za-z](?:\.\d)?|[A-Z]\.?[IVX]{1,4}|[A-Z]\.\d{1,2}",  # 2.a, A.II, B.3 of an outline
            r"24/7|50/50|9/11|1/2|COVID-19|50-state",
        )
    )
)
_EDITION = re.compile(r"rev|revised|edition|ed|exp|expires|[a-z]{1,4}-\d{1,3}[a-z]?")
_DAY = re.compile(r"(?:\d{1,2}[/\-])?\d{1,2}[/\-]\d{2,4}")
_TAIL = re.compile(r"\.{2,}\d*$|(?i:\.(?:pdf|docx?|xlsx?|csv|txt|msg|eml|tiff?|png|jpe?g))$")
"""Leaders of a table of contents with the page behind them; the ending of a file's name."""
_LINE_NUMBERS = re.compile(r"\d{1,4}:\d{1,2}(?:[-–]\d{1,4}(?::\d{1,2})?)?(?:,\d{1,4}:\d{1,2})*")
"""Page and line of a transcript, told apart from a time by their company alone."""
_GLUED_NOTE = re.compile(r"(?P<word>[^\W\d_][^\W\d_'’.\-]*[^\W\d_])[.,'’”\")]*\d{1,3}|\d{1,3}(?P<after>[A-Z][^\W\d_]+)")
_CITED = frozenset(
    "§ §§ wl lexis usc cfr reg stat ecf dkt doc docs no nos rule rules ex exs exh decl aff tr br mem op opp dep dec fed"
    " supp f.2d f.3d nn art ch vol pt cl sec secs section sections part parts document documents exhibit"
    " exhibits paragraph".split()
)
"""Words before a figure that make it the place in a paper, a reporter or a law; so does every reporter with a point."""
_FEW = re.compile(r"[\d,\-–.n:*]{1,11}(?:\([A-Za-z0-9]{1,5}\))*")
_LONG_CITED = frozenset({"wl", "lexis"})
_MEASURES = frozenset(
    "million billion percent dollars pages people persons individuals cases years months days hours minutes"
    " feet miles".split()
)


def figure_is_plain(token: Token, before: Token | None, after: Token | None, chained: bool) -> bool:
    """Whether a figure needs no explanation. ``before`` and ``after`` are the tokens beside it; ``chained`` says that
    the token before is a figure of a citation and only a comma, a dash or "and" stands between."""
    written = _TAIL.sub("", token.text.replace("’", "'").strip("'"))
    if _PLAIN.fullmatch(written) or fold(written) in words.citations() or written in words.acronyms():
        return True
    if before is not None and _EDITION.fullmatch(fold(before.text)) and _DAY.fullmatch(written.strip("()")):
        return True
    if token.mark in ("$", "§", "¶") and _FEW.fullmatch(written):
        return True
    lead = fold(before.text) if before is not None else ""
    if lead in _LONG_CITED and written.isdigit() and len(written) <= 8:
        return True
    cited = chained or lead in _CITED or (lead in words.citations() and not lead.isalpha())
    if (
        cited
        and (_FEW.fullmatch(written) or _LINE_NUMBERS.fullmatch(written))
        and _digits(written) <= 5 + written.count("-") * 4
    ):
        return True
    if after is not None and _digits(written) <= 5 and written.isdigit():
        tail = fold(after.text)
        reporter = tail in words.citations() and not tail.isalpha()
        return reporter or tail in _MEASURES or tail in ("stat", "wl", "fed", "us", "usc", "cfr")
    return False


def glued_word(token: Token) -> str | None:
    """The word of "statute.12" or "12See", where a footnote's number has run into it; None where there is none."""
    match = _GLUED_NOTE.fullmatch(token.text)
    return (match["word"] or match["after"]) if match else None


def _digits(written: str) -> int:
    return sum(character.isdigit() for character in written)
