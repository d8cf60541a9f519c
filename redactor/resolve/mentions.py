"""Who is meant by one mention: all claims on it, the text around it and the people of the matter, weighed.

The law here is that doubt withholds. A name is given a role whose names are produced only

* by evidence at that very mention (a title, a signature, a row of officers, a form's label), for every word of it; or
* as the full name of a person for whom such evidence stands somewhere in the matter, and nothing speaks against; or
* as the surname of such a person who is in this document, where nobody else of the matter has that surname.

A protected person's full name outranks a title beside it, and a title outranks a protected person's bare surname, so
that DO Garcia and Maria Garcia can meet in one sentence. Whoever is a relative or did the harm stays that, in uniform
too: a plain "Officer" before such a person's surname is not enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redactor.model import Category, Detection, Document, Finding, Role, Span, SubjectId
from redactor.offices import Office, office_called
from redactor.resolve.colleagues import Row, rows_of_officers
from redactor.resolve.counsel import blocks_of_counsel
from redactor.resolve.names import fold, tokens
from redactor.resolve.office import Evidence, flat, name_in
from redactor.resolve.people import RELEASED_ROLES, Person, Registry
from redactor.resolve.roles import evidence_at
from redactor.vocabulary import NOT_NAMES, PARTICLES, TITLES

_MARGIN = 0.1
"""By how much a claim to a role that is released must outweigh one to a role that is not."""

_OUT_OF_OFFICE = frozenset({Role.SPOUSE, Role.PARENT, Role.SIBLING, Role.PERPETRATOR})
"""People who may be officers and are protected, or protect others by being unnamed, all the same."""

_OF_RECORD = Evidence(Office(Role.COUNSEL, own=False), 0.8, "in a block of counsel")
_REGISTRY, _NEIGHBOURS = "registry", "neighbours"
_SURNAME = 0.7
"""What a surname alone weighs in the second pass."""
_HONORIFICS = ("mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta", "don", "doña")
_SAYS_NOTHING = frozenset({Role.UNKNOWN, Role.OTHER})


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person of the registry with the words of all names."""

    person: Person
    words: frozenset[str]

    @property
    def released(self) -> bool:
        return self.person.role in RELEASED_ROLES


class Mentions:
    """The mentions of one document, asked one by one."""

    def __init__(
        self,
        document: Document,
        registry: Registry,
        claims: Sequence[Detection],
        subjects: Mapping[Detection, SubjectId],
    ) -> None:
        """``claims`` are all of the document, with those of the second pass, whose persons are in ``subjects``."""
        self._texts = {passage.address: flat(passage.text) for passage in document.passages}
        self._document = document.id
        self._counsel = blocks_of_counsel([document], claims)
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._subjects = subjects
        self._holders = {
            person.id: _Holder(person, frozenset().union(*(_telling(name.words) for name in person.names)))
            for person in registry.persons
        }
        self._by_word: dict[str, list[_Holder]] = {}
        for holder in self._holders.values():
            for word in holder.words:
                self._by_word.setdefault(word, []).append(holder)
        self._introduced = self._introductions(claims)
        self._in_uniform = self._uniforms(claims)

    def _introductions(self, claims: Sequence[Detection]) -> frozenset[str]:
        """Words of names that this document itself puts in office."""
        words: set[str] = set()
        for claim in claims:
            if claim.category is not Category.PERSON_NAME or claim.role not in RELEASED_ROLES:
                continue
            if claim.recognizer != _REGISTRY or len(self._words(claim.span)) > 1:
                words |= self._words(claim.span)
        return frozenset(words)

    def _uniforms(self, claims: Sequence[Detection]) -> Mapping[SubjectId, bool]:
        """Protected people whom this document calls by a title before the full name, and whether that title is one that
        only agencies and courts have: "my husband, Judge Juan Ejemplo"."""
        own: dict[SubjectId, bool] = {}
        for claim in claims:
            words = self._words(claim.span) if claim.category is Category.PERSON_NAME else frozenset()
            if len(words) < 2:
                continue
            alike = [h for h in self._by_word.get(next(iter(words)), ()) if words <= h.words]
            held = [h.person.id for h in alike if not h.released and h.person.role not in _SAYS_NOTHING]
            evidence = self._evidence(claim.span) if held else None
            if evidence and evidence.how == "title before":
                own |= {id_: own.get(id_, False) or evidence.office.own for id_ in held}
        return own

    def _words(self, span: Span) -> frozenset[str]:
        """The words of a name that tell somebody apart: no title, particle, initial or form word."""
        start, end = name_in(self._texts[span.passage], span.start, span.end)
        text = self._texts[span.passage][start:end]
        words = [word for word, _, _ in tokens(text) if len(word) > 1 and word not in TITLES]
        return _telling(words)

    def role_of(self, span: Span, category: Category, claims: Sequence[Detection]) -> Role:
        """The role of the finding at ``span`` that these claims make."""
        if category is Category.EMAIL:
            return self._of_mailbox(span, claims)
        if category is not Category.PERSON_NAME:
            return outweighing(claims)
        known = [claim for claim in claims if claim.role is not None and claim.role not in _SAYS_NOTHING]
        protected = [claim for claim in known if claim.role not in RELEASED_ROLES]
        direct = [claim for claim in known if claim.role in RELEASED_ROLES and claim.recognizer != _REGISTRY]
        words = self._words(span)
        against = max((self._weight(claim, words) for claim in protected), default=0.0)
        if not words and (office := office_called(self._texts[span.passage][span.start : span.end])):
            return office.role  # a title without its holder
        evidence = self._evidence(span) if any(claim.span == span for claim in claims) else None
        if evidence and evidence.score > against + _MARGIN and self._theirs(words, own=evidence.office.own):
            return evidence.role
        speaking = [claim for claim in direct if claim.score > against + _MARGIN]
        if speaking and self._stand(words, speaking):
            return max(speaking, key=lambda c: (c.score, len(self._words(c.span)), str(c.role))).role or Role.UNKNOWN
        if protected:
            return strongest(protected).role or Role.UNKNOWN
        return self._of_registry(span, words)

    def role_in_both(self, as_read: Finding, in_stream: Finding) -> Role:
        """The role of one place that was found in both orders of its page: each order has its own surroundings, so
        what lets a name stand must be seen as the page is read, and what protects may be seen in either."""
        if as_read.role in RELEASED_ROLES and in_stream.role not in RELEASED_ROLES | _SAYS_NOTHING:
            return in_stream.role
        return in_stream.role if as_read.role is Role.UNKNOWN and in_stream.role not in RELEASED_ROLES else as_read.role

    def _weight(self, claim: Detection, mention: frozenset[str]) -> float:
        """How much a protected claim weighs. A known person's surnames, two of them or with a particle, are surnames
        alone where ``mention`` has another given name: Officer Delroy de la Cruz is not Rosa de la Cruz."""
        if claim.recognizer == _NEIGHBOURS:
            return min(claim.score, _SURNAME)  # what it stretches is claimed by itself too
        if claim.recognizer != _REGISTRY:
            return claim.score
        text = self._texts[claim.span.passage][claim.span.start : claim.span.end]
        words = [word for word, _, _ in tokens(text) if word not in PARTICLES]
        if len(words) < 2:
            return min(claim.score, _SURNAME)
        own = self._words(claim.span)
        of = [self._holders[self._subjects[claim]]] if claim in self._subjects else list(self._holders.values())
        called = {
            name.given[0] for h in of if not h.released and own <= h.words for name in h.person.names if name.given
        }
        return min(claim.score, _SURNAME) if own < mention and called and not called & mention else claim.score

    def _stand(self, words: frozenset[str], speaking: Sequence[Detection]) -> bool:
        """Whether evidence at the mention speaks for all of it, and not for somebody else of that surname."""
        named: frozenset[str] = frozenset().union(*(self._words(claim.span) for claim in speaking))
        if not self._all_of_one(words, named):
            return False
        return self._theirs(words, own=any(self._of_agency(claim) for claim in speaking))

    def _theirs(self, words: frozenset[str], *, own: bool) -> bool:
        """Whether a title may speak for these words: an agency's ``own`` may for any, another not for a relative's.
        None may for the surname of a protected person whom the document gives a title as high."""
        sharers = [holder for word in words for holder in self._by_word.get(word, ()) if not holder.released]
        uniformed = [h.person.id for h in sharers if words <= h.words and h.person.id in self._in_uniform]
        if any(self._in_uniform[id_] or not own for id_ in uniformed):
            return False
        return own or not any(h.person.role in _OUT_OF_OFFICE and words <= h.words for h in sharers)

    def _all_of_one(self, words: frozenset[str], named: frozenset[str]) -> bool:
        """Whether the words beyond those that the evidence names belong to the same released person."""
        rest = words - named
        if not rest:
            return True
        return any(h.released and words <= h.words for word in rest for h in self._by_word.get(word, ()))

    def _of_agency(self, claim: Detection) -> bool:
        evidence = self._evidence(claim.span)
        return evidence is not None and evidence.office.own

    def _evidence(self, span: Span) -> Evidence | None:
        if any(start <= span.start < end for start, end in self._counsel.get((self._document, span.passage), ())):
            return _OF_RECORD
        text = self._texts[span.passage]
        if span.passage not in self._rows:
            self._rows[span.passage] = tuple(rows_of_officers(text))
        return evidence_at(text, span.start, span.end, self._rows[span.passage])

    def _of_registry(self, span: Span, words: frozenset[str]) -> Role:
        """The role of the released person whose name this is, where it can be nobody else's."""
        alike = {h.person.id: h for word in words for h in self._by_word.get(word, ()) if words <= h.words}
        released = [holder for holder in alike.values() if holder.released]
        if not released:
            return Role.UNKNOWN
        initials = self._initials(span)
        fitting = [holder for holder in released if initials and _fits(initials, words, holder)]
        holder = max(fitting or released, key=lambda h: (h.person.listed, len(h.words), h.person.id))
        others = [h for h in alike.values() if not h.released and not _same_person(h, holder)]
        if fitting:
            others = [other for other in others if _fits(initials, words, other) and not self._of_several(other)]
        if others:
            return Role.UNKNOWN
        if len(words) > 1 or fitting or (holder.person.listed and len(holder.words) > 1):
            return holder.person.role
        if not words <= self._introduced:
            return Role.UNKNOWN
        if self._addressed(span) and len(holder.words) == 1:
            return Role.UNKNOWN  # "DO Muster" is one, "Mr. Muster" may be whom he arrested
        return holder.person.role

    def _of_several(self, other: _Holder) -> bool:
        """Whether a guessed person of no role is only two officers' surnames read as one name ("MUSTER, DO P. LEE")."""
        guessed = other.person.role in _SAYS_NOTHING and not other.person.sure
        return guessed and all(any(h.released for h in self._by_word[word]) for word in other.words)

    def _initials(self, span: Span) -> frozenset[str]:
        text = self._texts[span.passage][span.start : span.end]
        return frozenset(word for word, _, _ in tokens(text) if len(word) == 1)

    def _addressed(self, span: Span) -> bool:
        before = [fold(word) for word, _, _ in tokens(self._texts[span.passage][max(0, span.start - 8) : span.start])]
        own = [word for word, _, _ in tokens(self._texts[span.passage][span.start : span.end])]
        return bool(before and before[-1] in _HONORIFICS) or bool(own and own[0] in _HONORIFICS)

    def _of_mailbox(self, span: Span, claims: Sequence[Detection]) -> Role:
        """A mailbox whose local part holds a protected person's name is that person's, whatever its domain says."""
        role = outweighing(claims)
        if role not in RELEASED_ROLES:
            return role
        local = fold(self._texts[span.passage][span.start : span.end]).partition("@")[0]
        letters = "".join(character for character in local if character.isalpha())
        for holder in self._holders.values():
            proper = [word for word in holder.words if len(word) > 2 and word in letters]
            if not holder.released and holder.person.role not in _SAYS_NOTHING and proper:
                same = [h for word in proper for h in self._by_word[word] if h.released and word in h.words]
                if len(proper) > 1 or not same:
                    return holder.person.role
        return role


def _telling(words: Iterable[str]) -> frozenset[str]:
    """Those of the words that are no particle and no form's or agency's word; all of them where nothing else is left
    (Precious Sunday)."""
    proper = frozenset(word for word in words if word not in PARTICLES)
    return frozenset(word for word in proper if word not in NOT_NAMES) or proper


def _fits(initials: frozenset[str], words: frozenset[str], holder: _Holder) -> bool:
    """Whether a surname with initials may be this person's: "R. Reyes" is Ramon's or Rosa's, and not Jane's."""
    for name in holder.person.names:
        rest = [word for word in (*name.given, *name.surnames) if word not in words]
        if rest and all(any(word[0] == initial for word in rest) for initial in initials):
            return True
    return False


def _same_person(other: _Holder, holder: _Holder) -> bool:
    """Whether a person of no known role may be the one in office, written shorter or with form words around."""
    return other.person.role in _SAYS_NOTHING and other.words <= holder.words


def outweighing(claims: Sequence[Detection]) -> Role:
    """The role of the strongest claim that knows one; a released role only by a clear margin over a protected one."""
    known = [claim for claim in claims if claim.role not in (None, Role.UNKNOWN)]
    if not known:
        return Role.UNKNOWN
    protected = [claim for claim in known if claim.role not in RELEASED_ROLES]
    released = [claim for claim in known if claim.role in RELEASED_ROLES]
    best = strongest(protected or released)
    if protected and released and strongest(released).score > best.score + _MARGIN:
        best = strongest(released)
    return best.role or Role.UNKNOWN


def strongest(claims: Sequence[Detection]) -> Detection:
    """The claim with the best score; of equals always the same one."""
    return max(claims, key=lambda c: (round(c.score, 2), str(c.role)))
