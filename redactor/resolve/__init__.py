"""Many claims, one finding; many findings, one person.

Two steps with the whole matter between them: ``registry_of`` gathers every name and number that any document makes
obvious, and ``propagate`` looks for all their variants in every document. ``findings_of`` then merges claims without
losing one. Nothing is decided here.
"""

from redactor.resolve.findings import findings_of, value_hash
from redactor.resolve.people import RELEASED_ROLES, KnownPerson, Person, Registry, registry_of
from redactor.resolve.propagation import continued, propagate
from redactor.resolve.roles import with_roles
from redactor.resolve.unexplained import same_word_same_answer, unexplained

__all__ = [
    "RELEASED_ROLES",
    "KnownPerson",
    "Person",
    "Registry",
    "continued",
    "findings_of",
    "propagate",
    "registry_of",
    "same_word_same_answer",
    "unexplained",
    "value_hash",
    "with_roles",
]
