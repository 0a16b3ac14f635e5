"""What a person does with waivers, figures and papers at the page, in a real Chromium, by the keys alone."""

import json
import os
import subprocess

from test_webb_sida import chromium  # noqa: F401 - a fixture
from webb import server_of

ETT = """område: 1 # här
svar:
  "1.1":
    status: klar # så
    text: |
      Det kom {{ stod | antal }} ansökningar, tex från skolor.
"""
TABELL = "Program;Kommun;Beviljat\nERUF;Hedby;120 000\nERUF;Storsunda;\nInterreg;Hedby;85 000\n"


def test_she_waives_a_finding_looks_at_a_figure_and_puts_one_in(chromium, folder):  # noqa: F811 - as above
    path = folder(**{"1": ETT})
    (path / "siffror").mkdir()
    (path / "siffror" / "stod.csv").write_text(TABELL, "utf-8")
    with server_of(path) as server:
        command = [*chromium, "siffror", server.address, str(path), os.environ.get("BILDER") or ""]
        done = subprocess.run(command, capture_output=True, check=False, timeout=180, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert (seen["said"], seen["foreign"]) == ([], [])
    print(json.dumps(seen, ensure_ascii=False, indent=1))
