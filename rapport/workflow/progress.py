"""What is told how far long reading has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # how many papers have been read, of how many


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far the reading has come."""
