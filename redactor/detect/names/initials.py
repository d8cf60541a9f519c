"""People whom a paper calls by their initials."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.model import Role

_DOTTED = regex.compile(r"(?<![\p{L}\p{N}.&])(?P<id>\p{Lu}\.(?:[ ]?-?\p{Lu}\.){1,4})(?![\p{L}\p{N}])")
_CUE = regex.compile(
    r"(?i)(?:\b(?:child(?:ren)?|son|daughter|minor|infant|victim|client|initials|named|matter of|in re|hij[oa]|menor|siblings?|respondent|petitioner|witness|juvenile|husband|wife|spouse|mother|father|and|y|for|of)[ \n]*[,:(]?[ \n]*)$"
)
_TOLD = regex.compile(r"(?i)\b(?:client|victim|initials|survivor|patient|student)[ ]*[,:(]?[ ]*$")
_KIN = regex.compile(r"(?i)(?:child(?:ren)?|son|daughter|minor|infant|hij[oa]|menor|juvenile)[ ]*[,:(]?[ ]*$")
_BEHIND = regex.compile(
    r"(?:'s)?(?:[ \n]v\.|[ \n](?:is|was|were|has|had|did|does|fled|said|told|stated|testified|entered|lives|lived|came|left|who|and \p{Lu}\.|y|attends|reported|called|asked|\(?(?:age|born|DOB))\b|,? (?:age[d]? )?\d{1,2}\b|'s)"
)
_COURT = regex.compile(r"[ \n]*(?:\d{4}\)|\d{4}[,;]|\[|No\.)")
"""Behind the abbreviation of a court or a reporter."""

_NOT_PEOPLE = frozenset(
    "ddc us usc usa cfr nys nyc ny nj nm nc nh sd nd ri va dc pr sdny edny wdny ndny ina ice dhs fbi dob doj cia ins irs cbp esq pllc llc llp llm pc pa cpl cplr fca rpl pob po aka fka nka "
    "jho usdj usmj ada phd jd ba bs ma md rn dds lcsw ocm ps est edt id foia wl ne nw se sw so cal tex fla ill mass pa ct ed fed supp app div ad misc lj lrev crim rciv civ rcivp rcrimp fr frcp am pm ie eg ao eo "
    "cf seq nb no jr sr st sw un eu uk uscs stat lls dsouth aclu naacp nyclu nlrb sec epa hhs omb gao fca drl ssl rfe noid nta eoir bia ij dso ots iv im bid tid qd po prn hiv aids tv pd pi psa rsvp vp ceo cfo cj js sct led".split()
)


class InitialsRecognizer(ZoneRecognizer):
    """Initials with points in a person's place: "her son M.E.L.", "J.R.'s mother", "client A. B. C. fled".

    Not an abbreviation ("U.S.C.", "S.D.N.Y.", "8 a.m."); two initials alone only where a word beside them says so.
    """

    cues = regex.compile(r"\p{Lu}\.[ ]?-?\p{Lu}\.")

    def told(self, text: str) -> Iterator[Told]:
        """Initials that stand where a person would."""
        for match in _DOTTED.finditer(text):
            before = text[max(0, match.start() - 24) : match.start()]
            letters = "".join(c for c in match["id"].lower() if c.isalpha())
            kin = _KIN.search(before) is not None
            if (letters in _NOT_PEOPLE and not kin and not _TOLD.search(before)) or _COURT.match(text, match.end()):
                continue
            spoken = _CUE.search(before) is not None or _BEHIND.match(text, match.end()) is not None
            goes_on = regex.compile(r"[ ]\p{Lu}\p{Ll}").match(text, match.end())
            if goes_on and len(letters) < 4:
                continue  # the initials of a name written out behind them
            if spoken and (len(letters) > 2 or kin or _TOLD.search(before) or _BEHIND.match(text, match.end())):
                yield Told(*match.span("id"), Role.CHILD if kin else None, 0.6, "initials")
