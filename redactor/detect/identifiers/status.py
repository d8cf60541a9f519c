"""What the recognizers of immigration status share: a sentence about the law is told from a sentence about a person."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape

SENTENCE_REACH = 260
"""Code points either side within which a sentence's end is looked for."""

_SENTENCE_END = regex.compile(r"[a-z)\]\"”][.!?][\"”']?\s+(?=[A-Z\[(\"“])|\n\s*\n|\n(?=\d{1,2}\.\s)")
_PERSON = regex.compile(
    r"\b(?:subject(?!\s+(?:to|matter))|respondent|detainee|she|he|her|his|him|hers|the\s+alien\b(?!s)"
    r"|your?|ms|mrs|mr|receipt|A\d{3}|pending|"
    r"approved|pcqs|cis|records?\s+checks?|system\s+checks?|banner|flag|spouse|daughter|son|niece|mother"
    r"|ella|solicitante|beneficiari[oa])\b",
    regex.IGNORECASE,
)
_LAW = regex.compile(
    r"U\.\s?S\.\s?C|C\.\s?F\.\s?R|§|\bAct\b|\bstatut\w+|\bCongress\b|\b(?:Defendants?|Plaintiffs?)\b"
    r"|\bprovisions?\b|\bCourts?\b(?!\s+[Pp]art)|\bamici\b"
    r"|\b(?:aliens|noncitizens|immigrants|victims|survivors|applicants|petitioners|individuals|persons"
    r"|people|clients|witnesses)\b"
    r"|\bmay\s+(?:apply|file|seek)|\beligib\w+|\bprogram\b|\bInstructions?\b"
)

_HOW = (
    r"pending|approved|granted|denied|withdrawn|revoked|rejected|expired|filed|received|issued|deferred|interim|prior"
    r"|conditional|derivative|principal|prima\s+facie|referred\s+for|placed\s+on|wait-?list(?:ed)?|pendiente|aprobad[oa]|negad[oa]"
)
_STANDS_BEFORE = regex.compile(
    rf"(?<![\w\-])(?P<id>(?:(?:{_HOW})\s+(?:(?:an?|the|for|her|his)\s+)?){{1,2}})$", regex.IGNORECASE
)
_STANDS_AFTER = regex.compile(
    rf"(?:\s+(?:{_HOW}|petitions?|applica(?:tions?|nts?)|case|claims?|status|holder|beneficiary|flag|banner|certification|category"
    r"|interview|recipient|self-petition|EAD|request|screening|determination|visas?)\b){1,3}",
    regex.IGNORECASE,
)

_ASKED = regex.compile(
    r"\byou\b[^?]{0,200}\b(?:ever|applying|applied|seeking|afraid|claim\w*|family\s+members)\b[^?]{0,120}\?|\bNOTE:|\b(?:if|whether|when|unless)\s+(?:you|applicable)\b|\byou(?:r\s+\w+)?\s+(?:must|may|should)\b|\bcheck\s+(?:the|this)\b"
    r"|\b(?:provide|attach|explain|answer(?:ing)?|describe)\b|\bmay\s+(?:also\s+)?(?:subject|result|affect)\b|\bmm/dd\b|\bTo\s+[Bb]e\s+[Cc]ompleted\b"
)
"""What a form asks of everybody who fills it in. "You were granted asylum" has none of these, nor has "Any news of the
U visa?"."""

_SOMEBODY = regex.compile(
    r"\b(?:subject(?!\s+(?:to|matter)|\s+me\b)|respondent|detainee|she|he|her|him|hers|the\s+alien\b(?!s)|ms|mrs|mr|receipt|A\d{3}"
    r"|pcqs|checks?\s+(?:revealed|show\w*)|banner|flag|niece|mother|ella|solicitante|beneficiari[oa])\b|\bA[.:]\s",
    regex.IGNORECASE,
)


class StatusRecognizer(IdentifierRecognizer):
    """A recognizer of words about relief. A sentence that speaks of the law, and of nobody, is not claimed;
    nor is a question or an instruction of a form, which says the same to everybody.

    That a person applied for relief is itself protected (8 U.S.C. § 1367(a)(2)); that the relief exists is not. A
    sentence is about the law when it cites, names the parties or speaks of people as a class, and has no word for one
    person. Where neither kind of word stands (a form cell, a heading), the claim is made: the miss would be worse.
    """

    crosses_lines = True

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """With the words right beside that say how it stands ("pending", "approved", "petition denied"): what is left
        of "a pending ████" tells as much as the name of the form."""
        before = _STANDS_BEFORE.search(text, max(0, start - 60), start)
        after = _STANDS_AFTER.match(text, end)
        return (before.start("id") if before else start), (after.end() if after else end)

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Whether the sentence is about a person, or at least not only about the law."""
        sentence = sentence_around(text, start, end)
        if _ASKED.search(sentence) and not _SOMEBODY.search(sentence):
            return False
        return bool(_PERSON.search(sentence)) or not _LAW.search(sentence)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` that holds ``[start, end)``, as far as SENTENCE_REACH either side."""
    first = max(0, start - SENTENCE_REACH)
    before = text[first:start]
    cuts = [match.end() for match in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(text, end, min(len(text), end + SENTENCE_REACH))
    last = stop.start() + 2 if stop else min(len(text), end + SENTENCE_REACH)
    return text[first + (cuts[-1] if cuts else 0) : last]
