"""Names that are asked for and given: questions and answers, depositions, sworn statements."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.shape import NAME
from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.lexicon import is_english
from redactor.model import Role
from redactor.vocabulary import NOT_NAMES, words_in

_QUESTION = regex.compile(
    r"(?im)(?:^[ \t\d]*|\s)(?:Q|P|Question|Pregunta|Officer|Interviewer|DO|IO|ASY)[ ]?[.:)\-]+[ \t]*"
    r"(?P<asked>[^\n]*(?:\n(?![ \t\d]*(?:A|R|Answer|Respuesta)[ ]?[.:)\-])[^\n]*){0,3})\n"
    r"[ \t\d]*(?:A|R|Answer|Respuesta|Respondent|Applicant|Subject|Interpreter)[ ]?[.:)\-]+[ \t]*(?P<answer>[^\n]*)"
)
_ASKED: tuple[tuple[str, Role | None], ...] = (
    (r"(?:husband|wife|spouse|esposo|esposa|marido|partner|pareja)\S* (?:full |complete )?(?:name|nombre)|(?:nombre|name) (?:of|de) (?:your|su|tu) (?:husband|wife|spouse|espos[oa]|marido)", Role.SPOUSE),
    (r"(?:children|child|son|daughter|hij[oa]s?)\S* (?:full )?(?:names?|nombres?)|(?:names?|nombres?) (?:of|de) (?:your|sus?|tus?) (?:children|child|son|daughter|kids|hij[oa]s?)", Role.CHILD),
    (r"(?:mother|father|parents?|madre|padre)\S* (?:full )?(?:names?|nombres?)|(?:names?|nombres?) (?:of|de) (?:your|sus?|tus?) (?:mother|father|parents|madre|padre)", Role.PARENT),
    (r"(?:your|su|tu) (?:full |true |complete |correct )?(?:legal )?(?:name|nombre)|(?:name|nombre) for the record|cómo se llama (?:usted)?|what is your name|other names?|otros? nombres?|aliases|known by", Role.SUBJECT),
    (r"\binitials\b|\biniciales\b", Role.SUBJECT),
    (r"\bnames?\b|\bnombres?\b|\bllama\b|\bwho\b|\bquién\b", None),
)  # fmt: skip
_ASKS = tuple((regex.compile(pattern, regex.IGNORECASE), role) for pattern, role in _ASKED)
_ANSWERED = regex.compile(
    r"(?:(?i:yes|sí|si|sure|no|ok|okay|sir|ma'am)[,.]?[ ])*"
    r"(?:(?i:my (?:full |legal |true )?name(?: is|'s)|it is|it's|(?:her|his|their) names? (?:is|are|was|were)|(?:she|he) is|i am|i'm|me llamo|mi nombre es|soy"
    r"|se llama|su nombre es|es|called|named|they are|the names? (?:is|are)|i go by|people call me|me dicen|también|also|just)[ ])*"
    rf"(?P<id>\p{{Lu}}{{2,5}}(?=[ ]?(?:\.|$|\n))|{NAME})"
)
_SAME_LINE = regex.compile(
    r"(?i)(?<![\p{L}])[QP][.:][ ](?P<asked>[^?.:\n]{3,80}[?.])[ \n]{1,2}[AR][.:][ ](?P<answer>\p{L}[\p{L}'\-]+(?: \p{L}[\p{L}'\-]+){0,3})(?=[.,\n]|$)"
)
_NEXT = regex.compile(rf"(?:,? and| y|,|;|,? and then)[ ](?P<id>{NAME})")


class TestimonyRecognizer(ZoneRecognizer):
    """An answer to a question for a name: "Q. What is your name?" over "A. My name is Ana Ejemplo."; "A. Ana, and Luis."

    The question tells whose name it is. Not an answer that names nobody ("A. Yes."), not a question about something
    else.
    """

    __test__ = False
    cues = regex.compile(r"(?im)^[ \t\d]*(?:Q|P|Question|Pregunta|Officer|Interviewer|DO|IO|ASY)[ ]?[.:)\-]")

    def told(self, text: str) -> Iterator[Told]:
        """Every name of each such answer's beginning."""
        for match in _SAME_LINE.finditer(text):
            role = next(((role,) for pattern, role in _ASKS if pattern.search(match["asked"])), None)
            words = match["answer"].split()
            if role is not None and match["answer"].islower() and not any(is_english(word) for word in words):
                yield Told(*match.span("answer"), role[0], 0.75, "answer in small letters")
        for match in _QUESTION.finditer(text, overlapped=True):
            asked = next(((p, role) for p, role in _ASKS if p.search(match["asked"])), None)
            if asked is None:
                continue
            answer = _ANSWERED.match(text, *match.span("answer"))
            if answer is None or not _names(answer["id"]):
                continue
            yield Told(*answer.span("id"), asked[1], 0.85, "answer to a question for a name")
            at = answer.end()
            while (following := _NEXT.match(text, at, match.end("answer"))) and _names(following["id"]):
                yield Told(*following.span("id"), asked[1], 0.8, "answer to a question for a name")
                at = following.end()


def _names(value: str) -> bool:
    words = words_in(value.lower())
    return written_as_name(value) and not (len(words) == 1 and words[0] in NOT_NAMES)
