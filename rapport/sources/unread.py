"""Unread: why a paper cannot be searched, said to the user and never fatal."""


class Unread(Exception):  # noqa: N818 - it is what has happened to the paper
    """A paper cannot be read; ``message`` goes on after the file's name, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
