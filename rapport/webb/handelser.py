"""What the pages are told of while they are open, and which answer each of them has open."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

_HEARTBEAT = 15.0  # seconds: what stands between here and the page may close what is silent
_MOST_WAITING = 500  # things told that a page has not taken: it is asleep, and loads all anew


@dataclass(eq=False)
class Page:
    """An open page: its name, the answer that it has open, and what it is to be told."""

    name: str
    fraga: str | None = None
    waiting: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))


class Handelser:
    """The open pages; ``on_change`` is called when one has come, gone or opened another answer."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self.pages: dict[Page, None] = {}
        self.opened = asyncio.Event()  # set as soon as there has been a page
        self.has_left = False  # whether the last page said that it was closed, and did not just fall silent
        self._on_change = on_change

    def tell(self, kind: str, data: Any) -> None:  # noqa: ANN401 - plain data
        """Tell every page something."""
        text = f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
        for page in self.pages:
            if page.waiting.full():
                page.waiting.get_nowait()
            page.waiting.put_nowait(text)

    def open(self, name: str, fraga: str | None) -> None:
        """Note which answer a page has open."""
        for page in self.pages:
            if page.name == name:
                page.fraga = fraga
        self._on_change()

    def leave(self, name: str) -> None:
        """Note that a page is being closed."""
        self.has_left = all(page.name == name for page in self.pages)
        for page in [page for page in self.pages if page.name == name]:
            self._drop(page)

    def end(self) -> None:
        """Let every page's listening end: the program does."""
        self.tell("slut", None)
        for page in list(self.pages):
            self._drop(page)

    async def listen(self, name: str, fraga: str | None) -> AsyncIterator[str]:
        """Yield what a page is told, for as long as it is open."""
        page = Page(name, fraga)
        self.pages[page] = None
        self.has_left = False
        self.opened.set()
        self._on_change()
        try:
            yield "retry: 1000\n\n"
            while page in self.pages:
                try:
                    yield await asyncio.wait_for(page.waiting.get(), _HEARTBEAT)
                except TimeoutError:
                    yield ": kvar\n\n"
        finally:
            self._drop(page)

    def _drop(self, page: Page) -> None:
        if page in self.pages:
            del self.pages[page]
            self._on_change()
