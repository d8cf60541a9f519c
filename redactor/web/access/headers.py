"""What every answer tells the browser: run nothing but ours, frame us nowhere, remember nothing, tell nobody."""

from __future__ import annotations

from redactor.web.access.site import Site

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)

# Referrer-Policy: nothing to any other site. Under no-referrer browsers would say "Origin: null" for forms of our own,
# too, and the gate could not tell them from a sandboxed frame's.
_ALWAYS = (
    ("content-security-policy", _POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-robots-tag", "noindex, nofollow"),
)

_YEAR = 31_536_000

ASSETS = "/assets/"
"""Scripts and styles: the same for everybody, and no secret."""


def security_headers(site: Site, path: str) -> tuple[tuple[str, str], ...]:
    """The headers of an answer to a request for ``path``, in place of any that the application set."""
    # Pages and page images hold identifiers, and a browser's cache is not work-product/. Assets may be kept, and are
    # asked for again, so that a new version shows at once.
    caching = "no-cache" if path.startswith(ASSETS) else "no-store"
    headers = (*_ALWAYS, ("cache-control", caching))
    return (*headers, ("strict-transport-security", f"max-age={_YEAR}")) if site.secure else headers
