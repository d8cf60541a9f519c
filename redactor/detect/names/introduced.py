"""People who say who they are, or are said to: statements, telephone notes, text messages."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.shape import CAPITALISED, NAME, PARTICLE
from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.model import Role
from redactor.offices import COUNSEL, COURT_STAFF, LINE_OFFICER, OFFICIAL, SUPERVISOR
from redactor.vocabulary import COMMON_WORDS, NOT_NAMES, only_vocabulary

_SELF = (
    r"(?:my|her|his|their|whose|the)(?:[ \n](?:full|legal|true|real|given|first|last|married|maiden))*[ \n]names?(?:[ \n](?:is|was|as|are)|'s)"
    r"|me[ \n]llamo|mi[ \n]nombre(?:[ \n]completo)?[ \n]es|se[ \n]llama(?:ba)?|su[ \n]nombre[ \n]es|je[ \n]m'appelle|je[ \n]soussignée?,?|s'appelle|mon[ \n]nom[ \n]est"
    r"|(?:non[ \n])?mwen[ \n](?:se|rele)|meu[ \n]nome[ \n](?:completo[ \n])?é|me[ \n]chamo|eu,"
    r"|identif(?:ied|ies|ying)[ \n](?:him|her|them)sel(?:f|ves)[ \n](?:only[ \n])?as|introduc(?:ed|ing)[ \n](?:him|her|them)self[ \n]as|gave[ \n](?:the|a|his|her)[ \n](?:false[ \n]|full[ \n])?name(?:[ \n]as|[ \n]of)?"
    r"|(?:later|subsequently|positively|previously|formally)[ \n](?:identified|determined|known|confirmed|found)[ \n](?:to[ \n]be|as)|believed[ \n]to[ \n]be|known[ \n]to[ \n](?:me|us)[ \n]as|(?:person|man|woman|individual|caller|male|female|subject|someone|somebody|guy|lady)[ \n](?:named|called|by[ \n]the[ \n]name[ \n]of|identified[ \n](?:only[ \n])?as)|(?:un|una)[ \n](?:hombre|mujer|señora?|persona)[ \n](?:llamad[oa]|de[ \n]nombre)"
)
_CAPITAL = regex.compile(rf"(?<![\p{{L}}])(?i:{_SELF})[ \n]*:?[ \n]?[\"“']?(?P<id>{NAME})")
_SMALL = regex.compile(
    r"(?<![\p{L}])(?:my name(?:'s| is|s)|me llamo|mi nombre es|soy(?= \p{Ll}+ (?:la|el|tu|su)\b)|this is(?= \p{Ll}+,? (?:ur|your|from|the|i)\b)|je m'appelle|mwen rele|me chamo)[ ]"
    r"(?P<id>\p{Ll}[\p{Ll}'\-]+(?:[ ]\p{Ll}[\p{Ll}'\-]+){0,3})"
)
_STOPS = regex.compile(
    r"[ ](?:and|i|im|i'm|you|the|a|y|o|de parte|el|la|los|tengo|vivo|soy|nac[ií]|from|from|with|was|at|calling|ur|your|tu|su|e|moro|et|j'ai|ak|nan|que|my|is|am|in|on|to|for)(?:[ ].*|$)"
)
_CALLING = regex.compile(
    rf"(?<![\p{{L}}])(?i:this is|it's|here is|habla|soy|le habla|hablo con|speaking with)[ ](?P<id>{CAPITALISED}(?:[ ](?:{PARTICLE}[ ])?{CAPITALISED}){{0,3}})"
    r"(?=,?[ ](?i:calling|from|with|again|speaking|here|at|writing|de|la (?:mam|espos|herman|hij)\p{L}+|el (?:pap|espos|herman|hij)\p{L}+|your|and i)\b|[.!]|\n|$)"
)
_SWORN = regex.compile(
    rf"(?<![\p{{L}}])(?:I|Yo|Je|Eu|We|Nosotros),[ \n](?P<id>{NAME})(?:,[ \n][^,\n.]{{1,40}})?,?[ \n](?:an?[ \n]|the[ \n]|of[ \n]|am[ \n]|hereby|declare|state|swear|being|do[ \n]|certify|make|affirm|resid|depose|was|have|age[d ]|born"
    r"|under|solemnly|declar|juro|bajo|mayor|nacid|de[ \n](?:nacionalidad|\d)|con[ \n]|identificad|portador|vivo|certif|née?|demeurant|residente|brasileir|inscrit)"
)
_APPLIES = regex.compile(
    r"(?<!\p{L})(?:I[ \n](?:am[ \n])?(?:seek(?:ing)?|appl(?:y|ied|ying)[ \n]for|request(?:ing)?|ask(?:ing)?[ \n]for)[ \n](?:an?[ \n])?(?i:asylum|withholding|protection|[UT][ ]visa|relief[ \n]from[ \n]removal)"
    r"|I[ \n](?:fear|am[ \n]afraid[ \n](?:of|to))[ \n](?:return|going[ \n]back|my[ \n](?:husband|wife|abuser))|[Mm]y[ \n](?:abuser|trafficker))(?!\p{L})"
)
"""What the noncitizen says in a declaration; an officer or a lawyer who declares may quote it."""
_DECLARES_IN_OFFICE = regex.compile(
    rf"(?<!\p{{L}})(?:I[ \n])?am[ \n](?:(?:currently|presently|employed|as)[ \n])*(?:an?|the)[ \n](?i:{LINE_OFFICER}|{SUPERVISOR}|{OFFICIAL}|{COUNSEL}|{COURT_STAFF}|attorney|lawyer|counsel|paralegal|partner)(?!\p{{L}})"
)

_HEADING = regex.compile(
    rf"(?<!\p{{L}})(?:(?:Sworn|SWORN|Supplemental|SUPPLEMENTAL)[ ])?(?:affirmations?|declarations?|affidavits?|testimony|(?:sworn[ ])?statements?|Affirmation|AFFIRMATION|Declaration|DECLARATION|Affidavit|AFFIDAVIT|Statement|STATEMENT|Testimony|TESTIMONY|Interview|INTERVIEW|Deposition|DEPOSITION)[ ](?:of|OF)[ \n](?P<id>{NAME})(?=[ ]*(?:$|\n|,|\t|\(|\.|in[ ]|IN[ ]))"
)
_REVEREND = regex.compile(
    rf"(?<!\p{{L}})(?:Rev(?:erend)?|Pastor|Fr|Imam|Rabbi|Prof(?:essor)?|Sister|Brother|Hermana|Hermano|Padre|Pastora|Deacon)\.?[ \n](?P<id>{NAME})"
)
_ACQUAINTED = regex.compile(
    rf"(?<!\p{{L}})(?:I|We|we)[ \n](?:have[ \n]|had[ \n]|am[ \n]|was[ \n])?(?:known|knew|know|met|accompanied|accompany|represent(?:ed|ing)?|married|marry|treated|treat|helped|thank|taught|interviewed|evaluated|employ(?:ed)?)[ \n](?:an?[ \n]client,[ \n])?(?P<id>{NAME})(?:,?[ \n](?:and|y)[ \n](?P<second>{NAME}))?"
)
_ITSELF = regex.compile(rf"(?P<id>{NAME}),?[ \n](?:who[ \n])?identified[ \n](?:him|her|them)sel(?:f|ves)")
_UNNAMED = frozenset(
    "sorry sure fine ok okay ready going calling here not very so my your the a an being in from afraid scared".split()
)


class IntroducedRecognizer(ZoneRecognizer):
    """ "My name is Ana Ejemplo", "I, Wen Muster, declare", "identified himself as Kai", "me llamo ana ejemplo", "this is
    Rosa Muster calling from Queens".

    Not "this is Court business", not "I am sorry".
    """

    cues = regex.compile(
        r"(?i)name|nombre|nome\b|nom\b|llam|soy|this is|it's|habla|speaking|identif|introduc|named|called|\b(?:I|Yo|Je|Eu|We|Nosotros),|appelle|soussign|later|believed|known|\b(?:of|OF)\s\p{Lu}|rev|pastor|imam|rabbi|prof|sister|brother|herman|padre|deacon|\b(?:I|We) |mwen|chamo"
    )

    def told(self, text: str) -> Iterator[Told]:
        """Names after such words, in capitals or, as people write messages, in small letters."""
        for match in _CAPITAL.finditer(text):
            value = match["id"]
            if not only_vocabulary(value):
                own = regex.match(r"(?i)my|me|mi|je|mwen|meu|eu|non", match[0])
                yield Told(*match.span("id"), Role.SUBJECT if own else None, 0.85, "introduced")
        for match in _CALLING.finditer(text):
            if not only_vocabulary(match["id"]):
                yield Told(*match.span("id"), None, 0.75, "who calls")
        for match in _SWORN.finditer(text):
            if not only_vocabulary(match["id"]):
                applies = _APPLIES.search(text, match.end()) and not _DECLARES_IN_OFFICE.search(text, match.start())
                yield Told(*match.span("id"), Role.SUBJECT if applies else None, 0.85, "who declares")
        for pattern, shape in (
            (_HEADING, "whose statement"),
            (_REVEREND, "of a church"),
            (_ACQUAINTED, "acquainted"),
            (_ITSELF, "who identified"),
        ):
            for match in pattern.finditer(text):
                for group in ("id", "second") if "second" in pattern.groupindex else ("id",):
                    if match[group] and not only_vocabulary(match[group]):
                        yield Told(*match.span(group), None, 0.8, shape)
        for match in _SMALL.finditer(text):
            value = _STOPS.sub("", match["id"])
            words = value.split()
            if words and words[0] not in NOT_NAMES and words[0] not in COMMON_WORDS and words[0] not in _UNNAMED:
                yield Told(
                    match.start("id"), match.start("id") + len(value), Role.SUBJECT, 0.7, "introduced in small letters"
                )
