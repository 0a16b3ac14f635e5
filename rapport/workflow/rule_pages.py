"""A rule's page as a file, for programs that can only lead to one: kept where what can be made again is kept."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from rapport.cachefolder import cache_folder
from rapport.checks.rules import ALL
from rapport.workflow.regler import Documentation


@cache
def rule_page(rule: str) -> Path | None:
    """Return the file that has a rule's own words; None where there is no such rule, or nowhere to write."""
    where = cache_folder()
    if where is None or rule not in ALL:
        return None
    file = where / "regler" / f"{rule}.md"
    text = f"# {rule}\n\n{Documentation()[rule].strip()}\n"
    with suppress(OSError):
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return file
    return None
