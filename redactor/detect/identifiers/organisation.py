"""Bodies that an account of a person's life names: courts abroad, ministries, parties, companies, associations."""

from __future__ import annotations

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.identifiers.capitals import leftwards, rightwards, with_bracket
from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category, Role
from redactor.vocabulary import only_vocabulary

_LAST = (
    r"Courts?|Tribunal|Council|Committee|Commission|Board|Ministry|Directorate|Department|Office|Agency|Authority"
    r"|Institute|Institution|University|College|Academy|Hospitals?|Clinic|Bank|Company|Corporation|Association|Union"
    r"|Party|Federation|Foundation|Society|Club|Church|Mosque|Temple|Synagogue|Parish|Prison|Barracks|Garrison|Police"
    r"|Gendarmerie|Army|Navy|Forces|Municipality|Parliament|Assembly|Senate|Group|Movement|Front|League|Trust|Fund"
    r"|Cent(?:er|re)|Services?|Bureau|Chamber|Regiment|Battalion|Brigade|Command(?:ership)?|Staff|Railways|Airlines"
    r"|Embassy|Consulate|Registry|Prosecutor|Treasury|Times|Gazette|Television|Channel|Radio|Newspaper|Solicitors"
    r"|Ensemble|Orchestra|Theatre|Museum|Factory|Farm|Cooperative|Coalition|Network|Cartel|Gang|Mara|Sindicato|Partido"
)
_LEGAL = r"Ltd|Limited|LLC|LLP|plc|Inc|Corp|GmbH|AG|AB|ASA?|A\.Ş|S\.A|S\.A\. de C\.V|S\.R\.L|B\.V|N\.V|Oy|KG|SpA|Sp\. z o\.o|ApS"
_FIRST = (
    r"Court|Ministry|Department|Office|University|Bank|House|Institute|Association|Board|Council|Committee|Commission"
    r"|Directorate|Federation|Union|Academy|College|Society|Mayor|Ministerio|Juzgado|Tribunal|Universidad|Hospital"
    r"|Banco|Asociaci[oó]n|Municipalidad|Alcald[ií]a|Polic[ií]a|Fiscal[ií]a|Corte|Clinique|Centre|Center"
)
_MEMBER = (
    r"(?:membership (?:of|in)|members? of|joined|belong(?:s|ed|ing)? to|militant of|supporter of"
    r"|miembro de(?:l)?|organi[sz]ation(?: (?:called|named|known as))?,?|part(?:y|ido)(?: (?:called|named))?"
    r"|gang(?: (?:called|named|known as))?|compan(?:y|ies)(?: (?:called|named))?|firm(?: (?:called|named))?"
    r"|channel|newspaper|magazine|pandilla)"
)
_PUBLIC = regex.compile(
    r"\b(?:Homeland Security|Department of (?:Justice|State|Labor)|Immigration (?:and|&) (?:Customs|Naturalization)"
    r"|Citizenship and Immigration|Executive Office|Board of Immigration|Immigration Court|Police Department|Congress"
    r"|Attorney General|District Attorney|Solicitor|Inspector General|Field Office|Service Center|Asylum Office"
    r"|United States|U\.?S\.?|Federal|New York|State|Supreme|Circuit|District Court|Court of Appeals|Kings|Queens|Bronx"
    r"|Nassau|Suffolk|Westchester|Richmond|County|Family Court|Criminal Court|Legal Aid|Records? Office|Bureau of"
    r"|Enforcement|Operations|Detention|Civil Rights|Civil Liberties|Law School|Privacy Office|FOIA|Information Act"
    r"|Information Services?|Advisor|Customs|Removal|Investigations)\b"
)
"""What makes a body one of the government here, of this action or of its counsel: it stands in every paper."""

_OF_THE_KIND = frozenset(
    (
        "the of and for in on a s first second third fourth fifth court courts tribunal supreme high constitutional appeal "
        "appeals cassation administrative district regional city county civil criminal labour social commercial military "
        "state security general instance jurisdiction chamber section division rules act law martial public prosecutor "
        "principal chief committee commission council board office agency authority department ministry government police "
        "army registry municipality parliament assembly senate federal national european human rights 1 52 foreign "
        "affairs justice defence education treasury president directorate immigration acting commonwealth fund group service "
        "services center centre party bank company union institute association school university hospital prison bureau"
    ).split()
)
"""Words that say what a body is, not which. A name of these alone names none that leads to anybody."""

_WORD = regex.compile(r"[\w]+")
_SHORT = regex.compile(r"[(“\"](?:the )?[“\"]?(\p{Lu}[\p{Lu}\d&\-]{1,8})\b")
_ACRONYM = Shape("abbreviation of a body named before", "", 0.3)


class OrganisationRecognizer(NarrowingRecognizer):
    """A named body: capitalised words round the word that says what it is, and the abbreviation it gets in brackets.

    Seen as "Karsiyaka Assize Court", "Ministry of Planning", "Ejemplo Broadcasting AB" and "the Frente Popular
    (FP)", then "FP". A body of the government here, a court or counsel's office comes out with the role of an
    official, so that policy can let it stand. Not "the Court", "Council" or "this Office" alone.
    """

    category = Category.ORGANISATION
    shapes = (
        Shape(
            "word that ends a name",
            rf"(?<![\w\-])(?P<id>{_LAST}|(?<=\p{{L}} )(?:army|police|navy|gendarmerie|military))\b"
            r"(?! (?:St|Street|Ave|Avenue|Road|Blvd)\b)",
            0.3,
        ),
        Shape("word that ends a company's name", rf"(?<= )(?P<id>(?:{_LEGAL})\b\.?)(?! (?:Act|Rules?)\b)", 0.4),
        Shape("word that begins a name", rf"(?<![\w\-])(?P<id>{_FIRST})(?= (?:of|for|on|de|del|du|des)\b)", 0.3),
        Shape(
            "after a word for a body",
            rf"\b(?:{_MEMBER})(?: (?:an?|the|el|la|los))? [“\"]?(?P<id>\p{{Lu}}[\w’'\-]*(?: \p{{Lu}}[\w’'\-]*){{0,4}})",
            0.3,
            cues=("member", "join", "belong", "organi", "part", "gang", "compan", "firm", "channel", "paper", "milit"),
        ),
    )

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """The whole name: words before, what it is of or for, and the remark in brackets."""
        begin = start if shape.name == "after a word for a body" else leftwards(text, start)
        named = rightwards(text, end) if shape.name != "word that ends a company's name" else end
        if begin == start and named == end and shape.name != "after a word for a body":
            return start, end
        return begin, with_bracket(text, named)

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not only words of the kind ("Supreme Court"), which name no place and nobody's own affair."""
        words = [word.lower() for word in _WORD.findall(text[start:end])]
        return any(word not in _OF_THE_KIND for word in words) and not only_vocabulary(text[start:end])

    def valid(self, shape: Shape, value: str) -> bool:
        """More than the word that says what it is, and not form words alone after a word for a body."""
        words = value.split()
        if shape.name == "after a word for a body":
            return not only_vocabulary(value)
        return len(words) > 1

    def role_of(self, text: str, start: int, end: int) -> Role | None:
        """An official's where it is a body of the government here, in whatever capitals."""
        value = text[start:end]
        return Role.OFFICIAL if _PUBLIC.search(value.title() if value.isupper() else value) else None

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """As every recognizer; then each abbreviation that a name brought in brackets, wherever it stands."""
        claims = super().analyze(text, entities, nlp_artifacts)
        known = {(claim.start, claim.end) for claim in claims}
        for short in {m.group(1) for claim in claims for m in _SHORT.finditer(text, claim.start, claim.end + 12)}:
            for match in regex.finditer(rf"(?<![\w\-]){regex.escape(short)}(?![\w\-])", text):
                if match.span() not in known:
                    claims.append(self._result(_ACRONYM, text, match.span(), labelled=False, doubtful=False))
        return claims
