"""Where the server stands, as browsers see it: what they may call it, and how its cookies are named and guarded."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from redactor.errors import InputError

_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Site:
    """One server. ``origins`` are the addresses under which it answers, the first being the one to tell people;
    ``team`` says that reviewers sign in by name, rather than one person by the one-time link; ``proxy`` is the only
    peer that may speak to it, where a reverse proxy ends TLS."""

    origins: tuple[str, ...]
    team: bool = False
    proxy: str | None = None

    @property
    def origin(self) -> str:
        return self.origins[0]

    @property
    def secure(self) -> bool:
        """Whether browsers reach it over TLS."""
        return self.origin.startswith("https://")

    @property
    def hosts(self) -> frozenset[str]:
        """What a Host header may say. Anything else is a page elsewhere whose name was pointed here (DNS rebinding)."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)

    def cookie(self, purpose: str) -> str:
        """The name of a cookie. Under TLS the browser itself keeps ``__Host-`` cookies from other hosts and paths; a
        server on loopback has its port in the name, because browsers share cookies between ports."""
        if self.secure:
            return f"__Host-redactor-{purpose}"
        return f"redactor-{urlsplit(self.origin).port or 80}-{purpose}"


def loopback_site(host: str, port: int) -> Site:
    """A server for one person, on this machine only."""
    names = [f"[{host}]" if ":" in host else host]
    names += [] if "localhost" in names else ["localhost"]
    return Site(tuple(f"http://{name}:{port}" for name in names))


def team_site(url: str, proxy: str | None = None) -> Site:
    """A server that people reach at ``url``. Raises InputError where that is not an https origin."""
    remedy = "Give the address that people type, such as --url https://review.example.org:8443"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InputError("the address given by --url cannot be read", remedy=remedy) from None
    if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise InputError("the address given by --url is not https://host or https://host:port", remedy=remedy)
    if parts.username is not None or parts.password is not None:
        raise InputError("the address given by --url holds a user name", remedy=remedy)
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    shown = name if port is None or port == _DEFAULT_PORTS["https"] else f"{name}:{port}"
    return Site((f"https://{shown}",), team=True, proxy=proxy)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what is bound to ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
