"""When a report is checked: as soon as its text has changed, beside the typing, and never for a text that is gone."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor

from rapport.lsp.session import Checked, Session


class Checking:
    """The checks of one report folder, one at a time; what a newer keystroke has overtaken is thrown away."""

    def __init__(
        self,
        session: Session,
        executor: Executor,
        done: Callable[[Checked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.session = session
        self._executor = executor
        self._done = done
        self._failed = failed
        self._wanted = 0
        self._task: asyncio.Task[Checked | None] | None = None

    def want(self) -> None:
        """See that the report is checked as it is now."""
        self._wanted += 1
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._check())

    async def latest(self) -> Checked | None:
        """Return the report checked as it is now; None where a fault of ours keeps it from being."""
        if self._task is None:
            self.want()
        assert self._task is not None  # noqa: S101 - it has just been made
        return await asyncio.shield(self._task)

    async def _check(self) -> Checked | None:
        """Check until no newer keystroke has come meanwhile."""
        loop = asyncio.get_running_loop()
        while True:
            wanted, files = self._wanted, dict(self.session.files)
            checked = None
            try:
                checked = await loop.run_in_executor(self._executor, self.session.check, files)
            except Exception as error:  # noqa: BLE001 - of the next text it may be right again
                self._failed(error)
            if wanted == self._wanted:
                if checked:
                    self._done(checked)
                return checked
