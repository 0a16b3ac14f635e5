"""Papers read in a process of their own: whatever becomes of it, we go on, and the paper says why it was not read."""

from importlib import import_module
from pathlib import Path
from typing import Any, Self

from rapport.apart import MEMORY, PAUSE, SECONDS, Apart, BrokenOffError
from rapport.sources.paper import Paper, PaperText, Snippet, read, unread
from rapport.sources.readers import Readers

_SAVE_ANEW = "Öppna den, spara om den, eller lägg texten bredvid som .txt. De andra papperen går att söka i ändå."


class PaperReader:
    """Reads papers of every kind; to be used in a ``with``, which ends the process that reads."""

    def __init__(
        self, readers: Readers, *, seconds: float = SECONDS, pause: float = PAUSE, memory: int = MEMORY
    ) -> None:
        self._readers = readers
        self._apart = Apart(seconds=seconds, pause=pause, memory=memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._apart.__exit__()

    def read(self, paper: Paper) -> PaperText:
        """Return what a paper says, or why it cannot be read; never raises for what the paper holds."""
        reader = self._readers[paper.file.suffix.lower()]
        if not isinstance(reader, str):
            return read(paper, reader)
        try:
            snippets, fault = self._apart.call(f"{__name__}:read_apart", paper.name, str(paper.file), reader)
        except BrokenOffError as error:
            return unread(paper, str(error), _SAVE_ANEW)
        return PaperText(tuple(Snippet(*row) for row in snippets), tuple(fault) if fault else None)


def read_apart(name: str, file: str, reader: str) -> list[Any]:
    """Return what a paper says as JSON can hold it; called in the process that reads."""
    module, _, function = reader.partition(":")
    paper = Paper(name, Path(file))
    try:
        text = read(paper, getattr(import_module(module), function))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide the other papers
        text = unread(paper, f"kan inte läsas, av ett fel i programmet ({type(error).__name__}).", _SAVE_ANEW)
    return [[[snippet.text, snippet.place] for snippet in text.snippets], text.fault]
