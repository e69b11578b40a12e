"""The kinds of site that standards tell apart."""

from __future__ import annotations

SITE_KINDS = ("portal", "department", "county-department")
