"""Every finding on a few reports, recorded in ``facit/fynd-*.json`` so that no change of the inside changes one unseen.

    python tests/inspelning.py [NAMN…]        records again, all or those named

Look at the difference in git afterwards: each line is one finding. Of the reports in ``../shared`` only places, lengths
and digests are kept, so that no sentence of theirs stands here. The spelling is checked too.
"""

import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kommando import findings_of, printed

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FACIT = Path(__file__).parent / "facit"
EXAMPLE, REAL, OTHERS = ROOT / "underlag", SHARED / "verklig-rapport-2024", SHARED / "andra-regioner"
BUILT = shutil.ignore_patterns("redovisning-*", ".rapport-*")
_OTHER_FOLDER = re.compile(r"(?:\.\./)+.*/")  # last year's, as seen from wherever the copy lies
PLACE = ("omrade", "fraga", "path", "line", "column")
# What the hasty writer does to each line of the example's answers.
SLIPS = [
    (r"(\d{4})–(\d{4})", r"[period](https://www.sundmark.example/mal) \1-\2"),
    (r"\bhar visat\b", "har har visat"),
    (r"\boch (?=[A-ZÅÄÖ])", "& "),
    (r"”", '"'),
    (r" procent\b", "%"),
    (r"\bmnkr\b", "MSEK"),
    (r"\bsamverkan\b", "samvekran"),
    (r"\. Den ", ".  Den "),
    (r"(?<=[a-z]), men ", " , men "),
    (r"(\d{2}) (\d{3}) ", r"\1\2 "),
    (r"\bdessutom\b", "dessutom m.m XX"),
    (r"\bgenom\b", "medelst"),
    (r"\bkommunerna\b", "**kommunernas’s**"),
]
# Slips whose words stand twice in the source: in a link's address too, or over the words of another slip.
TWICE = [
    (r"(\d{4})–(\d{4})", r"[period](https://www.sundmark.example/\1-\2/?t.ex) \1-\2"),
    (r"\. Den ", " .  Den "),
]
# Notes that stand in another order than their marks.
NOTES = """
      Nätverket träffades[^b] 2021-2024 och sedan[^a] 2021-2024, t.ex i **2021-2024**.

      [^a]: Se 2021-2024 på [2021-2024](https://www.sundmark.example/2021-2024).

      [^b]: Se bl.a 2021-2024, samt  sedan.
"""


@dataclass(frozen=True)
class Recording:
    """A report to check: ``report`` is what it is made of, ``make`` what is done to it first."""

    report: Path
    make: tuple = ()
    last_year: Path | None = None

    @property
    def is_open(self):
        """Whether its words may stand here."""
        return self.report == EXAMPLE

    def findings(self, folder):
        """Return its findings, as ``kontrollera`` says them, each with what is kept of it."""
        path = self.report
        for step in self.make:
            path = step(path, folder)
        flags = ["--mot", self.last_year] if self.last_year else []
        return [kept(finding, is_open=self.is_open) for finding in findings_of(path, *flags)]


def hasty(report, folder):
    """Return a copy of a report with slips in the text of its answers."""
    return _with_slips(report, folder / "slarvig", SLIPS)


def twice(report, folder):
    """Return a copy of a report with slips whose words stand more than once in the source."""
    copy = _with_slips(report, folder / "dubbelt", TWICE)
    last = copy / "6-analys.yaml"
    last.write_text(last.read_text("utf-8").rstrip("\n") + "\n" + NOTES, "utf-8", newline="")
    return copy


def _with_slips(report, copy, slips):
    shutil.copytree(report, copy, ignore=BUILT)
    for file in copy.glob("[1-6]-*.yaml"):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(_slip(line, slips) for line in lines), "utf-8", newline="")
    return copy


def _slip(line, slips):
    if re.match(r" {4,}\S", line) and not re.match(r" +\w+:|.*\{\{", line):
        for pattern, slip in slips:
            line = re.sub(pattern, slip, line)
    return line


def built(report, folder):
    """Return the document built of a report."""
    document = folder / "byggt.docx"
    printed("bygg", report, "--utkast", "--ut", document)
    return document


RECORDINGS = {
    "exempel": Recording(EXAMPLE),
    "exempel-docx": Recording(EXAMPLE, (built,)),
    "exempel-mot": Recording(EXAMPLE, last_year=EXAMPLE),
    "slarvig": Recording(EXAMPLE, (hasty,)),
    "slarvig-docx": Recording(EXAMPLE, (hasty, built)),
    "dubbelt": Recording(EXAMPLE, (twice,)),
    "slarvig-mot": Recording(EXAMPLE, (hasty,), last_year=EXAMPLE),
    "verklig-2024": Recording(REAL),
    "verklig-2024-docx": Recording(REAL, (built,)),
    "verklig-2024-mot": Recording(REAL, last_year=REAL),
    "andra-regioner": Recording(OTHERS),
}


def kept(finding, *, is_open):
    """Return what is kept of one finding: its place, and its words or digests of them."""
    place = {key: finding[key] for key in ("rule", "severity", *PLACE, "offset") if key in finding}
    if is_open:
        words = {key: finding[key] for key in ("excerpt", "message", "hint", "fix", "waived") if key in finding}
    else:
        said = "".join(finding[key] or "" for key in ("message", "hint", "excerpt"))
        words = {"length": len(finding["excerpt"] or ""), "digest": _digest(said)}
        words |= {"fix": finding["fix"] and _digest(finding["fix"])} if "fix" in finding else {}
    return place | words | {"related": [_related(one, is_open=is_open) for one in finding["related"]]}


def _related(related, *, is_open):
    excerpt = related["excerpt"]
    place = {key: related[key] for key in ("fraga", "path", "line")}
    place["path"] = place["path"] and _OTHER_FOLDER.sub("", place["path"])
    return place | ({"excerpt": excerpt} if is_open else {"digest": _digest(excerpt or "")})


def _digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def recorded(name):
    return json.loads(_file(name).read_text("utf-8"))


def _file(name):
    return FACIT / f"fynd-{name}.json"


def difference(expected, found):
    """Return in words what two lists of findings do not have in common; nothing when they are the same."""
    missing, new = _left(expected, found), _left(found, expected)
    lines = []
    for one in list(missing):
        if moved := next((other for other in new if _said(other) == _said(one)), None):
            missing.remove(one)
            new.remove(moved)
            lines.append(f"flyttat: {_where(one)} → {_where(moved)}  {_what(one)}")
    lines += [f"saknas:  {_where(one)}  {_what(one)}" for one in missing]
    return lines + [f"nytt:    {_where(one)}  {_what(one)}" for one in new]


def _left(these, those):
    return [json.loads(one) for one in (Counter(map(_line, these)) - Counter(map(_line, those))).elements()]


def _line(finding):
    return json.dumps(finding, ensure_ascii=False, sort_keys=True)


def _said(finding):
    """Return a finding without its place, to know it by when it has moved."""
    return {key: finding[key] for key in finding if key not in {*PLACE, "offset", "related"}}


def _where(finding):
    places = [f"{one['path']}:{one['line']}" for one in finding["related"]]
    also = f" (och {', '.join(places)})" if places else ""
    return f"{finding['path']}:{finding['line']}:{finding['column']} [{finding.get('offset', '?')}]{also}"


def _what(finding):
    words = [repr(finding[key]) for key in ("excerpt", "message", "fix") if finding.get(key)]
    return " ".join([finding["severity"], finding["rule"], str(finding["fraga"]), finding.get("digest", ""), *words])


def record(name):
    with tempfile.TemporaryDirectory() as folder:
        found = RECORDINGS[name].findings(Path(folder))
    if any("offset" not in one for one in found):
        sys.exit("kontrollera --format json säger inte offset: utan den går inga fynd att spela in.")
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in found)
    _file(name).write_text(f"[\n{lines}\n]\n" if found else "[]\n", "utf-8")
    print(f"{name}: {len(found)} fynd")


def main():
    with tempfile.TemporaryDirectory() as cache:
        os.environ |= {"XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}
        for name in sys.argv[1:] or RECORDINGS:
            if RECORDINGS[name].report.is_dir():
                record(name)


if __name__ == "__main__":
    main()
