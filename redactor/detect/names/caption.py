"""Parties in the caption of a person's own case: criminal courts, Family Court, immigration court, habeas petitions."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.shape import ANY_ORDER
from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.vocabulary import NOT_NAMES, only_vocabulary, words_in

_STATE = (
    r"(?:(?:The )?(?:People|PEOPLE|Commonwealth|COMMONWEALTH|State|STATE)(?:[ \n](?i:of)[ \n](?i:the[ \n]state[ \n]of[ \n])?(?i:new[ \n]york|new[ \n]jersey|connecticut|pennsylvania|massachusetts|california|texas|florida))?"
    r"|(?i:el pueblo)(?: de(?:l estado de)? \p{Lu}\p{L}+ \p{Lu}\p{L}+)?)"
)
_VERSUS = r"[,\s]*(?:(?:-|–)?[ ]?(?i:v|vs|against|contra)[ ]?(?:-|–|\.)?)[\s]+"
_PEOPLE = regex.compile(rf"(?<!\p{{L}}){_STATE}{_VERSUS}(?:(?:MRS?|MS|Mrs?|Ms)\.[ ])?(?P<id>{ANY_ORDER})")
_MATTER = regex.compile(
    rf"(?<!\p{{L}})(?i:in[ \n](?:the[ \n])?(?:matters?|case)[ \n]of|matter[ \n]of|in[ \n]re|ex[ ]parte|estate[ \n]of|guardianship[ \n]of|custody[ \n]of)[ ]?:?[ \n\t]+"
    rf"(?:(?i:(?:the[ \n])?(?:application|petition|proceeding|custody|guardianship|adoption|support|estate)[ \n](?:of|for)|an?[ \n]infant)[ \n:]+)?(?P<id>{ANY_ORDER})"
)
_INITIALS = regex.compile(
    r"(?<!\p{L})(?i:matter[ \n]of|in[ \n]re|guardianship[ \n]of|custody[ \n]of)[ \n:]+(?P<id>\p{Lu}(?:-\p{Lu}){0,5}-)(?![\p{L}\d])"
)
_PARTY_LINE = regex.compile(
    r"(?m)^[ \t)(|:]*(?P<id>\p{L}[^\n\t():|§\d]{2,60}?)(?:[ ]?\([^)\n]{1,40}\))?[,;]?(?:[ \t]*[):|§x]*)?(?:,?[ \t]*(?:a minor|an infant|pro se|et al\.?|individually)[^\n]{0,40})?[ \t]*$"
)
_AGAINST = regex.compile(r"(?im)^[ \t)(|:]*[-–—]?[ ]?(?:against|v|vs|versus|contra|and)[ ]?[.]?[-–—]?[ \t)(|:§]*$")
_PARTY_WORD = regex.compile(
    r"(?im)^[^\n]{0,60}?\b(?P<word>petitioners?|respondents?|plaintiffs?|defendants?|movant|claimant|applicants?|subject child(?:ren)?|peticionari[oa]|demandad[oa])\b[ ,.;()\t|:§x/\-]*(?:respondent|petitioner|appellant|appellee)?[ ,.;()\t|:§x\-]*$"
)
_ORGANISATION = regex.compile(
    r"(?i)\b(?:inc|llc|llp|ltd|corp|co|company|association|city|county|state|united states|department|agency|authority|university|bank|board|district|secretary|director|warden"
    r"|attorney general|commissioner|police|bureau|services?|enforcement|government|republic|people|officers?|administration|union|society|foundation|center|capacity|project|office)\b"
)
_REPORTED = regex.compile(
    r"\b\d+[ \n](?:U\.?S\.?|S\.?[ ]?Ct|F\.|L\.?[ ]?Ed|N\.?Y|A\.?D|Misc|I\.?[ ]?&[ ]?N|WL|B\.R|A\.|P\.|So\.|N\.E|S\.W|Fed)|\(\p{L}[^)\n]{0,30}\d{4}\)"
)
_CITATION = 70
"""Code points from a party to the volume and page of a reporter."""

_REACH = 5
"""Lines around "- against -" on which a caption's parties stand."""


class CaptionRecognizer(ZoneRecognizer):
    """Parties of a person's case: "People v. Muster", "Matter of M-E-L-", "In re Ana Ejemplo", and names on their own lines
    around "- against -" over "Petitioner" or "Defendant".

    It claims no role, so that a reported case and this action's own caption keep standing. Not an agency or a company.
    """

    cues = regex.compile(
        r"(?i)\b(?:v|vs)\.|against|matter|in re\b|ex parte|people|\bcontra\b|estate of|guardianship|\bv\b"
    )

    def told(self, text: str) -> Iterator[Told]:
        """The parties."""
        for pattern, shape in (
            (_PEOPLE, "the people against"),
            (_MATTER, "matter of"),
            (_INITIALS, "matter of initials"),
        ):
            for match in pattern.finditer(text):
                if _REPORTED.search(text, match.end(), match.end() + _CITATION):
                    continue  # its parties are named by the reporter
                if _party(match["id"]) or pattern is _INITIALS:
                    yield Told(*match.span("id"), None, 0.8, shape)
        for against in _AGAINST.finditer(text):
            yield from _around(text, against)


def _party(value: str) -> bool:
    return not only_vocabulary(value) and not _ORGANISATION.search(value)


def _around(text: str, against: regex.Match[str]) -> Iterator[Told]:
    """Names on the lines above and below, up to the word that says what a party is."""
    above = text[: against.start()].split("\n")[:-1][-_REACH:]
    at = against.start() - sum(len(line) + 1 for line in above)
    below = text[against.end() + 1 :].split("\n")[:_REACH]
    if not (any(map(_PARTY_WORD.match, above)) and any(map(_PARTY_WORD.match, below))):
        return
    start = at
    for line in [*above, text[against.start() : against.end()], *below]:
        yield from _line(start, line)
        start += len(line) + 1


def _line(start: int, line: str) -> Iterator[Told]:
    cut = 0
    for piece in line.split("\t"):
        name = _PARTY_LINE.match(piece)
        if name and _names_a_person(name["id"]):
            offset = start + cut
            # Which side of a case somebody is on does not tell who is protected.
            yield Told(offset + name.start("id"), offset + name.end("id"), None, 0.8, "party of a caption")
        cut += len(piece) + 1


def _names_a_person(value: str) -> bool:
    words = [word.lower() for word in words_in(value)]
    unknown = [word for word in words if word not in NOT_NAMES]
    return (
        1 < len(words) <= 6
        and len(unknown) * 2 > len(words)
        and written_as_name(value.rstrip(" ,"))
        and not _ORGANISATION.search(value)
    )
