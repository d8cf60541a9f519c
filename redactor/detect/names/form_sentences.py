"""Names in the sentences that forms print around them: warrants, certificates of service, certifications."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.shape import ANY_ORDER, NAME
from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.detect.recognizer import Search
from redactor.lexicon import is_english, names_people
from redactor.model import Role
from redactor.vocabulary import only_vocabulary, words_in

_TITLE = r"(?:(?:MRS?|MS|Mrs?|Ms|Miss)\.?[ ])?"
_B = r"[ \n]"
_SENTENCES: tuple[tuple[str, Role | None], ...] = (
    (rf"(?i:believe{_B}that|determined{_B}that){_B}{_TITLE}(?P<id>{NAME}),?{_B}(?i:is|was|\(|an?{_B}alien|A\d)", Role.SUBJECT),
    (rf"(?i:serv(?:ed|ice)|read){_B}[^\n.;]{{0,60}}(?:\n[^\n.;]{{0,20}})?(?i:on|upon|to){_B}{_TITLE}(?P<id>{ANY_ORDER}){_B}(?i:on|at|by|in){_B}", Role.SUBJECT),
    (rf"(?i:custody{_B}of|bond{_B}for|removal{_B}of|removed?|deport(?:ation{_B}of)?|detain(?:er{_B}for)?|release{_B}of|apprehension{_B}of|arrest{_B}of|arrested|custody{_B}determination{_B}[-–]|proceedings{_B}against){_B}{_TITLE}(?P<id>{ANY_ORDER})", Role.SUBJECT),
    (rf"(?i:furnished{_B}(?:solely{_B}|only{_B})?by|supplied{_B}(?:solely{_B})?by|survivor{_B}of{_B}(?:\p{{L}}+{_B}){{0,3}}by|violence{_B}by|testify{_B}against|hearing{_B}(?:with|against)|fleeing|leaving|protected{_B}from|order{_B}against){_B}{_TITLE}(?P<id>{NAME})", Role.PERPETRATOR),
    (rf"(?P<id>{NAME})[,]?{_B}(?i:interpreted|translated)(?!\p{{L}})", Role.INTERPRETER),
    (rf"(?i:read{_B}in{_B}\p{{L}}+{_B}by|interpreted{_B}by|translated{_B}by|assistance{_B}of{_B}(?:interpreter{_B})?){_B}{_TITLE}(?P<id>{NAME})", Role.INTERPRETER),
    (rf"(?i:appearance{_B}of|represented{_B}by|through{_B}(?:her|his|their){_B}(?:attorney|lawyer|counsel|advocate),?|att(?:orney|y)?/rep(?:resentative)?|status{_B}through|petition{_B}through){_B}{_TITLE}(?P<id>{NAME})", Role.REPRESENTATIVE),
    (rf"(?i:upon{_B}the{_B}petition{_B}of|petition{_B}of|application{_B}of|in{_B}favor{_B}of|property{_B}of|on{_B}behalf{_B}of){_B}{_TITLE}(?P<id>{NAME})", None),
    (rf"(?i:stay{_B}away{_B}from|harassment{_B}against|contact{_B}with|home{_B}of|school{_B}of|threats?{_B}against|assault(?:ing)?{_B}(?:against|on)?|(?:place|places){_B}of{_B}(?:employment|business){_B}of)[ ]?:?{_B}(?:\[[A-Z]\][ ])?{_TITLE}(?P<id>{NAME})", None),
    (rf"(?i:the{_B}victim|victim|complainant|deceased|decedent|injured{_B}party),?{_B}{_TITLE}(?P<id>{NAME})(?=[,.(;]|{_B})", Role.WITNESS),
    (rf"(?i:(?:calls|questions|inquiries|correspondence|mail){_B}to){_B}{_TITLE}(?P<id>{NAME}),?{_B}(?i:at{_B})?[(\d+\p{{Ll}}]", None),
    (rf"(?i:telephone|call|contact|notify|notified|visit(?:ed)?){_B}{_TITLE}(?P<id>{NAME}){_B}(?i:at|on){_B}[(\d+]", None),
)  # fmt: skip
_SEARCHES = tuple((Search("sentence of a form", rf"(?<!\p{{L}})(?:{pattern})"), role) for pattern, role in _SENTENCES)


class FormSentenceRecognizer(ZoneRecognizer):
    """A name in a sentence of a form: "probable cause to believe that ANA EJEMPLO is removable", "no information
    furnished solely by Kai Muster was used", "Stay away from: [A] ROSA MUSTER".

    Not the form's own words there ("believe that the subject is removable").
    """

    cues = regex.compile(
        r"(?i)believe|determined|serv(?:ed|ice)|read |custody|bond |remov|deport|detain|release|arrest|proceedings|furnished|supplied|violence|survivor|testify|hearing|fleeing|leaving|interpret|translat|appearance"
        r"|represented|through|att/rep|petition|favor|behalf|stay|harass|contact|home of|school of|victim|complainant|telephone|call|notif|assistance|calls|questions|inquir"
    )

    def told(self, text: str) -> Iterator[Told]:
        """The names, each with the role that the sentence gives."""
        for search, role in _SEARCHES:
            for match in search.matches(text):
                value = match["id"]
                plain = all(is_english(word) and not names_people(word) for word in words_in(value))
                if not (plain or only_vocabulary(value)):
                    yield Told(*match.span("id"), role, 0.82, "sentence of a form")
