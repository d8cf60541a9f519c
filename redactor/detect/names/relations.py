"""Names after a word for a relation, in lists and in the languages of these papers."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.message_words import ORDINARY
from redactor.detect.names.shape import CAPITALISED, INITIAL
from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.detect.recognizer import Search
from redactor.lexicon import fold, is_english
from redactor.model import Role
from redactor.vocabulary import only_vocabulary

_WORD = rf"(?:(?:(?i:de la|de los|del|de|da|dos|das|van|von|el|al|bin|ibn)[ ])?(?:{CAPITALISED}|{INITIAL}))"
_ONE = rf"{_WORD}(?:(?:[ ]|[ ]?\n[ ]?){_WORD}){{0,5}}"
"""One name of a list: "y" and "e" part two names here, though they may stand inside one."""

_RELATIONS: tuple[tuple[str, Role], ...] = (
    (r"(?:mi|su|tu|nuestr[oa]|el|la)[ \n](?:ex[ \n\-]?)?(?:espos[oa]|marido|mujer|pareja|novi[oa]|compañer[oa]|concubin[oa]|cónyuge)|(?:espos[oa]|viuda|mujer|compañera)[ \n]de|casad[oa][ \n]con"
     r"|(?:mon|ma|son|sa)[ \n](?:mari|femme|époux|épouse|conjointe?|compagnon|compagne)|(?:mari|épou[sx]e?|veuve)[ \n]de|mariée?[ \n](?:à|avec)|(?:meu|minha|seu|sua)[ \n](?:marido|espos[oa]|mulher|companheir[oa]|namorad[oa])"
     r"|(?:mari|madanm)[ \n](?:mwen|li)|(?:marries|married|divorce[sd]|weds|wed)(?:[ \n]to)?|(?:widow|wife|husband|spouse|ex-wife|ex-husband)[ \n]of", Role.SPOUSE),
    (r"(?:mis?|sus?|tus?|nuestr[oa]s?|l[oa]s|el|la)[ \n](?:hij[oa]s?|hijastr[oa]s?|niñ[oa]s?|niet[oa]s?|sobrin[oa]s?|beb[eé]|menor(?:es)?)|(?:mon|ma|mes|son|sa|ses)[ \n](?:fils|fille|enfants?|bébé)"
     r"|(?:meus?|minhas?|seus?|suas?)[ \n](?:filh[oa]s?|net[oa]s?|sobrinh[oa]s?)|(?:pitit|timoun)[ \n](?:mwen|li)", Role.CHILD),
    (r"(?:mi|su|tu|la|el)[ \n](?:mam[áa]|pap[áa]|madre|padre|suegr[oa]|abuel[oa]|tí[oa]|padrastro|madrastra)|hij[oa][ \n](?:legítim[oa][ \n])?de|(?:ma|mon|sa|son)[ \n](?:mère|père|tante|oncle|grand-mère|grand-père)|fils[ \n]de|fille[ \n]de"
     r"|(?:meu|minha|seu|sua)[ \n](?:mãe|pai|avó|avô|tia|tio)|filh[oa][ \n]de|(?:manman|papa)[ \n](?:mwen|li)|(?:son|daughter|child|children)[ \n]of(?![ \n](?:the|a|an)\b)", Role.PARENT),
    (r"(?:mis?|sus?|tus?)[ \n](?:herman[oa]s?|prim[oa]s?|cuñad[oa]s?)|(?:mon|ma|mes|son|sa)[ \n](?:frère|sœur|soeur|cousine?)s?|(?:meus?|minhas?|seus?|suas?)[ \n](?:irmã(?:o|s)?|irmãos|prim[oa]s?)|(?:frè|sè|kouzen|kouzin)[ \n](?:mwen|li)|(?:my|his|her|their|the)[ \n](?:brother|sister|mother|father|son|daughter)-in-law|(?:brother|sister|sibling|cousin)[ \n]of", Role.SIBLING),
    (r"(?:mi|su|el|la)[ \n](?:agresor|abusador|golpeador|traficante|patr[oó]n|patrona)|(?:meu|seu|o)[ \n]agressor|(?:mon|son)[ \n]agresseur", Role.PERPETRATOR),
    (r"(?:our|its|their|the[ \n](?:shelter|school|clinic|agency|center)'s)[ \n](?:executive[ \n]|program[ \n]|clinical[ \n])?(?:director|manager|principal|coordinator|supervisor)|(?:mi|su|la|el)[ \n](?:vecin[oa]|amig[oa]|comadre|compadre|testigo|consejer[oa]|maestr[oa])|(?:meu|minha|seu|sua)[ \n](?:vizinh[oa]|amig[oa])|(?:mon|ma|son|sa)[ \n](?:voisine?|amie?)", Role.WITNESS),
    (r"(?:mi|su|el|la)[ \n](?:abogad[oa]|licenciad[oa]|representante)|(?:mon|son)[ \n]avocate?|(?:meu|minha|seu|sua)[ \n]advogad[oa]", Role.REPRESENTATIVE),
)  # fmt: skip
_NAMED = r"(?:[,:]?[ \n](?:se[ \n]llama(?:n|ba)?|llamad[oa]s?|que[ \n]se[ \n]llama|es|son|s'appelle(?:nt)?|rele|se[ \n]chama(?:m)?|chamad[oa]s?|é|named|called|señora?|don|doña|is|was))?[,:]?[ \n]\(?"
_SEARCHES = tuple(
    (Search("relation", rf"(?<!\p{{L}})(?i:{words}){_NAMED}(?P<id>{_ONE})"), role) for words, role in _RELATIONS
)
_WHOSE = r"(?:his|her|my|their|our|mi|su|tu|mon|ma|sa|meu|minha|seu|sua)"
_BEHIND_WORDS: tuple[tuple[str, Role], ...] = (
    (r"(?:ex-?|former[ \n]|common-law[ \n])?(?:wife|husband|spouse|girlfriend|boyfriend|fiancée?|partner|espos[oa]|marido|pareja|novi[oa]|mari|femme|mulher)", Role.SPOUSE),
    (r"(?:\w+-year-old[ \n])?(?:son|daughter|child|baby|hij[oa]|fils|fille|filh[oa])", Role.CHILD),
    (r"(?:mother|father|mom|dad|madre|padre|mamá|papá|aunt|uncle|grandmother|grandfather|mère|père|mãe|pai)", Role.PARENT),
    (r"(?:brother|sister|cousin|herman[oa]|prim[oa]|frère|sœur|irmã(?:o)?)", Role.SIBLING),
    (r"(?:abuser|trafficker|agresor)", Role.PERPETRATOR),
    (r"(?:neighbou?r|landlord|landlady|friend|coworker|employer|boss|teacher|pastor|roommate|counselor|vecin[oa]|amig[oa])", Role.WITNESS),
    (r"(?:attorney|lawyer|abogad[oa]|representative)", Role.REPRESENTATIVE),
    (r"(?:client|patient|student|tenant)", Role.SUBJECT),
)  # fmt: skip
_BEHIND = tuple((regex.compile(rf"(?i){words}(?!\p{{L}})"), role) for words, role in _BEHIND_WORDS)
_APPOSED = regex.compile(
    rf",[ \n](?:(?i:{_WHOSE})|(?i:an?|the)(?=[ \n](?:neighbou?r|coworker|friend|landlord|pastor)))[ \n](?P<relation>[\p{{L}}\-]+(?:[ \n]\p{{L}}+)?)"
)
_NAME_BEFORE = regex.compile(rf"(?<!\p{{L}})(?P<id>{_ONE})$")
_NAME_LENGTH = 60
"""Code points of the longest name that is looked for before a relation."""

_OF = regex.compile(
    rf"(?<!\p{{L}})(?i:landlord|landlady|teacher|neighbou?r|friend|pastor|priest|employer|doctor|physician|therapist|counselor|attorney|lawyer|advocate|supervisor|coworker|client|aunt|uncle|niece|nephew|mother|father|grandmother|godmother|roommate)"
    rf"[ \n](?:of|for)[ \n](?P<id>{_ONE}(?:,[ ]{_ONE}(?=[ \n]and[ \n]))?)(?:,?[ \n]and[ \n](?:of[ \n])?(?P<second>{_ONE}))?"
)
_CLIENT = regex.compile(
    rf"(?<!\p{{L}})(?i:(?:my|our|your|the|a|this|said)[ \n](?:client|patient|student|tenant|parishioner|resident)s?|mi[ \n]client[ea]),?[ \n]+(?P<id>{_ONE})"
)
_SMALL = regex.compile(
    r"(?<![\p{L}])(?:abogada?|licenciada|kid|my kid|eyes on|wife|wifey|husband|hubby|gf|bf|girlfriend|boyfriend|ex|son|daughter|sister|brother|bro|sis|cousin|prima|primo|hermana|hermano|hija|hijo|esposa|esposo|marido|tia|tio|mama de|papa de|lawyer|atty|mom|baby|vecina|comadre|compadre|named|un tal|una tal|llamada|llamado)(?P<pause>,?)[ ](?P<id>\p{Ll}[\p{Ll}'\-]+(?:[ ]\p{Ll}[\p{Ll}'\-]+){0,2})"
)
_CHECKED = regex.compile(
    r"(?i)(?<![\p{L}])(?:run|check|query|lookup|look up|search)[ ](?:on[ ])?(?P<id>\p{L}[\p{L}'\-]+(?:[ ]\p{L}[\p{L}'\-]+){1,3}),?[ ](?=dob\b|d\.o\.b|a ?#|\d)"
)
_LISTED = regex.compile(
    rf"(?<!\p{{L}})(?P<of>(?i:officers|agents|detectives|deportation officers|special agents|team(?: members)?|supervisors|children|kids|sons|daughters|minors|minor children|siblings|brothers|sisters|parents|witnesses|dependents|derivatives|hij[oa]s|herman[oa]s|enfants|filhos)(?:'s names)?)"
    rf"(?:[ ]?\([^()\n]{{1,20}}\))?(?:,?[ \n](?:named|called|are|is|were|llamad[oa]s|son|se llaman))?[ ]?[:,\-]?[ \n\t]{{1,2}}(?P<id>{_ONE}(?:,[ ]{_ONE}(?=[ ]?(?:;|\n|$)))?)"
)
_ASIDE = r"(?:[ ]?[,(][ ]?(?:age[d]?[ ]?\d+|\d{1,2}(?![\d/])(?: ?years? old| ?años| ?yrs?)?|born[^,;()\n]{1,30}|DOB[^,;()\n]{1,20}|(?:in[ ])?\d{4}|nacid[oa][^,;()\n]{1,30}|[^,;()\n]{0,20}\d[^,;()\n]{0,14})\)?)?"
_NEXT = regex.compile(
    rf"{_ASIDE}[ ]?(?:,[ \n](?:and|y|e|et)[ \n]|,[ \n]|;[ \n]|[ \n](?:and|y|e|et|&)[ \n])[\"“]?(?P<id>{_ONE})"
)
_LIST_ROLES = (
    (regex.compile(r"(?i)child|kid|son|daughter|minor|hij|enfant|filh|depend|deriv"), Role.CHILD),
    (regex.compile(r"(?i)sibl|brother|sister|herman"), Role.SIBLING),
    (regex.compile(r"(?i)parent"), Role.PARENT),
    (regex.compile(r"(?i)witness"), Role.WITNESS),
    (regex.compile(r"(?i)officer|agent|detective|deportation|special|team"), Role.OFFICER),
    (regex.compile(r"(?i)supervisor"), Role.SUPERVISOR),
)
_MOST = 12


class RelationsRecognizer(ZoneRecognizer):
    """Relatives in lists and other languages: "children: Ana (age 5), Luis (7) and Sofía", "mi esposo Juan Ejemplo",
    "hija de Rosa Muster", "ma fille Awa", "minha mãe, Ana".

    Not a relation without a name ("mis hijos y yo").
    """

    def told(self, text: str) -> Iterator[Told]:
        """The names, those of lists with the role of the list."""
        for search, role in _SEARCHES:
            for match in search.matches(text):
                if not only_vocabulary(match["id"]):
                    yield Told(*match.span("id"), role, 0.83, "relation")
                    if role in (Role.CHILD, Role.SIBLING, Role.PARENT):
                        yield from _following(text, match.end("id"), role)
        for apposed in _APPOSED.finditer(text):
            whose = next((role for pattern, role in _BEHIND if pattern.match(apposed["relation"])), None)
            name = _NAME_BEFORE.search(text, max(0, apposed.start() - _NAME_LENGTH), apposed.start())
            if whose is not None and name is not None and not only_vocabulary(name["id"]):
                yield Told(*name.span("id"), whose, 0.83, "before a relation")
        for pattern, shape in ((_OF, "whose relation"), (_CLIENT, "client")):
            for match in pattern.finditer(text):
                for group in ("id", "second") if pattern is _OF else ("id",):
                    if match[group] and not only_vocabulary(match[group]):
                        yield Told(*match.span(group), Role.SUBJECT, 0.83, shape)
        yield from _in_small_letters(text)
        for match in _LISTED.finditer(text):
            role = next((role for pattern, role in _LIST_ROLES if pattern.match(match["of"])), Role.OTHER)
            if not only_vocabulary(match["id"]):
                yield Told(*match.span("id"), role, 0.83, "list of relatives")
                yield from _following(text, match.end("id"), role)


def _in_small_letters(text: str) -> Iterator[Told]:
    """Names that a text message writes small behind a relation, or an e-mail behind "run" and before a birthday. The
    words must be none of English or Spanish."""
    for match in _CHECKED.finditer(text):
        if not only_vocabulary(match["id"]):
            yield Told(*match.span("id"), Role.SUBJECT, 0.8, "to be checked")
    for match in _SMALL.finditer(text):
        end = match.start("id")
        for word in match["id"].split():
            if is_english(word) or fold(word) in ORDINARY:
                break
            end = text.index(word, end) + len(word)
        if end > match.start("id"):
            whose = next((role for pattern, role in _BEHIND if pattern.match(match[0])), None)
            yield Told(match.start("id"), end, whose, 0.65, "small letters behind a relation")


def _following(text: str, at: int, role: Role) -> Iterator[Told]:
    for _ in range(_MOST):
        match = _NEXT.match(text, at)
        if match is None or only_vocabulary(match["id"]):
            return
        yield Told(*match.span("id"), role, 0.8, "list of relatives")
        at = match.end("id")
