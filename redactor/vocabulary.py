"""Words that look like names in these papers and are none: forms, agencies, courts, places, the calendar, the law.

A claim whose every word stands here is no claim. The list is what the forms of law.md section 3 and federal captions
print; it is not English. A surname that is also one of these words is still found beside a label or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FORMS = """
oct nov dec sept feb aug jul preparing preparer person employee employees staffing
beneficiary beneficiaries parts refer completed bar school convention opinion membership torture mo yr
requestor derivative derivatives licensing licensed licensure
select options option regarding deceased divorced separated
continued regardless location locations current online account question questions departure applicable entity
authorized signatory organization recognized accreditation accredited aliases include included ethnic tribal gender
expiration requests desk inbox helpdesk mailbox madam signatures ste flr
custodial att rep attys weekly shift
act acts women violence obligor obligors relationship advisor advisors union liberties association foundation
coalition institute society federation council fund league network project clinic firm firma firmado office officina
obligee surety bondsman wherefore handwritten a action address addresses adult affidavit agency agent age alias
alien aliens also amended and any apartment appearance applicant application apprehension approval approved april
apt area arrest arrested arresting arrests article assistant at attached attachment attorney attorneys august
authority avenue basis before birth bond born box boxes brief building bureau by calendar camera case cases caption
category cause cc cell certificate certification certified chapter charge charges charged check checks chief child
children chronology circuit citizen citizenship city civil clerk client cmplxn code coc comment comments
commissioner committee complaint compliance complexion conditions confidential congress continuation contact control
copy counsel count country county court courthouse courtroom courts crime criminal custodian custody customs date
daily day days dear decision declaration defendant defendants denied department deponent deportable deportation
deputy describe description detainee detainer detention determination direct director disposition distribution
district division dob docket document documents domestic don drop duty ecf elements email employer employment
encounter enforcement english entered entry error et event evidence examining exhibit eyes facility facsimile family
father fax federal felony female field file filed final fin fingerprint fingerprinted fins first fleet following for
foreign form forms found from front full general given government grand group guilty hair hall hand hearing height
hereby history home homeland hon honorable hour hours house identification identity immigration in inadmissible
indictment information initials inmate inspection inspector instruction interpreter interview invoice island issue
issued issuing january february march may june july september october november december jr judge judicial
jurisdiction justice juvenile kind known language last law left legal letter line list location log magistrate
mailing male manner marital marks married master matter maiden me memorandum memo message method middle minor minors
miss misdemeanor missing mobile monday tuesday wednesday thursday friday saturday sunday month mother motion mr mrs
ms name names narrative nation national nationality native new next no none north not note notes notice notified
number numbers oath objection occupation of office officer officers official officials on operation operations
opinion or order ordered orders other own page pages parent parents parole part particulars parties passenger
passport paragraph pending people period permanent person personnel petition petitioner phone photo physical place
plaintiff plaintiffs plan please police policy position post precinct present principal print prior privilege
privileges pro probable procedure proceeding proceedings program prompt proof protection protective province
provisions public purpose race re received receipt record records recipient reference refugee region regional
registration registry relationship release relief removal reply report reported request requested residence
respondent respondents response result results return review right rights room route rule rules salary scars
schedule scope secretary section security see sensitive sent serial serious service served sex sheet shift signature
signed single sir social solicitor south southern northern eastern western east west special sponsor spouse staff
state statement states station status statute statutory street subject subjects summary supervising supervisor
supervisory supreme surname surveillance suspect suspected system systems table target team telephone testimony text
the thank this time times title to total town translator transport travel tribunal trial type unit united unknown
u.s us usc use user v valid vehicle verified victim violation visa visit visual voluntary vs waiver warning warrant
warrants weapon website weight widow widowed witness witnesses work worker worksheet year years yes you your zip am
pm est edt rev edition surrender refrain recognizance abstain mandatory staffing step steps terrace appear appears
failure representation alegations allegations hour floor th st nd rd applicable authorized acting affirmative appeal
appeals appellant appellants appellee appellees argument background conclusion discussion introduction table
contents authorities index exemption exemptions id ibid supra infra seq cf et al ex rel inc llc corp co ltd n/a
none unknown refused see attached redacted
"""
_CITATIONS = """
aff affd affs amici amicus ann app assn ass'n assoc br civ cir comm comms cong cert decl decls def defs dep'ts dept
dep't dist div dkt ed edn eng'rs env't evid exec exh fed gov gov't govt hist id ids int'l intl jur l.j l. lib mem
mgmt mot nat'l natl op ord org par pet pl plf pls pl.'s prac proc pub r.j reg regs rel rep reps res rev ser sess
stat subd summ supp tel tit tr univ vol wl id.
"""
_PLACES = """
kew gardens hempstead mineola flushing astoria corona elmhurst ridgewood harlem yonkers rochelle islip riverhead
rockaway
america american plains tip bail manhattan brooklyn queens bronx kings nassau suffolk westchester richmond staten
island york jersey newark hudson albany buffalo washington chicago texas hidalgo laredo brownsville mcallen eagle
pass paso tucson arizona nogales diego california florida miami atlanta georgia boston massachusetts connecticut
pennsylvania philadelphia virginia maryland baltimore columbia mexico guatemala honduras salvador nicaragua costa
rica panama colombia venezuela ecuador peru bolivia chile argentina brazil uruguay paraguay cuba haiti jamaica
dominican republic trinidad china india bangladesh pakistan nepal philippines vietnam korea russia ukraine poland
nigeria ghana senegal guinea gambia mali cameroon kenya egypt morocco yemen iraq iran syria afghanistan turkey
israel jordan lebanon spanish english french creole mandarin cantonese arabic bengali urdu hindi punjabi russian
ukrainian portuguese vietnamese wolof fulani mam kiche quiche k'iche' spain france canada
"""
_BODIES = """
ice dhs doj dos uscis cbp ero hsi eoir opla nypd fbi ins bia aao aclu foia vawa tps ina cfr usc osc oag nys nyc ny
nj sdny edny cis pcqs ident ncic iafis enforce earm eid cis2 claims central fugitive liberty plaza foley moynihan
varick javits aka fka nka ddo sddo do ieo iea iso siea so aod afod dfod fod sao auusa ausa esq dc
"""
_SENTENCE = """
a about above across admitted after again against all along also although am among an and another any are around as
ask asked at away back be became because been before began behind being below beneath beside besides between beyond
both but by call came can cannot carried come could did do does done down during each either else even every except
few following for found from further gave get give given go gone got had has have having he hence her here hereby
hereof herein hers him his how however i if in indeed inside instead into is it its just keep kept know known later
least left less let like likely lived lives made make many may maybe me meanwhile met might mine more most much must
my near nearby neither never next no nobody nor not nothing now of off often on once one only onto or other others
otherwise our out outside over own per perhaps please put rather said same saw say says seen sent shall she should
show shows since so some someone soon still stopped such take taken than that the their them then there therefore
thereof these they this those though three through throughout thus to today together told tomorrow took toward two
under unless until up upon us use used very via was we went were what when whenever where whereas whereby wherein
whether which while who whoever whom whose why with within without would yes yesterday yet you your
"""
NOT_NAMES = frozenset((_FORMS + _CITATIONS + _PLACES + _BODIES + _SENTENCE).split())
"""Folded to lower case."""

PARTICLES = frozenset(
    ("de del la las los y e da do dos das di du van von der den el al bin ibn bint san santa st abu ben le ter").split()
)
"""Words inside a name that do not begin it with a capital."""

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr sr sra do ddo sddo ieo sieo sa ssa bpa afod officer officers agent detective sergeant "
        "judge justice hon honorable the subject respondent applicant petitioner beneficiary alien client attorney "
        "interpreter"
    ).split()
)
"""Words before a name that are no part of it."""

COMMON_WORDS = frozenset(
    (
        "angel bush brown black best bell bird bishop bond brook brooks bright case church clay cook cross day dean "
        "fair field fields fisher ford fox forest forrest free friend gay gold good grace gray green grey hall hand "
        "hope house hunter hill joy key king knight lake lane law light little long love major marsh mason may mercy "
        "miller moon moore noble page parks paz peace pope power price prince queen rice rich ring rivers rose rush "
        "sales savage sharp short singer small snow stone street strong summer sun swan temple thorn walker wall ward "
        "waters way weeks west white wise wolf wood woods young christian faith english major marks will bill mark rob "
        "grant pat sue art drew chase hunter summer autumn dawn ray jean win so an do he she her his him in is it no "
        "on or to us we"
    ).split()
)
"""English words that are also names: alone, they are a name only where a name's company says so (law.md 4.5.3)."""

_IN_PROSE = re.compile(r"(?<!\S)[^\s@/\\]+(?!\S)")
"""A run without blanks that is no e-mail address, web address or path: these are small whatever they name."""
_SMALL = re.compile(r"(?<![\w.\-])[^\W\d_]{3,}(?!\w|\.\w)")


def small_words(text: str) -> Iterator[str]:
    """Words that running text writes in small letters, folded. In a line without any capital, as people write text
    messages, a small letter says nothing, so such lines do not count."""
    for line in text.split("\n"):
        if any(character.isupper() for character in line):
            for run in _IN_PROSE.findall(line):
                yield from (word.casefold() for word in _SMALL.findall(run) if word.islower())


_WORD = re.compile(r"[^\W\d_]+(?:['.\-][^\W\d_]+)*")


def words_in(text: str) -> list[str]:
    """The words of a text, apostrophes, points and hyphens inside them kept."""
    return _WORD.findall(text)


_NAMED_AFTER = (
    frozenset((_PLACES + " april june august may sunday friday monday grace hope joy rosa paz").split()) | COMMON_WORDS
)
"""Vocabulary that people are also called by: where a label says that a name stands here, these are one."""


_ALSO_NAMES = frozenset("bia ina eid ero".split())
"""Abbreviations that are somebody's name or nickname where only their first letter is a capital."""


def _folded_words(text: str) -> list[str]:
    """The text's words in small letters, parted at hyphens and points; a name that is also an abbreviation stays as it
    is written."""
    parts = [part for word in words_in(text) for part in re.split(r"[\-.]", word) if part]
    return [part if part.istitle() and part.lower() in _ALSO_NAMES else part.lower() for part in parts]


def only_print(text: str) -> bool:
    """Whether every word is a form's, a court's or a sentence's, and nobody is called by it."""
    words = _folded_words(text)
    return all(word in NOT_NAMES and word not in _NAMED_AFTER for word in words)


def only_vocabulary(text: str) -> bool:
    """Whether every word is one of these, so that the text names nobody."""
    words = _folded_words(text)
    return all(
        word in NOT_NAMES or word in PARTICLES or len(word) == 1 or word.removesuffix("'s") in NOT_NAMES
        for word in words
    )
