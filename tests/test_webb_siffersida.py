"""What a person does with waivers, figures and papers at the page, in a real Chromium, by the keys alone."""

import json
import os
import shutil
import subprocess

from test_webb_sida import chromium  # noqa: F401 - a fixture
from webb import server_of

ETT = """område: 1 # här
svar:
  "1.1":
    status: klar # så
    text: |
      Det kom {{ stod | antal }} ansökningar, tex från skolor.

      Stödet till lärcentrum var 85 000 kr under 2025. Det arbetet fortsatte som förut med kommunerna.
"""
FORRA = """område: 1
svar:
  "1.1": |
    Det arbetet fortsatte som förut med kommunerna. Stödet till **lärcentrum** var då 90 000 kr i hela länet.
"""
PAPPER = """Beslut om lärcentrum och service i hela länet

Regionstyrelsen beslutade att ge stöd till lärcentrum och till service på landsbygden, så att boende i hela länet har
likvärdiga möjligheter till boende, arbete och välfärd, och att följa upp det tillsammans med kommunerna varje år.
"""
KALLOR = """källor:
  larcentrum: {titel: Beslut om lärcentrum, diarienummer: RUN/7/2025, fil: beslut.txt}
"""
TABELL = "Program;Kommun;Beviljat\nERUF;Hedby;120 000\nERUF;Storsunda;\nInterreg;Hedby;85 000\n"


def test_she_waives_a_finding_looks_at_a_figure_and_puts_one_in(chromium, folder):  # noqa: F811 - as above
    path = folder(**{"1": ETT})
    (path / "siffror").mkdir()
    (path / "siffror" / "stod.csv").write_text(TABELL, "utf-8")
    (path / "kallor").mkdir()
    (path / "kallor" / "beslut.txt").write_text(PAPPER, "utf-8")
    (path / "kallor.yaml").write_text(KALLOR, "utf-8")
    shutil.copytree(path, path / "fjol", ignore=shutil.ignore_patterns("fjol"))
    (path / "fjol" / "1.yaml").write_text(FORRA, "utf-8")
    (path / "rapport.yaml").write_text((path / "rapport.yaml").read_text("utf-8") + "förra: fjol\n", "utf-8")
    with server_of(path) as server:
        command = [*chromium, "siffror", server.address, str(path), os.environ.get("BILDER") or ""]
        done = subprocess.run(command, capture_output=True, check=False, timeout=180, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert (seen["said"], seen["foreign"]) == ([], [])
    assert "utan skäl gäller inte" in seen["tillat"]["refused"]
    tillat = "    tillåt: {punktforkortning: Så står det i avtalet.}\n"
    assert seen["tillat"]["waived"] == ETT.replace("    text", f"{tillat}    text")
    assert "Regeln kan inte tillåtas." in seen["tillat"]["not"]
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
    assert seen["omvalt"]["shown"] == ["stod", "summa", "beviljat", "program", "ERUF", "", "tkr"]
    assert 'Varav {{ stod | dar(program="ERUF") | summa("beviljat") | kr }}.\n' in seen["omvalt"]["file"]
    hamtat = seen["hamtat"]
    assert "Beslut om lärcentrum" in hamtat["passage"]
    assert "i kallor/beslut.txt" in hamtat["passage"]
    assert "Läs alltid hela papperet" in hamtat["passage"]
    assert "RUN/7/2025" in hamtat["file"]
    assert hamtat["copied"].startswith("Texten är ")
    assert 'var {{ stod | dar(program="Interreg") | summa("beviljat") | kr }} under' in hamtat["file"]
    assert "1 av 2 meningar" in hamtat["last"]
    assert "2 rader som siffran kommer ur är märkta med ●." in seen["tabell"]
