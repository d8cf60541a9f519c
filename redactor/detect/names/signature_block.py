"""Names on, under and over the line that somebody signs on."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.letter import role_of_title
from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.model import Role
from redactor.vocabulary import only_vocabulary

_NAME = r"(?P<id>\p{Lu}[\p{L}\p{M}'.\-]*(?:,?[ ](?:(?:de|del|la|las|los|da|do|dos|van|von|der|bin|ibn|al|el|y)[ ])*\p{Lu}[\p{L}\p{M}'.\-]*){0,5})"
_UNDER_RULE = regex.compile(
    rf"(?m)^(?:[^\n]*\t)?[ ]*(?:(?:x|X|By|BY|By:|Dated?:?[^\n_]{{0,24}})[ ]*:?[ ]*)?(?:_[ ]?){{5,}}[ ]*(?:\t[^\n]*)?\n[ \t]*{_NAME}(?=[ ]*(?:$|\n|\t|,|\())"
)
_SIGNED = regex.compile(
    rf"(?:/[sS]/|\b(?:s/|signed(?: by)?:|signed by|digitally signed by:?|electronically signed by:?|e-signed by:?|\[signed\]|firmado por:?|\(signed\)))[ _]*:?[ _]*{_NAME}"
)
_LEGEND = regex.compile(
    rf"(?im)^[ ]*(?-i:{_NAME})[^\n\t]{{0,40}}\n[ \t]*\((?P<legend>[^)\n]*(?:sign|name|title|print|firma|nombre)[^)\n]*)\)"
)
_BESIDE_LEGEND = regex.compile(rf"{_NAME}[ \t]*\((?P<legend>(?i:signature|sign|printed|print|firma)[^)\n]*)\)")
_DEGREE = regex.compile(
    rf"(?<!\p{{L}}){_NAME},[ ](?P<title>LMSW|LCSW|MSW|M\.?D\.?|Ph\.?D\.?|R\.?N\.?|Psy\.?D\.?|Esq\.?|N\.?P\.?)(?!\p{{L}})"
)
_ATTORNEY = regex.compile(
    rf"(?<!\p{{L}}){_NAME},?[ \n](?:an[ ])?(?i:attorneys?)[ \n](?:for|admitted)[ \n](?P<whose>[^\n,.;]{{0,30}})"
)
_CLIENTS = regex.compile(
    r"(?i)(?:the )?(?:petitioner|respondent|applicant|beneficiary|client|detainee|child|to practice)|\p{Lu}"
)
_GOVERNMENTS = regex.compile(
    r"(?i)(?:the )?(?:plaintiff|defendant|state|united|government|people|city|amic|appell|intervenor)"
)
_BESIDE_TITLE = regex.compile(
    rf"(?m)(?:^|\t|[ ]{{3}}|:[ ])[ ]*{_NAME}(?:,[ ]|[ ]?\t[ ]?|[ ]{{2,}}|[ ]?[-–/|][ ]|[ ])[ ]*(?P<title>(?:Acting|Assistant|Supervisory|Senior)?[ ]?(?:Detention[ ](?:and|&)[ ]Deportation[ ]Officer|Deportation[ ]Officer|Immigration[ ](?:Enforcement[ ])?(?:Officer|Agent)|Immigration[ ]Judge|Asylum[ ]Officer|Special[ ]Agent|Field[ ]Office[ ]Director|Border[ ]Patrol[ ]Agent|SDDO|DDO|DO|IEA|SA|AFOD|SIEA|BPA))(?=[ ]*(?:$|\n|\t|[ ]{{3}}|,|\(|\d))"
)
_STAMP = regex.compile(r"(?i)\bdigitally signed by:?[ ]+(?P<id>[A-Z][A-Z\-]+ [A-Z]+(?: [A-Z]+)?)(?:[ .]\d{5,})?")
_OVER_TITLE = regex.compile(
    rf"(?m)^[ \t]*(?:By:[ ]*)?{_NAME}(?P<degree>,[ ](?:Esq|J\.?D|M\.?D|LCSW|LMSW|Ph\.?D)\.?)?[ ]*\n[ \t]*(?P<title>(?:(?:Acting|Deputy|Assistant|Associate|Senior|Supervisory|Chief|Special|Principal|Supervising)[ ]){{0,3}}"
    r"(?:Detention|Deportation|Immigration|Enforcement|Field Office|Legal Advisor|Attorneys? (?:for|at)|Staff Attorney|Officer|Agent|Director|Judge|Immigration Judge|Assistant United States|United States Attorney|Counsel|Accredited|Clerk"
    r"|Detective|Sergeant|Lieutenant|Notary|Interpreter|Certified|Translator|Paralegal|Advocate|Social Worker|Case Manager|Counselor|Therapist|Commissioner|Secretary)\b[^\n]{0,60})$"
)
_WHOSE: tuple[tuple[str, Role], ...] = (
    (r"(?i)officer|agent|official", Role.OFFICER),
    (r"(?i)interpreter|translator|intérprete|traductor", Role.INTERPRETER),
    (r"(?i)attorney|representative|preparer|abogad", Role.REPRESENTATIVE),
    (r"(?i)judge", Role.JUDGE),
    (
        r"(?i)respondent|alien|applicant|petitioner|declarant|affiant|subject|noncitizen|solicitante|declarante",
        Role.SUBJECT,
    ),
    (r"(?i)witness|testigo", Role.WITNESS),
    (r"(?i)notary|clerk", Role.COURT_STAFF),
)


class SignatureBlockRecognizer(ZoneRecognizer):
    """Signers: a name under "________", "/s/ Wen Muster", a name over "(Signature and Title of Immigration Officer)", a
    name over the line "Deportation Officer".

    The legend or title tells the role. Not an empty line over its legend ("________" over "Date").
    """

    cues = regex.compile(
        r"(?i)_[ ]?_|/s/|\bs/|signed|firm|\((?:[^)\n]*)(?:sign|name|title|print|nombre)|officer|agent|director|judge|attorney|counsel|clerk|notary|interpreter|advocate|worker|manager|certified|therapist|detective|sergeant|LMSW|M\.?D|Ph|R\.?N|Psy|Esq"
    )

    def told(self, text: str) -> Iterator[Told]:
        """The signers."""
        for match in _UNDER_RULE.finditer(text, overlapped=True):
            if _signer(match["id"]):
                end = text.find("\n", match.end() + 1)
                below = text[match.end() : end if end >= 0 else len(text)]
                yield Told(*match.span("id"), role_of_title(below), 0.75, "under a rule")
        for match in _SIGNED.finditer(text):
            following = text[match.end() : match.end() + 120]
            if not only_vocabulary(match["id"]):
                yield Told(*match.span("id"), role_of_title("\n".join(following.split("\n")[:4])), 0.8, "signed")
        for match in _STAMP.finditer(text):
            yield Told(*match.span("id"), Role.OFFICER, 0.8, "stamp of a smart card")
        for match in _LEGEND.finditer(text, overlapped=True):
            if _signer(match["id"]):
                role = next((role for pattern, role in _WHOSE if regex.search(pattern, match["legend"])), None)
                yield Told(*match.span("id"), role, 0.85, "over a legend")
        for match in _BESIDE_LEGEND.finditer(text):
            if _signer(match["id"]):
                role = next((role for pattern, role in _WHOSE if regex.search(pattern, match["legend"])), None)
                yield Told(*match.span("id"), role, 0.85, "beside a legend")
        for match in _DEGREE.finditer(text):
            if _signer(match["id"]):
                role = None if match["title"].startswith("Esq") else Role.WITNESS
                yield Told(*match.span("id"), role, 0.75, "before a degree")
        for match in _ATTORNEY.finditer(text):
            if _signer(match["id"]):
                government = _GOVERNMENTS.match(match["whose"])
                role = Role.COUNSEL if government else Role.REPRESENTATIVE if _CLIENTS.match(match["whose"]) else None
                yield Told(*match.span("id"), role, 0.85, "attorney for somebody")
        for match in _OVER_TITLE.finditer(text, overlapped=True):
            if _signer(match["id"]) and only_vocabulary(match["title"]):
                yield Told(*match.span("id"), role_of_title(match["title"]), 0.8, "over a title")
        for match in _BESIDE_TITLE.finditer(text):
            if _signer(match["id"]):
                yield Told(*match.span("id"), role_of_title(match["title"]), 0.85, "beside a title")


def _signer(value: str) -> bool:
    return len(value.split()) > 1 and written_as_name(value) and not only_vocabulary(value)
