"""E-mail and web addresses."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, always, nothing_accepted, nothing_learnt, trimmed, worked

EMAIL = r"^[^@\s,;:<>()]+@[^@\s,;:<>()]+\.[^@\s.,;:<>()]+$"
URI = r"^(?:https?|ftps?|sftp)://[^\s/?#]+(?:[/?#]\S*)?$"


def email(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read one address of the form `nom@ville.ca`."""
    return pl.when(text.str.contains(EMAIL)).then(text)


def uri(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read a web address that says how it is fetched."""
    return pl.when(text.str.contains(URI)).then(text)


def plain_email(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Take blanks, brackets and `mailto:` away."""
    bare = trimmed(pl.col("text")).str.replace("(?i)^<?(?:mailto:)?", "").str.replace(">$", "")
    return worked(distinct, pl.when(bare.str.contains(EMAIL)).then(bare), "plain")


def plain_uri(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Put `https://` before `www.`, and write the scheme in small letters."""
    bare = trimmed(pl.col("text")).str.replace(r"(?i)^www\.", "https://www.")
    small = bare.str.replace("(?i)^https://", "https://").str.replace("(?i)^http://", "http://")
    return worked(distinct, pl.when(small.str.contains(URI)).then(small), "plain")


MAIL = Kind("email", pl.String(), ("V17",), email, always("V17"), plain_email, nothing_accepted, nothing_learnt)
WEB = Kind("uri", pl.String(), ("V17",), uri, always("V17"), plain_uri, nothing_accepted, nothing_learnt)
