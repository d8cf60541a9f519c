"""Passwords: what one must be, how it is kept (argon2id), and a check that takes as long for nobody as for somebody."""

from __future__ import annotations

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from redactor.errors import InputError

SHORTEST = 15
"""Characters of a password that is the only thing asked for (NIST SP 800-63B-4, section 3.1.1.2)."""

LONGEST = 256
"""Characters; more is not read, so that nobody makes the server hash megabytes."""

_FEWEST_DIFFERENT = 6
"""Different characters; ``aaaaaaaaaaaaaaa`` is long and no secret."""

_HASHER = PasswordHasher()  # RFC 9106, second recommended option: argon2id, 64 MiB, 3 passes, 4 lanes


def hashed(password: str, name: str) -> str:
    """The encoded hash to keep. Raises InputError where ``name`` may not have this password; it is not repeated."""
    remedy = f"Choose at least {SHORTEST} characters; four or five unrelated words do well."
    if len(password) < SHORTEST:
        raise InputError(f"the password has fewer than {SHORTEST} characters", remedy=remedy)
    if len(password) > LONGEST:
        raise InputError(f"the password has more than {LONGEST} characters", remedy=remedy)
    if len(set(password.casefold())) < _FEWEST_DIFFERENT:
        raise InputError("the password repeats a few characters", remedy=remedy)
    plain = "".join(password.casefold().split())
    for word in ("".join(name.casefold().split()), "redactor", "password"):
        plain = plain.replace(word, "") if word else plain
    if len(plain) < SHORTEST // 2:
        raise InputError("the password is little more than a name or a word that everybody tries", remedy=remedy)
    return _HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether the password is the one that was kept. Without one, the answer is no after the same work: how long a
    sign-in takes does not tell who has an account."""
    known = kept is not None
    try:
        _HASHER.verify(kept if kept is not None else _nobody(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return known


def outdated(kept: str) -> bool:
    """Whether the hash was made with parameters that are no longer used."""
    return _HASHER.check_needs_rehash(kept)


def rehashed(password: str) -> str:
    """A fresh hash of a password that has just matched."""
    return _HASHER.hash(password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _HASHER.hash("no account has this password, and none could: it is checked for time's sake")
