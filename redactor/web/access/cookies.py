"""Cookies: never for scripts, never along from another site, under TLS never without it."""

from __future__ import annotations

from redactor.web.access.site import Site


def cookie(site: Site, purpose: str, value: str, *, lax: bool = False, seconds: int | None = None) -> str:
    """A Set-Cookie header. ``lax`` lets it come along when another site sends the person here, as a sign-in provider
    does; ``seconds`` None means until the browser is closed."""
    parts = [f"{site.cookie(purpose)}={value}", "Path=/", "HttpOnly", f"SameSite={'Lax' if lax else 'Strict'}"]
    parts += ["Secure"] if site.secure else []
    parts += [f"Max-Age={seconds}"] if seconds is not None else []
    return "; ".join(parts)
