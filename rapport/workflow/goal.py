"""A place to go to in one of a report's files."""

from typing import NamedTuple

from rapport.finding import Place


class Goal(NamedTuple):
    """A place to go to: one of ours in a file, or a piece of the file's text, or else its beginning.

    ``text`` is the file's where it may be in another encoding than UTF-8.
    """

    path: str
    place: Place | None = None
    span: tuple[int, int] | None = None
    text: str | None = None
