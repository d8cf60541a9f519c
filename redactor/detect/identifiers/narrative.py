"""Sentences that tell what was done to somebody."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_HARM = (
    r"beat(?:s|en|ing)?|(?:struck|whipped|spat on|cut|shot|threw)(?= (?:at )?(?:her|him|me|them|his|the|petitioner|complainant|subject|respondent|\p{Lu}))|hit(?:s|ting)? (?:you|her|him|me|them|his|the child\w*|a child)|punch(?:ed|es|ing)|slapp(?:ed|ing)|kick(?:ed|s|ing)|chok(?:ed|es|ing)"
    r"|strangl(?:ed|es|ing)|stabb(?:ed|ing)|shov(?:ed|ing)|grabb(?:ed|ing)|dragg(?:ed|ing)|burn(?:ed|t)|rap(?:ed|es|ing)"
    r"|molest(?:ed|ing)|grop(?:ed|ing)|sodomi[sz]ed|assault(?:ed|s|ing)|batter(?:ed|ing)|abus(?:ed|es|ing)|tortur(?:ed|ing)"
    r"|threaten(?:ed|s|ing)|stalk(?:ed|s|ing)|harass(?:ed|es|ing)|kidnapp(?:ed|ing)|abduct(?:ed|ing)|traffick(?:ed|ing)"
    r"|lock(?:ed)? (?:her|him|me|them)|held (?:her|him|me|them)? ?(?:against|captive|at (?:gun|knife)point)"
    r"|forc(?:ed|es|ing) (?:her|him|me|them|the \w+)? ?(?:to|into)|pointed an? \w+|pulled an? (?:gun|knife|\w+ on)"
    r"|took (?:her|his|my) (?:passport|papers|documents)|refused to (?:pay|let)|controlled (?:her|his|my)"
    r"|injur(?:ed|ies)|bruis(?:ed|es|ing)|black eye|broken? (?:her|his|my|nose|arm|rib|jaw)|bleeding|gunshot|stab wound"
    r"|golpe(?:ó|aba|ado|ada|ar|s|o)|peg(?:ó|aba|ado|ada)|viol(?:ó|ada|ado|aba)|amenaz(?:ó|aba|ado|ada|as)"
    r"|maltrat(?:ó|aba|ado|ada|o)|abus(?:ó|aba)|secuestr(?:ó|ado|ada)|oblig(?:ó|aba|ada|ado) a"
)
_SOMEBODY = regex.compile(
    r"\b(?:she|her|he|him|his|me|my|I|subject|respondent|victim|complainant|petitioner|applicant|self|husband|wife"
    r"|boyfriend|girlfriend|ex-?\w+|partner|spouse|father|mother|stepfather|uncle|daughter|son|child|ella|él|me|su|mi"
    r"|esposo|marido|novio|pareja|hij[oa])\b",
    regex.IGNORECASE,
)
_AS_LAW = regex.compile(  # statutes, argument, instructions, and the printed terms of orders of protection
    r"U\.\s?S\.\s?C|C\.\s?F\.\s?R|§|(?-i:\bAct\b)|\bstatut\w+|\bCongress\b|\bDefendants?\b|\bPlaintiffs?\b|\bF\.\s?(?:Supp|[23]d)"
    r"|\b(?:aliens|noncitizens|immigrants|victims|survivors|applicants|petitioners|individuals|persons|people|clients"
    r"|witnesses|litigants)\b|\beligib\w+|\binstructions?\b|\battach\b|\b(?:refrain|surrender|abstain|abst[eé]ng\w+)\b|\?|\bburden\b|\bcourthouses\b|\bif (?:you|your)\b",
    regex.IGNORECASE,
)

LONGEST = 320
"""Code points either side of the word within which its sentence's ends are looked for."""

_END = regex.compile(r"[.!?][\"')\]]?(?=\s+[\p{Lu}\d\[(\"]|\s*$)\s*|\n\s*\n|\t|[;:]\s*\n|\n(?=\[|\d{1,2}[.)]\s|[•\-] )")


class NarrativeRecognizer(IdentifierRecognizer):
    """The sentence round a word of harm, where it speaks of one person.

    Seen as "He choked her in the kitchen on two occasions." and "Su esposo la golpeaba." Not the law of such harm
    ("victims who were battered may apply", "8 U.S.C. § 1154"), not a figure of speech ("hit the deadline").
    """

    category = Category.NARRATIVE
    shapes = (
        Shape(
            "word of harm",
            rf"\b(?P<id>(?i:{_HARM}))\b",
            0.35,
        ),
        Shape(
            "answer to a question about harm",
            rf"(?P<label>\bQ[.:)]\s[^\n?]{{0,80}}\b(?i:{_HARM})[^\n?]{{0,60}}\?\s+A[.:)]\s+)(?P<id>(?!No\b)[^\n]{{3,200}})",
            0.35,
            cues=("q:", "q.", "q)"),
        ),
    )  # fmt: skip

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """The sentence: not beyond a column gap, an empty line or a numbered item."""
        if shape.name != "word of harm":
            return start, end
        first = max(0, start - LONGEST)
        ends = list(_END.finditer(text, first, start))
        begin = ends[-1].end() if ends else text.find(" ", first, start) + 1 if first else 0
        stop = _END.search(text, end, min(len(text), end + LONGEST))
        if stop is None:
            last = text.rfind(" ", end, end + LONGEST) if end + LONGEST < len(text) else len(text)
            return begin, max(end, last)
        return begin, stop.start() + (1 if text[stop.start()] in ".!?" else 0)

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Somebody is in it, and it is no argument about the law."""
        sentence = text[start:end]
        if shape.name != "word of harm":
            return True
        return bool(_SOMEBODY.search(sentence)) and not _AS_LAW.search(sentence)
