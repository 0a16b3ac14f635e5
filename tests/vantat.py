"""What a ``fel*.yaml`` of ``regler/`` expects: the findings of its rule, as comment lines at its top.

    # väntat: 4:12 ”2021-2024”          line, column, and the excerpt where the finding has one
    # väntat: 4:12 (info) ”t.ex”        with the severity where it is not the rule's own
    # väntat: rapport.yaml:1 …          with the file, where it is another
    # väntat: ingenstans                a finding without a place

Lines and columns count from 1, and the comments are lines too. In an excerpt a blank that is no ordinary space, and
everything else that cannot be seen, is written ``\\u00a0``.
"""

import re

MARK = "# väntat: "
_LINE = re.compile(r"# väntat: (?P<place>\S+)(?: \((?P<severity>\w+)\))?(?: ”(?P<excerpt>.*)”)?")
_UNSEEN = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]")


def expected(text):
    """Return the comment lines at the top of a file that say what is expected, in order."""
    lines = []
    for line in text.splitlines():
        if not line.startswith(MARK):
            break
        assert _LINE.fullmatch(line), line
        lines.append(line)
    return lines


def written(finding, file, severity):
    """Return the line that expects a finding of ``kontrollera --format json``, in a file, of a rule so serious."""
    path, line, column = finding["path"], finding["line"], finding["column"]
    numbers = [str(number) for number in (line, column) if number is not None]
    place = ":".join([*([path] if path not in (file, None) else []), *numbers]) or "ingenstans"
    own = "" if finding["severity"] == severity else f" ({finding['severity']})"
    excerpt = finding["excerpt"]
    words = "" if excerpt is None else f" ”{_UNSEEN.sub(_escaped, excerpt)}”"
    return f"{MARK}{place}{own}{words}"


def _escaped(match):
    return f"\\u{ord(match[0]):04x}"
