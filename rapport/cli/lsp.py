"""``rapport lsp``: the language server, over stdio."""

import sys
from importlib.util import find_spec

from rapport.errors import InputError

EXAMPLE = "rapport lsp"
_WANTED = ("pygls", "lsprotocol")


def command() -> int:
    """Kontrollerar redovisningen i redigeraren medan du skriver. Redigeraren startar kommandot själv.

    Det talar med redigeraren över stdin och stdout (LSP), och behöver tillägget lsp.
    """
    if not all(map(find_spec, _WANTED)):
        raise InputError('Kommandot behöver ett tillägg. Installera det med  python -m pip install "rapport[lsp]"')
    from rapport.lsp.server import made, serve

    if sys.stdin.isatty():
        raise InputError("rapport lsp startas av redigeraren, inte för hand. Se rapport hjalp.")
    serve(made())
    return 0
