"""What form labels and table headings say their cells hold (law.md section 3: the fields of the forms).

Used by ``layout``, which finds the cell; a label beside its value on one line is the recognizers' own work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from redactor.model import Category, Role


@dataclass(frozen=True, slots=True)
class CellLabel:
    """A label: the whole text of a segment, case ignored, what its cell holds, and whose it is."""

    pattern: regex.Pattern[str]
    category: Category
    role: Role | None = None
    lines: int = 1
    """How many lines a cell under the label may have."""


def _label(pattern: str, category: Category, role: Role | None = None, lines: int = 1) -> CellLabel:
    return CellLabel(
        regex.compile(rf"(?:\d{{1,2}}[.)]?[a-z]?[.)]?\s+)?(?:{pattern})\s*(?:\([^)]*\))?\s*[:.]?", regex.IGNORECASE),
        category,
        role,
        lines,
    )


_NAME = Category.PERSON_NAME

LABELS: tuple[CellLabel, ...] = (
    _label(r"(?:(?:alien|respondent|subject|client|applicant|beneficiary|petitioner|detainee)(?:'s)?|your)\s+(?:full\s+)?name|subject ?/ ?alias|name of (?:alien|respondent|subject|client|detainee|noncitizen).*|respondent|beneficiary|petitioner|applicant|alien|detainee|noncitizen|client|arrestee|patient|target|(?:patient|target|student|tenant|resident|participant|defendant|victim)(?:'s)? name|(?:detainee|noncitizen|principal|derivative|inmate)(?:'s)? name|(?:alien|subject)s? ?/ ?(?:name|aliases)", _NAME, Role.SUBJECT),
    _label(r"family name\s*\(caps\)(?:\s*\(?first\)?\s*\(?middle\)?)?|family name(?:\s*\(last name\))?|last name|surname|given name(?:\s*\(first name\))?|first name|middle name|first\s+middle|first|middle|(?:complete )?last name|(?:last|family) ?name,? ?(?:and )?(?:first|given)(?: name)?(?:,? middle(?: name| initial)?)?|l-?name|f-?name|m\.?i\.?|apellidos?(?: (?:patern|matern)o)?|(?:primer |segundo )?(?:apellido|nombre)|nombres?|nombre(?:s y apellidos?| completo)|nom(?: de famille| et prénoms?| complet)?|prénoms?|nome(?: completo)?|sobrenome|siyati|non|non ak siyati|solicitante|declarante", _NAME, Role.SUBJECT),
    _label(r"name,? address,? and nationality of spouse.*|spouse(?:'s)? name|name of spouse.*|spouse|husband|wife|cónyuge|espos[oa]|conjointe?|cônjuge", _NAME, Role.SPOUSE, 2),
    _label(r"father'?s? name.*|mother'?s? (?:present and maiden )?names?.*|name of (?:father|mother).*|parents?|mother|father|padre|madre|nombre (?:del padre|de la madre)|père|mère|pai|mãe|filiação", _NAME, Role.PARENT, 2),
    _label(r"child(?:ren)?(?:'s)? names?|name of child(?:ren)?|minor(?:'s)? name|child(?:ren)?(?:\(ren\))?|dependents?|derivatives?|sons?|daughters?|hij[oa]s?|(?:nombres? de )?(?:los |sus )?hij[oa]s|enfants?|filh[oa]s?", _NAME, Role.CHILD, 3),
    _label(r"siblings?|brothers?|sisters?|(?:brother|sister|sibling)(?:'s)? names?|herman[oa]s?", _NAME, Role.SIBLING, 2),
    _label(r"(?:name of )?(?:abuser|perpetrator|trafficker)(?:'s)?(?: name)?", _NAME, Role.PERPETRATOR),
    _label(r"(?:name (?:or number )?of )?(?:interpreter|translator|intérprete|traductora?)(?:'s)?(?: name)?", _NAME, Role.INTERPRETER),
    _label(r"(?:name of )?(?:attorney|representative|accredited representative|attorney or (?:accredited )?representative|counsel|atty\.?|legal rep(?:resentative)?\.?|(?:attorney|counsel) of record|abogad[oa]|representante legal)(?:'s)?(?: name)?", _NAME, Role.REPRESENTATIVE),
    _label(r"(?:name of )?witness(?:es)?(?:'s)?(?: name)?|complainant|caller|reporting (?:party|person)|testigos?", _NAME, Role.WITNESS),
    _label(r"(?:issuing|arresting|apprehending|examining|certifying|case|deportation|immigration|assigned|booking|transport(?:ing)?|escort(?:ing)?|interviewing|reporting|processing|serving|lead|primary|duty|responding)?\s*officers?(?:'s)?(?: name)?|(?:case |special |lead )agents?(?: name)?|(?:arrested|served|processed|interviewed|apprehended|entered|posted|updated) by|user|(?:signature|name)(?: and (?:title|signature))? of (?:immigration |issuing |serving )?officer.*|by|team members?|team lead(?:er)?", _NAME, Role.OFFICER),
    _label(r"supervisor(?:'s)?(?: name)?|approving official|approved by", _NAME, Role.SUPERVISOR),
    _label(r"(?:immigration |presiding |assigned )?judge|ij", _NAME, Role.JUDGE),
    _label(r"(?:full |print(?:ed)? )?names?|last,? first(?: middle)?|aka|alias(?:es)?|also known as|other names? used|social security account name|nick ?names?|monikers?|street names?|maiden name|other names?|(?:emergency )?contact(?: name| person)|emergency|emergency contact|sponsor(?: name)?|defendant|victim|visitor|addressee|to see|visiting|student|tenant|resident|driver|passenger|employee|payee|name \(?(?:last|print|family|apellido).*", _NAME),
    _label(r"a[- ]?(?:#|no\.?|num(?:ber)?|file)s?|a-?file (?:no\.?|number|#)|número de extranjero|file ?#|a-?number|alien (?:registration )?(?:no\.?|number)|file (?:no\.?|number)|uscis\s*(?:#|number)|alien #", Category.A_NUMBER),
    _label(r"fins?(?: ?#| no\.?| number)?|fingerprint id", Category.FINS),
    _label(r"(?:subject|person|civ|encounter|detention|bond|case|eid|earm)(?: ?/ ?(?:eid|earm|case))? (?:id|no\.?|number|#)", Category.AGENCY_SYSTEM_ID),
    _label(r"event (?:no\.?|number|#)", Category.EVENT_NUMBER),
    _label(r"receipt (?:no\.?|number|#)", Category.RECEIPT_NUMBER),
    _label(r"(?:uscis )?online account (?:no\.?|number).*", Category.ONLINE_ACCOUNT),
    _label(r"(?:u\.?s\.? )?social security (?:no\.?|number).*|ssn", Category.SSN),
    _label(r"passport (?:no\.?|number).*|travel document (?:no\.?|number).*", Category.PASSPORT),
    _label(r"(?:form )?i-?94 (?:arrival.?departure )?(?:record )?(?:no\.?|number).*", Category.I94_NUMBER),
    _label(r"niv number|visa (?:no\.?|number)", Category.VISA_NUMBER),
    _label(r"f\.?b\.?i\.? (?:no\.?|number|#)|nysid(?: no\.?| number| #)?|sid|state id|arrest (?:no\.?|number|#)|inmate (?:no\.?|number|#)|warrant (?:no\.?|number)", Category.CRIMINAL_JUSTICE_ID),
    _label(r"(?:court )?docket(?: ?(?:no\.?|number|#))?|index (?:no\.?|number)|indictment (?:no\.?|number)", Category.DOCKET_NUMBER),
    _label(r"d\.?o\.?b\.?(?: ?/ ?age)?|date of birth(?: ?/ ?age)?|birth ?date|birthday|fecha de nacimiento|nacid[oa] el|date de naissance|data de nascimento|dat nesans|née? le", Category.DATE_OF_BIRTH),
    _label(r"age|edad|âge|idade|laj", Category.AGE),
    _label(r"(?:city, (?:province|state).*of birth|place of birth|city.*country of birth|birth ?place|p\.?o\.?b\.?|lugar de nacimiento|lieu de naissance|naturalidade|local de nascimento|kote (?:li|ou) fèt)", Category.PLACE_OF_BIRTH, lines=2),
    _label(r"country(?: of (?:citizenship|nationality|birth|origin))?|citizenship|nationality|co[cb]|citizen of|native of|ctry\.?|nacionalidad|ciudadanía|país(?: de (?:origen|nacimiento|ciudadanía))?|nationalité|pays(?: d'origine)?|nacionalidade|nasyonalite", Category.NATIONALITY),
    _label(r"height|weight|hair|eyes|cmplxn|complexion|race|ethnicity|religion", Category.DESCRIPTOR),
    _label(r"scars (?:and|,) marks.*|scars,? marks,? (?:and )?tattoos", Category.DISTINGUISHING_MARK, lines=2),
    _label(r"marital status|estado civil|état civil|situation matrimoniale|eta sivil", Category.MARITAL_STATUS),
    _label(r"(?:u\.?s\.?|home|mailing|current|foreign|safe mailing|physical|street|last known|residential)? ?address.*|number, street, city.*|residence|addr\.?|domicilio(?: actual)?|dirección(?: actual)?|adresse|endereço|adrès", Category.ADDRESS, lines=3),
    _label(r"(?:daytime |mobile |home |cell )?(?:tele)?phone(?: (?:no\.?|number))?|area code and phone number|tel\.?(?: (?:no\.?|#))?|(?:cell|mobile|contact)(?: (?:no\.?|number|#|phone))?|phone ?#|teléfono(?: celular)?|celular|téléphone|telefone|telefòn", Category.PHONE),
    _label(r"e-?mail(?: address)?|correo(?: electrónico)?|courriel", Category.EMAIL),
    _label(r"date, place,? (?:time,? )?and manner of last entry", Category.ENTRY_PLACE, lines=2),
    _label(r"date of (?:last )?(?:entry|arrival)|entry date", Category.ENTRY_DATE),
    _label(r"(?:place|port) of (?:last )?entry|passenger boarded at", Category.ENTRY_PLACE),
    _label(r"date of (?:action|arrest|encounter|apprehension)|arr(?:est)?\.? ?date|date ?/ ?hour|encounter date|arrested(?: on)?|date arrested", Category.ENFORCEMENT_DATE),
    _label(r"hearing date|next hearing|master date", Category.HEARING_DATE),
    _label(r"(?:arrest )?time|hour|time of arrest", Category.CLOCK_TIME),
    _label(r"part|courtroom|calendar|court part", Category.COURT_PART),
    _label(r"name and address of .*employer.*|employer(?: name)?|current employer", Category.EMPLOYER, lines=2),
    _label(r"occupation|type of employment|ocupación|profession|profissão", Category.OCCUPATION),
    _label(r"school(?: name)?", Category.SCHOOL),
    _label(r"(?:native |primary |preferred |best )?languages?(?: spoken)?|idiomas?|lengua materna|langues?|lang", Category.LANGUAGE),
    _label(r"signature(?: of (?:respondent|alien|applicant|client|subject).*)?|firma(?: del? .*)?|assinatura|siyati", Category.SIGNATURE),
    _label(r"status at entry|status when found|class of admission|coa", Category.VISA_FACT),
    _label(r"(?:license )?plate(?: (?:no\.?|number|#))?", Category.LICENSE_PLATE),
    _label(r"vin", Category.VIN),
    _label(r"driver'?s? licen[cs]e(?: (?:no\.?|number))?", Category.DRIVER_LICENSE),
)  # fmt: skip

PLAIN_HEADINGS = regex.compile(
    r"(?:\d{1,2}[.)]?[a-z]?[.)]?\s+)?(?:no\.?|#|seq\.?|row|date|location(?: code| of action)?|place|court(?:house)?|charge(?:s)?|charge code word\(s\)"
    r"|disposition|status|remarks|notes?|comments|team|unit|office|sex|county|at ?/ ?near|method.*|type(?: of employment)?|result|outcome|agency"
    r"|employed from/to|salary|monies due.*|fingerprinted\??|systems checks|number and nationality of minor children|scars and marks"
    r"|passport number and country of issue|passenger boarded at|form ?:? ?\(type and no\.?\).*|lifted|not lifted|narrative.*|notice (?:type|date)"
    r"|priority date|length of time illegally.*|immigration record|criminal record|received|officer|title|page|to|from|cc|subject|sent|see narrative"
    r"|street number(?: and name)?|relationship|obligor(?: (?:phone|address|name))?|amount|conditions?|records checked:?|memorandum|work product|loc\.?|team notes|court & docket|u\.?s\.? address|date/hour|date of (?:action|birth)|eyes|hair|cmplxn|f\.?b\.?i\.? number|country of citizenship|occupation|signature|family name.*)\s*[:.]?",
    regex.IGNORECASE,
)
"""Printed headings that claim nothing by themselves; some are also labels of a cell."""


_NUMBERED = regex.compile(
    r"\d{1,2}\.(?: ?[a-z]\.)?\s+\p{Lu}\p{Ll}|\d{1,2}\.(?: ?[a-z]\.)?$|Part [A-Z0-9]{1,3}\.|Page \d+ of \d+$"
    r"|\((?:if any|if applicable|mm/dd/yyyy)\)$|(?i:.*\((?:mo/yr|mm/yyyy)\))"
)
"""A form's numbered question, its number alone, or a legend: "13. Is this child in the U.S.?", "1.b.", "(if any)"."""


def printed(text: str) -> bool:
    """Whether the whole text is a form's own print: a label or heading, and so nobody's value."""
    stripped = text.strip(" _")
    known = label_of(stripped) is not None or PLAIN_HEADINGS.fullmatch(stripped) is not None
    return known or _NUMBERED.match(stripped) is not None


@lru_cache(maxsize=8192)
def label_of(text: str) -> CellLabel | None:
    """The label that the whole text is, or None."""
    stripped = text.strip()
    if not stripped or len(stripped) > 90:
        return None
    return next((label for label in LABELS if label.pattern.fullmatch(stripped)), None)
