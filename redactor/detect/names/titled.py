"""Names after a title, an honorific or a word that says what somebody is to somebody."""

from __future__ import annotations

from redactor.detect.names.base import NamePattern, NameRecognizer
from redactor.detect.names.shape import ANY_ORDER, NAME
from redactor.model import Role
from redactor.offices import ANY, JUDGE_LETTERS, LINE_CODE

_TURN = r"\*?(?:,?[ ]*\*?[ ]?\(?|[ ]*(?:,|-|/|\n)[ ]*)(?<=[,(\-/\n][ *]{0,2})(?:(?:an?|the)[ ])?"
"""Between a name and the office behind it: a comma, a bracket, a dash, a line end, and an article."""

_NUMBER = r"(?:[ ]?\(?(?:(?i:badge|shield|tax|star|id)(?:[ ](?i:no\.?|number|#))?[ :]*)?#?[ ]?\d{2,7}\)?,?)?"
"""An officer's number between title and name."""

_LINK = r"[ ]*(?:[,:]|-(?=[ ]))?(?:[ ]|[ ]?\n[ ]?)"
_NAMED = r"(?:,?[ \n](?:named|called|identified[ \n]as|known[ \n]as|is|was|were|are)(?:[ \n]one)?)?,?"


def _relation(words: str) -> str:
    """The relation, then a name; "her husband, Juan Ejemplo" and "U.S. citizen child: ANA EJEMPLO" alike."""
    return rf"(?<!\p{{L}})(?i:{words}){_NAMED}(?:[ ]*:)?(?:[ ]|[ ]?\n[ ]?)\(?(?:(?:{ANY})[ ])*(?P<id>{ANY_ORDER})"


class TitledNameRecognizer(NameRecognizer):
    """Title or relation and name: "SDDO J. SAMPLE", "her husband Juan Ejemplo", "Mrs. Muster".

    Not an office without a holder ("the Field Office Director approved"): the next word is no name there.
    """

    patterns = (
        NamePattern("title", rf"(?<!\p{{L}})(?P<title>{ANY})(?:,?[ ](?:{ANY})(?![^\W\d_]))*{_NUMBER}{_LINK}(?P<id>{NAME})", Role.OFFICER, 0.88),
        NamePattern(
            "title behind",
            rf"(?<!\p{{L}})(?P<id>{NAME})(?:{_TURN}(?P<title>{ANY})(?![\p{{L}}]|\.\p{{L}}|[ \t]+\p{{Lu}}\p{{Ll}}+[ ]\p{{Lu}}\p{{Ll}})|,?[ ](?P<letters>{JUDGE_LETTERS})|,?[ ]\(?(?i:badge|shield)(?:[ ](?i:no\.?|number|#))?[ :#]*\d{{2,7}})",
            Role.OFFICER,
            0.86, anchored_behind=True),
        NamePattern(
            "title in the next cell",
            rf"(?<!\p{{L}})(?P<id>{NAME})(?:[ ]*\t[ ]*(?:Title[ ]?:[ ]*)?|[ ]{{1,8}})(?P<title>{ANY})(?![\p{{L}}])(?=[ ]*(?:\t|\n|$|[ ]{{3}}|\d))",
            Role.OFFICER,
            0.8, anchored_behind=True),
        NamePattern(
            "officer's act",
            rf"(?<!\p{{L}})(?:(?i:approved|authori[sz]ed|concurred|reviewed|issued|countersigned|witnessed|prepared|(?:served|read)[ ](?:up)?(?:on|to)[ ](?:the[ ])?(?:alien|respondent|subject))[ \n](?i:by)[ ]?:?|(?i:approved|concur(?:red)?)[ ]?:)[ \n](?P<id>{NAME})",
            None,
            0.7,
        ),
        NamePattern(
            "over an officer's legend",
            rf"(?m)^[ ]*(?P<id>{NAME})(?=[ ]*(?:\t[^\n]*)?\n[ ]*\(?(?i:(?:name[ ]and[ ])?(?:signature|name)(?:[ ]and[ ]title)?[ ]of[ ](?:the[ ])?(?:authori[sz]ed[ ]|immigration[ ]|issuing[ ]|serving[ ])?officer))",
            Role.OFFICER,
            0.8,
        ),
        NamePattern(
            "second of two officers",
            rf"(?<!\p{{L}})(?:(?i:officers|agents)|{LINE_CODE})[ ]{NAME}(?:,[ ]{NAME})*(?:,?[ \n]and[ \n]|/)(?P<id>{NAME})",
            Role.OFFICER,
            0.86,
        ),
        NamePattern("signed", rf"/[sS]/[ _]*(?P<id>{NAME})", None, 0.7),
        NamePattern("spouse", _relation(r"(?:husband|wife|spouse|fianc[eé]e?|girlfriend|roommate|housemate|godmother|godfather|(?:ex-|former[ ])(?:husband|wife|boyfriend|girlfriend|partner)|(?<!law[ ])partner)"), Role.SPOUSE, 0.85),
        NamePattern("child", _relation(r"(?:sons?|daughters?|child|children|baby|girls?|boys?|kids?|twins|newborn|minors?|stepson|stepdaughter|niece|nephew|grandson|granddaughter)"), Role.CHILD, 0.85),
        NamePattern("parent", _relation(r"(?:mother|father|mom|dad|stepfather|stepmother|grandmother|grandfather|aunt|uncle|guardian)"), Role.PARENT, 0.85),
        NamePattern("sibling", _relation(r"(?:brothers?|sisters?|cousins?|auntie?s?|half-brother|half-sister|sibling)"), Role.SIBLING, 0.85),
        NamePattern("perpetrator", _relation(r"(?:abuser|batterer|trafficker|perpetrator|assailant|boyfriend|codefendant|co-defendant)"), Role.PERPETRATOR, 0.8),
        NamePattern("deed", rf"(?<!\p{{L}})(?:against|prosecution[ ]of|(?:victim|survivor)[ ]of|struck[ ]by|choked[ ]by|strangled[ ]by|punched[ ]by|attacked[ ]by|trafficked[ ]by|threatened[ ]by|abused[ ]by|beaten[ ]by|held[ ]by|hit[ ]by|assaulted[ ]by|raped[ ]by|stalked[ ]by)(?:[ ]|[ ]?\n[ ]?)(?:(?:{ANY})[ ])*(?P<id>{ANY_ORDER})", Role.PERPETRATOR, 0.8, least_words=2),
        NamePattern("witness", _relation(r"(?:witness|neighbor|coworker|co-worker|roommate|landlord|informant|advocate|counselor|social[ ]worker|case[ ]manager|teacher|friend)"), Role.WITNESS, 0.82),
        NamePattern("representative", _relation(r"(?:(?<!states[ \n])(?<!u\.s\.[ ])attorney(?![ ]general)|lawyer|counsel|(?:accredited[ ]|legal[ ])?representative|represented[ ]by)"), Role.REPRESENTATIVE, 0.8),
        NamePattern(
            "representative behind",
            rf"(?<!\p{{L}})(?P<id>{NAME}),?(?:[ ]Esq\.?,?)?[ \n](?:(?:the|an?)[ ])?(?i:attorneys?|counsel|lawyer|representative)[ ](?i:for|to|of)[ ](?:(?i:the)[ ])?(?i:petitioners?|respondents?|applicants?|beneficiary|detainee|alien|noncitizen|child|minor|mother|father|client)",
            Role.REPRESENTATIVE,
            0.85, anchored_behind=True),
        NamePattern("interpreter", _relation(r"(?:interpreter|translator|interpreted[ ]by|translated[ ]by)"), Role.INTERPRETER, 0.85),
        NamePattern("subject", _relation(r"(?:respondent|applicant|petitioner|beneficiary|detainee|SUBJECT|target|alien|noncitizen|self-petitioner|encountered|apprehended|arrested|obligor|sponsor)"), Role.SUBJECT, 0.85, least_words=2),
        NamePattern(
            "who was hurt or applied",
            rf"(?<!\p{{L}})(?P<id>{NAME})(?:,[ \n][^,.;\n]{{1,40}},)?[ \n](?:(?:is|was)[ \n](?:the|a|an)[ \n](?:\p{{Ll}}+[ ]and[ ])?(?:victim|survivor|self-petitioner|asylum[ ]seeker)(?!\p{{L}})|filed[ \n](?:an?|her|his|their)[ \n](?:Form[ ])?(?:I-360|I-914|I-918|I-589|VAWA|self-petition|[UT][ ]visa)(?!\p{{L}}))",
            Role.SUBJECT,
            0.88, anchored_behind=True),
        NamePattern("subject named", _relation(r"(?:identified[ ]as|gave[ ](?:her|his|their)[ ]name[ ]as|name[ ]is|in[ ]the[ ]name[ ]of|on[ ]behalf[ ]of|me[ ]llamo|mi[ ]nombre[ ]es|(?<!\p{L})yo|usted[ ]es|suscrit[oa]|took|detained)"), Role.SUBJECT, 0.85),
        NamePattern("beside an A-Number", rf"(?<!\p{{L}})(?P<id>{ANY_ORDER})[ ]*[,(\[]?[ \t]*(?:A[ ]?(?:#|-|No\.?|file)?[ :.\-]*|(?i:file[ ]?(?:no\.?|#)?[ :]*))\d{{2,3}}[\- ]?\d{{3}}[\- ]?\d{{3}}", Role.SUBJECT, 0.88, told=True, anchored_behind=True),
        NamePattern("party", rf"(?<!\p{{L}})(?P<id>{ANY_ORDER}),?[ \t\n]*(?:\([^)\n]{{0,40}}\),?)?[ \t\n]*(?i:(?:self-)?petitioner|respondent|complainant|obligor|peticionari[oa]|solicitante)s?(?![\p{{L}}])", Role.SUBJECT, 0.82, least_words=2, anchored_behind=True),
        NamePattern("relacion", rf"(?<!\p{{L}})(?:mi[ ])?(?i:espos[oa]|marido|pareja|novi[oa]|hij[oa]|hijastr[oa]|madre|padre|herman[oa]|ti[oa]|tía|tío|prim[oa]|abuel[oa])s?,?[ \n](?P<id>{ANY_ORDER})", Role.SPOUSE, 0.82),
        NamePattern("trato", rf"(?<!\p{{L}})(?i:señora?|señorita|licenciad[oa]|lic\.|abogad[oa]|doctora?|don|doña)[ \n](?P<id>{NAME})", None, 0.75),
        NamePattern("law firm", rf"(?<!\p{{L}})(?P<id>{NAME}(?:,?[ ]&[ ]{NAME})?(?:[ ]\p{{Lu}}\p{{L}}+){{0,3}},?[ ](?:LLP|PLLC|P\.L\.L\.C\.|P\.C\.|LLLP|Law[ ](?:Offices?|Firm|Group)))(?!\p{{L}})", None, 0.75, told=True),
        NamePattern(
            "second of two",
            rf"(?<!\p{{L}})(?i:sons|daughters|children|brothers|sisters|cousins|parents|witnesses|kids){_NAMED}[ \n]{NAME},?[ \n]and[ \n](?P<id>{NAME})",
            Role.CHILD,
            0.8,
        ),
        NamePattern("honorific", rf"(?<!\p{{L}})(?:Mr|Mrs|Ms|Miss|Mx|Sr|Sra|Srta|Señora?|Don|Doña|Dr|Md|Mst|Mme|Madame|MR|MRS|MS)\.?[ ](?P<id>{NAME})", None, 0.7),
    )  # fmt: skip
