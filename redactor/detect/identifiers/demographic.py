"""People, ethnic group, faith and race of somebody, wherever a text says them."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.countries import COUNTRY, PEOPLE
from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category

_ELSEWHERE = (
    r"British|English|Scottish|Welsh|Irish|Swedish|Norwegian|Danish|Finnish|German|Austrian|Swiss|French|Belgian|Dutch"
    r"|Italian|Greek|Cypriot|Greek-Cypriot|Turkish-Cypriot|Hungarian|Czech|Slovak|Slovenian|Croatian|Bosnian|Bulgarian"
    r"|Macedonian|Estonian|Latvian|Lithuanian|Icelandic|Spanish|Australian|Japanese|Algerian|Libyan|Kurdish|Soviet"
    r"|American|European|African|Sierra Leonean|Saudi|Emirati|Kuwaiti"
)
_GROUPS = (
    r"Kurd(?:s|ish)?|Sami|Basque|Catalan|Roma(?:ni)?|Gyps(?:y|ies)|Uyghurs?|Uighurs?|Rohingya|Tamils?|Hazaras?|Pashtuns?"
    r"|Tajiks?|Tutsis?|Hutus?|Fulani|Peul|Fula|Hausa|Yoruba|Igbo|Mandinka|Wolof|Bamileke|Anglophone|Oromos?|Tigrayans?"
    r"|Amharas?|Chechens?|Yazidis?|Yezidis?|Druze|Maya(?:n)?|Garifuna|Miskito|Mixtecs?|Zapotecs?|Nahua|Quechua|Kichwa"
    r"|Aymara|Mam|K'iche'|Q'eqchi'|Kaqchikel|Ixil|Afro-?(?:Caribbean|Latin[oa]?|Colombian|Honduran|Brazilian)|Hispanic"
    r"|Latin[oa]s?|Indigenous|ind[ií]gena|Asian|Caucasian|Mestiz[oa]|Arabs?|Berbers?|Palestinians?|Tibetans?|Hmong|Karen"
)
_FAITHS = (
    r"Muslims?|Moslems?|Islamic|Sunnis?|Shi'?(?:a|ite)s?|Ahmadi(?:s|yya)?|Alevis?|Sufis?|Christians?|Catholics?"
    r"|Evangelicals?|Protestants?|Pentecostals?|Baptists?|Orthodox|Copts?|Coptic|Mormons?|Adventists?"
    r"|Jehovah's Witness(?:es)?|Jews?|Jewish|Hindus?|Sikhs?|Buddhists?|Bah[aá]'?[ií]s?|Falun Gong|Zoroastrians?"
    r"|atheists?|cat[oó]lic[oa]|evang[eé]lic[oa]|testigos? de Jehov[aá]"
)
_PERSON = (
    r"nationals?|citizens?|m[ae]n|wom[ae]n|males?|females?|girls?|boys?|family|origin|descent|ethnicity|ancestry|minority"
    r"|community|immigrants?|refugees?|mother|father|wife|husband"
)
_NOT_OF_A_PERSON = regex.compile(
    r"[ \-](?:Government|State|Republic|Constitution|law|legislation|authorities|(?:new )?[Ll]iras?|kronor|schillings?"
    r"|z[lł]ot[yi]s?|pounds|francs|marks?|Criminal|Civil|Penal|Code|Act|Parliament|Union|Commission|Convention|Court"
    r"|Council|dollars?|Bar|Embassy|Consulate|Airlines|language)\b|[ \-](?:Lives|Friends|Immigration)"
)

_AS_A_LANGUAGE = regex.compile(
    r"\b(?i:speaks?|spoke|speaking|language|into|served in|statement in|addressed in|written in|translated (?:from|to)"
    r"|fluent in|interpreter|read in|conducted in|English and|English or|in) "
    r"(?:\[)?(?:English|Spanish|French|Portuguese|Russian|Chinese|Arabic|Turkish|Polish|Albanian|Georgian|Ukrainian|Mam"
    r"|Wolof|Fulani|Ixil|Quechua|Garifuna|Karen|Hausa|Yoruba|Igbo|Tamil|K'iche'|Kaqchikel|Romanian|Vietnamese|Thai)$"
)


class DemographicRecognizer(NarrowingRecognizer):
    """The people, ethnic group, faith or race that somebody belongs to, in prose.

    Seen as "a Turkish national", "of Kurdish origin", "Jehovah's Witness" and "a black woman". After a label the
    nationality and descriptor recognizers claim it too. Not a government, a currency or a code of law ("Turkish
    liras"), not "American" as part of an institution's name.
    """

    category = Category.DEMOGRAPHIC
    shapes = (
        Shape(
            "people",
            rf"(?<![\w\-])(?=\p{{Lu}})(?P<id>(?:(?i:{PEOPLE})|{_ELSEWHERE})s?(?:[ \-](?:{_PERSON}))?)(?![\w])",
            0.25,
        ),
        Shape(
            "country and person",
            rf"(?<![\w\-])(?=\p{{Lu}})(?P<id>(?:{COUNTRY}|United Kingdom)(?: (?:nationals?|citizens?)))(?!\w)",
            0.3,
            cues=("national", "citizen"),
        ),
        Shape("group", rf"(?<![\w\-])(?=\p{{Lu}}|ind)(?P<id>(?:{_GROUPS})(?: (?:{_PERSON}))?)(?![\w])", 0.3),
        Shape("faith", rf"(?<![\w\-])(?=\p{{Lu}}|[acet])(?P<id>(?:{_FAITHS}))(?![\w])", 0.3),
        Shape(
            "race and person",
            r"\b(?P<id>(?:[Bb]lack|[Ww]hite|[Bb]iracial|[Mm]ixed[- ]race|[Ll]esbian|[Gg]ay|[Tt]ransgender|[Bb]isexual)"
            rf" (?:{_PERSON}))\b",
            0.3,
            cues=("black", "white", "racial", "race", "lesbian", "gay", "transgender", "bisexual"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a state's or a currency's adjective, not a language."""
        return not _NOT_OF_A_PERSON.match(text, end) and not _AS_A_LANGUAGE.search(text, max(0, start - 30), end)
