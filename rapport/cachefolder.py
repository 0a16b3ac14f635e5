"""Where this user's system keeps what can always be made again."""

from pathlib import Path


def cache_folder() -> Path | None:
    """Return our cache folder of this user on this system, made or not; None where there is none."""
    from platformdirs import user_cache_path

    path = user_cache_path("rapport", appauthor=False, opinion=False)
    return path if path.is_absolute() else None  # a user without a home has ~ for one
