"""Names where letters and messages begin and end: salutations, closings, signatures under them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.model import Role
from redactor.vocabulary import only_vocabulary, words_in

_SALUTATION = regex.compile(
    r"(?im)^[ \t>]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:d[ií]as|tardes|noches)"
    r"|chère?s?|bonjour|bonjou|prezad[oa]s?|car[oa]s?|olá)[ ,]+(?P<title>(?:(?:mr|mrs|ms|miss|mx|dr|sra?|srta|señora?|lic|officer|agent|judge|justice|counselor"
    r"|director|monsieur|madame|don|doña|sddo|do|ao)\b\.?[ ]+)*)(?P<id>\p{L}[\p{L}'.\- ]{1,40}?)[ ]?(?:[,:;!.\-]|$)"
)
_CLOSING = regex.compile(
    r"(?im)^[ \t>]*(?:very truly yours|yours (?:very )?truly|yours|sincerely(?: yours)?|yours sincerely|respectfully(?: yours| submitted)?|(?:with )?(?:best|kind|warm|kindest|many)?[ ]?(?:regards|wishes)"
    r"|v/?r|best|thanks(?: again| so much| in advance)?|thank you(?: again| very much| for your [\p{L} ]{3,40})?|many thanks|cordially|atentamente|saludos(?: cordiales)?|(?:muchas )?gracias|un abrazo|respetuosamente"
    r"|atenciosamente|cordialement|mèsi|obrigad[oa]|love|god bless(?: you)?|signed|--)[ ]?[,.!]?[ \t]*\n"
)
_INLINE = regex.compile(
    r"(?im)(?:^|[.!?,] )(?:signed|thanks|thx|ty|gracias|(?:best )?regards|saludos|cheers|mèsi|obrigad[oa]|merci|abrazos|besos|love)[,.!]?[ ](?P<id>(?-i:\p{Lu})[\p{L}'\-]+(?:[ ](?-i:\p{Lu})[\p{L}'.\-]*){0,3})[.,]?[ ]*$"
)
_BLANK = regex.compile(r"[\s_\-–—>/.xX]*|/?[sS]/[\s_]*|\[?(?:signature|signed|firma)\]?")
_SIGNED = regex.compile(r"^[ \t]*/?[sS]/[ _]*")
_LINES = 5
"""Lines below a closing in which a signature block says whose it is."""

_NOBODY = frozenset(
    "all team everyone everybody colleagues colleague counsel sir sirs madam friend friends folks both there guys amigos amigo todos equipo "
    "whom clerk editor applicant officer judge honor honorable again you señor señora señores supervisor director".split()
)
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"EOIR ID|accredited representative|legal services|legal aid|immigration (?:attorney|lawyer)|attorneys? for (?:the )?(?:respondent|applicant|petitioner)", Role.REPRESENTATIVE),
    (r"assistant united states attorney|united states attorney|assistant attorneys? general|attorneys? for (?:the )?(?:plaintiffs?|defendants?|state|united states)", Role.COUNSEL),
    (r"interpreter|translator|intérprete", Role.INTERPRETER),
    (r"supervisory|SDDO|AFOD|field office director|supervisor|chief", Role.SUPERVISOR),
    (r"officer|agent|\bDO\b|\bIEO\b|detective|sergeant|ICE\b|enforcement and removal|ERO\b", Role.OFFICER),
    (r"legal advisor|chief counsel|director|commissioner|secretary|OPLA|foia", Role.OFFICIAL),
    (r"immigration judge|judge", Role.JUDGE),
    (r"clerk|court interpreter coordinator", Role.COURT_STAFF),
    (r"advocate|counselor|social worker|case manager|LMSW|LCSW|therapist|M\.?D\.?\b|teacher|principal", Role.WITNESS),
)  # fmt: skip
_ROLE_PATTERNS = tuple((regex.compile(rf"\b(?:{pattern})", regex.IGNORECASE), role) for pattern, role in _ROLES)
_TITLES: tuple[tuple[str, Role], ...] = (
    (r"(?i)officer|agent|sddo|\bdo\b|\bao\b", Role.OFFICER),
    (r"(?i)judge|justice", Role.JUDGE),
    (r"(?i)director", Role.OFFICIAL),
)


def role_of_title(text: str) -> Role | None:
    """What somebody is by the title under or beside the name, or None where none is known."""
    return next((role for pattern, role in _ROLE_PATTERNS if pattern.search(text)), None)


class LetterRecognizer(ZoneRecognizer):
    """Who is written to and who writes: "Dear Ms. Muster:", "hola ana,", "Sincerely," over "Wen Muster" and a title.

    Not an address to an office ("Dear Counsel", "Hi all").
    """

    cues = regex.compile(
        r"(?im)^[ \t>]*(?:dear|hi|hello|hey|good|estimad|querid|hola|buen|ch|bonjou|prezad|car|olá|very|yours|sincer|respect|with|best|kind"
        r"|warm|many|regards|v/?r|thank|cordial|atenta|saludos|much|grac|un abr|aten|mès|obrig|love|god|signed|--)|(?:thanks|thx|ty|gracias|regards|saludos|cheers|merci|besos|abrazos)[,.!]? \p{L}+"
    )

    def told(self, text: str) -> Iterator[Told]:
        """Names of salutations, and the first name under each closing."""
        for match in _SALUTATION.finditer(text):
            if words_in(match["id"].lower()) and not set(words_in(match["id"].lower())) & _NOBODY:
                small = match["id"].islower() and len(match["id"].split()) > 1
                role = next((role for pattern, role in _TITLES if regex.search(pattern, match["title"])), None)
                if not small and not only_vocabulary(match["id"]):
                    yield Told(*match.span("id"), role, 0.8, "salutation")
        for match in _INLINE.finditer(text):
            if not set(words_in(match["id"].lower())) & _NOBODY and not only_vocabulary(match["id"]):
                yield Told(*match.span("id"), None, 0.75, "behind a closing")
        for match in _CLOSING.finditer(text):
            yield from _signature(text, match.end())


def _signature(text: str, at: int) -> Iterator[Told]:
    """The first line under a closing that names somebody, with the role that the lines below it give."""
    lines = []
    for _ in range(_LINES):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        lines.append((at, end))
        at = end + 1
        if at >= len(text):
            break
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if _BLANK.fullmatch(line):
            continue
        if signed := _SIGNED.match(line):
            start += signed.end()
        value = text[start:end].split("\t")[0]
        name = regex.match(r"[ >~*]*(?P<id>\p{L}[\p{L}'.\- ]*(?:,[ ](?:Jr|Sr|Esq)\b\.?)?)", value)
        below = "\n".join(text[s:e] for s, e in lines[number:])
        rest = value[name.end() :].strip() if name else "x"
        if name and (not rest or rest[0] in ",(|/-") and len(name["id"].split()) <= 5 and _may_sign(name["id"], number):
            yield Told(start + name.start("id"), start + name.end("id"), role_of_title(below), 0.8, "under a closing")
            if not signed:
                return
            continue  # the printed name under a signature says it again
        return


def _may_sign(value: str, number: int) -> bool:
    """Whether a line is a signature: in capitals, or right under the closing in small letters, one word or two."""
    if set(words_in(value.lower())) & _NOBODY or only_vocabulary(value):
        return False
    return written_as_name(value) or (number == 0 and value.islower() and len(value.split()) <= 2)
