"""Names that stand beside a label on their line, as forms and headers write them."""

from __future__ import annotations

from redactor.detect.names.base import NamePattern, NameRecognizer
from redactor.detect.names.shape import ANY_ORDER, CAPITALISED, LAST_FIRST
from redactor.model import Role
from redactor.offices import ANY

_END = r"[ ]*[:#][ \t]*"
_TITLED_END = rf"[ ]*:[ \t]*(?:(?:{ANY})[ ])*"
"""Whoever was hurt, or did the harm, may be in uniform: "Complainant/Victim: P.O. Ana Ejemplo"."""
_OPEN_END = r"(?:[ ]*:[ \t]*|[ ]+|\t)"

_LABELS: tuple[tuple[str, Role | None, str], ...] = (
    (r"(?<!for[ ])(?<!for[ ]the[ ])(?:respondent|applicant|petitioner|beneficiary|self-petitioner|alien|detainee|noncitizen|client|principal)(?:'s)?"
     r"(?:[ ](?:full[ ])?name)?", Role.SUBJECT, _END),
    (r"(?:name[ ]of[ ](?:alien|respondent|client|applicant|subject|beneficiary|detainee)|alien(?:'s)?[ ]name|in[ ]the[ ]matter[ ]of|matter[ ]of)",
     Role.SUBJECT, _OPEN_END),
    (r"(?:beneficiary|applicant|petitioner|respondent|client)(?:'s)?[ ]name", Role.SUBJECT, _OPEN_END),
    (r"(?:spouse|husband|wife|partner)(?:'s)?(?:[ ]name)?", Role.SPOUSE, _END),
    (r"(?:father|mother|parent)(?:'s)?(?:[ ](?:maiden[ ])?name)?", Role.PARENT, _END),
    (r"(?:child|children|son|daughter|minor)(?:'s)?(?:[ ]names?)?", Role.CHILD, _END),
    (r"(?:brother|sister|sibling)(?:'s)?(?:[ ]name)?", Role.SIBLING, _END),
    (r"(?:victim|survivor|complaining[ ]witness|complainant/victim)(?:'s)?(?:[ ]name)?", Role.SUBJECT, _TITLED_END),
    (r"(?:abuser|perpetrator|trafficker|batterer|assailant|offender|suspect)(?:'s)?(?:[ ]name)?", Role.PERPETRATOR, _TITLED_END),
    (r"(?:witness|complainant|informant|tipster)(?:'s)?(?:[ ]name)?", Role.WITNESS, _END),
    (r"(?:attorney(?:[ ]for[ ]respondent)?|representative|accredited[ ]representative|attorney[ ]or[ ]representative)(?:'s)?(?:[ ]name)?",
     Role.REPRESENTATIVE, _END),
    (r"(?:interpreter|translator)(?:'s)?(?:[ ]name)?", Role.INTERPRETER, _END),
    (r"(?:(?:issuing|arresting|apprehending|examining|certifying|deportation|case|serving|immigration|escort(?:ing)?)[ ]officer|officer|agent|DO)"
     r"(?:'s)?(?:[ ]name)?", Role.OFFICER, _END),
    (r"(?:supervisor|supervisory[ ]officer|approving[ ](?:official|officer)|approved[ ]by|SDDO)(?:[ ]name)?", Role.SUPERVISOR, _END),
    (r"(?:immigration[ ]judge|judge|justice)", Role.JUDGE, _END),
    (r"(?:name|full[ ]name|surname|family[ ]name|last[ ]name|first[ ]name|given[ ]name|middle[ ]name|maiden[ ]name|RE|obligor|sponsor|"
     r"emergency[ ]contact)", None, _END),
    (r"(?:c/o|in[ ]care[ ]of)", None, _OPEN_END),
    (r"(?:from|to|cc|bcc|sent[ ]by|author)", None, rf"{_END}(?={CAPITALISED},?[ ])"),
)  # fmt: skip

_AKA = r"(?i:\b(?:[afn][./]?k[./]?a[./]?|also[ ]known[ ]as|alias(?:es)?|true[ ]name|moniker|street[ ]name|nickname[d]?|née|nee|goes[ ]by)\b[ ]*:?[ ]*)"


class LabelledNameRecognizer(NameRecognizer):
    """A name after its label: "Respondent: MARIA ELENA EJEMPLO", "Interpreter: Wen Muster", "aka El Flaco".

    Not the label's own words ("Name: Family Name"), and not a legend under a blank.
    """

    patterns = (
        *(
            NamePattern(
                f"label {index}",
                rf"(?<![\p{{L}}])(?i:{label}){end}(?P<id>{ANY_ORDER})",
                role,
                0.85,
                told=end in (_END, _TITLED_END) and role is not None,
            )
            for index, (label, role, end) in enumerate(_LABELS)
        ),
        NamePattern(
            "also known as",
            _AKA
            + r"[\"'“]?(?P<id>\p{L}[\p{L}'\-.]*(?:[ ]\p{Lu}[\p{L}'\-.]*){0,4}(?:,[ ]\p{Lu}[\p{L}'\-.]+(?:[ ]\p{Lu}[\p{L}'\-.]*){0,2})?)",
            Role.SUBJECT,
            0.85,
        ),
        # Memos and e-mail have a subject line too; a form's subject is written LAST, First or in capitals.
        NamePattern(
            "subject",
            rf"(?<![\p{{L}}])(?i:subject)[ ]*:[ \t]*(?P<id>{LAST_FIRST}|\p{{Lu}}[\p{{Lu}}'\-]+(?:[ ]\p{{Lu}}[\p{{Lu}}'\-]+)+)(?![\p{{L}}])",
            Role.SUBJECT,
            0.85,
            least_words=2,
        ),
        NamePattern("in a list of addressees", rf"(?<=;[ ])(?P<id>{LAST_FIRST})(?=[ ]?(?:;|<|\n|$))", None, 0.7),
        NamePattern(
            "as the family calls",
            r"(?P<id>\p{L}{3,}),?[ \n]as[ \n](?:her|his|their)[ \n]\p{L}+[ \n](?:calls?|knows?)[ \n](?:her|him|them)",
            Role.SUBJECT,
            0.85,
        ),
    )
