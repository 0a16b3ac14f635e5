"""Who writes, as this computer knows them: a courtesy to those who share a folder, and nothing is decided by it."""

import os


def vem() -> str:
    """Return the user's name and the computer's, as far as they are known."""
    user = next(filter(None, map(os.environ.get, ("USERNAME", "LOGNAME", "USER"))), "")
    computer = os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")
    return " ".join(filter(None, [user, computer and f"på {computer}"]))
