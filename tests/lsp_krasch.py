"""The server with two faults of ours: hovering breaks down, and so does one rule where an answer has a certain word."""

from rapport.checks.rules import dubbelt_ord
from rapport.cli.streams import prepare
from rapport.lsp import hover
from rapport.lsp.server import made, serve

SECRET, WORD = "Hemliga ord", "kraschar"


def broken(seen, _params, **_):
    raise ValueError(SECRET + seen.text.text)


def main():
    right = dubbelt_ord.check_svar

    def check_svar(svar, redovisning):
        if WORD in svar.text:
            raise KeyError(SECRET + svar.text)
        return right(svar, redovisning)

    dubbelt_ord.check_svar = check_svar
    prepare()
    hover.hover = broken
    serve(made())


if __name__ == "__main__":
    main()
