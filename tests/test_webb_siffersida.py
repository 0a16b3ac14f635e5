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
    assert "utan skäl gäller inte" in seen["tillat"]["refused"]
    tillat = "    tillåt: {punktforkortning: Så står det i avtalet.}\n"
    assert seen["tillat"]["waived"] == ETT.replace("    text", f"{tillat}    text")
    assert "Skäl: Så står det i avtalet." in seen["tillat"]["shown"]
    siffra = seen["siffra"]
    assert siffra["told"] == "Siffra: 3. Enter visar var den kommer ifrån."
    assert "siffror/stod.csv\n3 rader: 2–4" in siffra["trace"]
    assert siffra["wrong"].split("\n")[::2] == [
        "Kolumnen ”bevljat” finns inte i siffror/stod.csv.",
        "Menade du beviljat?",
    ]
    assert siffra["changed"] == ETT.replace("antal }}", 'summa("beviljat") | kr }}')
    assert [one.split("\n")[:2][-1] for one in seen["insatt"]["said"]] == [
        "Välj vad som ska räknas.",
        "Välj en kolumn.",
        "205\u00a0000\u00a0kr",
        "Välj vilket värde raderna ska ha.",
        "120\u00a0000\u00a0kr",
        "120\u00a0tkr",
    ]
    assert 'Varav {{ stod | dar(program="ERUF") | summa("beviljat") | tkr }}.\n' in seen["insatt"]["file"]
    assert "2 rader som siffran kommer ur är märkta med ●." in seen["tabell"]
