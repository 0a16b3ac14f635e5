"""The output formats, by the name that ``--format`` takes, with the endings that files of theirs have.

A format exists when it is listed here; the first is what a user gets who asks for none.
"""

FORMATS: dict[str, tuple[str, ...]] = {
    "text": (".txt",),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "github": (".txt",),
    "html": (".html", ".htm"),
}
