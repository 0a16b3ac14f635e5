"""How long searching a thousand papers takes, as ratios to grep -r for the same word and to indexing from nothing.

    pip install -e ".[test]" && python tests/bench_sok.py

Whole processes; the median of several, the first indexing once.
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAPERS, PARAGRAPHS, WORDS = 1_000, 12, 70
ROUNDS = 9
SYLLABLES = "an be da el fö gra hål in jäm kon li mål när om plan re sam till ut väx åt är öv skap ning het"
REPORT = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'


def paper(chance: random.Random, vocabulary: list[str], number: int) -> str:
    """Return an invented paper: rows of invented words, some far more common than others, and its case number."""
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    rows = []
    for _ in range(PARAGRAPHS):
        words = chance.choices(vocabulary, weights, k=WORDS)
        text = f"{' '.join(words).capitalize()}."
        rows.append("\n".join(text[at : at + 90] for at in range(0, len(text), 90)))
    return "\n\n".join([f"Tjänsteskrivelse {number}\nRUN/{number}/2025", *rows, ""])


def vocabulary(chance: random.Random) -> list[str]:
    made = {"".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 6))) for _ in range(20_000)}
    return ["och", "att", "i", "samverkan", "kompetensförsörjning", *sorted(made)]


def seconds(command: list[str], environment: dict[str, str] | None = None) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def median(command: list[str]) -> float:
    return statistics.median(seconds(command) for _ in range(ROUNDS))


def main() -> None:
    chance = random.Random(1)
    rapport = str(Path(sys.executable).with_name("rapport"))
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "kallor"
        papers.mkdir()
        (Path(folder) / "rapport.yaml").write_text(REPORT, "utf-8")
        words = vocabulary(chance)
        for number in range(PAPERS):
            (papers / f"papper-{number:04}.txt").write_text(paper(chance, words, number), "utf-8")
        time.sleep(2.1)  # a file changed just now is looked at once more
        rare = words[-200]
        search = [rapport, "underlag", "sok", "--i", folder]
        times = {"index från intet": seconds([*search, rare])}
        index = Path(folder) / ".rapport-kallor.sqlite"
        size = index.stat().st_size / sum(file.stat().st_size for file in papers.iterdir())
        for name, line in {"ovanligt ord": [rare], "tre ord": ["kompetensförsörjning", "samverkan", rare],
                           "diarienummer": ["RUN/517/2025"]}.items():  # fmt: skip
            times[f"sök: {name}"] = median([*search, *line])
        times["förslag till 2.1"] = median([rapport, "underlag", "forslag", "2.1", "--i", folder])
        changed = papers / "papper-0500.txt"
        changed.write_text(changed.read_text("utf-8") + "\nEtt nytt stycke.\n", "utf-8")
        os.utime(changed)
        times["ett papper ändrat"] = seconds([*search, rare])
        grep = [shutil.which("grep") or "grep", "-r", "-i", rare, str(papers)]
        times["grep -r"] = median(grep)
        times["rapport --help"] = median([rapport, "--help"])
    print(f"{'':24}{'ms':>8}{'mot grep -r':>14}{'mot index från intet':>24}")
    for name, value in times.items():
        print(f"{name:24}{1000 * value:8.0f}{value / times['grep -r']:14.1f}{value / times['index från intet']:24.3f}")
    print(f"Sökordet är ”{rare}”. Indexet är {size:.1f} gånger papperens storlek.")


if __name__ == "__main__":
    main()
