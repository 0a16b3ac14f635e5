"""The server with two faults of ours: hovering breaks down, and so does one rule where an answer has a certain word."""

from rapport.checks.rules import dubbelt_ord
from rapport.cli.streams import prepare
from rapport.lsp.server import made, serve

SECRET, WORD = "Hemliga ord", "kraschar"


def broken(seen, _params):
    raise ValueError(SECRET + seen.text.text)


def main():
    right = dubbelt_ord.check_svar

    def check_svar(svar, redovisning):
        if WORD in svar.text:
            raise KeyError(SECRET + svar.text)
        return right(svar, redovisning)

    dubbelt_ord.check_svar = check_svar
    prepare()
    server = made()
    server.answers("textDocument/hover", broken)
    serve(server)


if __name__ == "__main__":
    main()
