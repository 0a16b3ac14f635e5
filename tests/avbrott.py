"""Commands killed at every step they take on disk, and in the middle of what they write.

    STEG=1 PYTHONPATH=.:tests python tests/avbrott.py FOLDER

Each command is run in a process of its own over the same folder, and killed (SIGKILL) just before its first change to
the disk, before its second, and so on until it ends by itself; then in the same way when one byte has come into the
first file that it opens to write in, the second, and so on; then with a limit to how long a file may become.

With STEG=3, as the tests have it, every third of them, counted from another one for each command and way. All commands
write by the same few functions: what one of them is not killed at, another is.

Each time it is seen to that every file of the report is as it was or as it was to be, that the history can be read,
and that ``rapport angra`` brings the folder back. What is printed is how many kills each command went through, as
JSON; a folder that is not as promised ends it all with what was wrong.
"""

import json
import os
import resource
import shutil
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path

CHANGES = {f"os.{n}" for n in ("rename", "remove", "mkdir", "rmdir", "chmod", "chown", "utime", "truncate", "link")}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
EACH = int(os.environ.get("STEG") or 3)
LIMITS = (7, 64, 100, 180, 400, 900, 5000, 15000)
RAPPORT = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'
AREA = 'område: {n}\nsvar:\n  "{n}.1": |\n    Stödet gick tex till {n} byar.\n  "{n}.2": Kommunerna deltog.\n'


def main():
    room = Path(sys.argv[1])
    os.environ |= {"XDG_CACHE_HOME": str(room / "cache")}
    report = room / "redovisning"
    done = {}
    for turn, (name, make) in enumerate(SCENES.items()):
        start = room / f"start-{name}"
        command = make(start, room)
        done[name] = killed_everywhere(start, report, [part.format(report=report) for part in command], turn)
    sys.stdout.write(json.dumps(done) + "\n")


def scene_of_import(start, room):
    """Three files: two are changed, one is not there yet."""
    shutil.copytree(fresh(start), room / "deras")
    for n in (1, 2):
        file = room / "deras" / f"{n}.yaml"
        file.write_text(file.read_text("utf-8").replace("Kommunerna", "Alla kommunerna"), "utf-8")
    (room / "deras/6.yaml").write_text(AREA.format(n=6), "utf-8")
    rapport("bygg", room / "deras", "--utkast", "--ut", room / "deras.docx")
    return ["importera", str(room / "deras.docx"), "--till", "{report}", "--alla"]


def scene_of_corrections(start, _room):
    fresh(start)
    return ["kontrollera", "{report}", "--ratta", "--ja"]


def scene_of_undoing(start, room):
    """A write in three files, one of them made by it."""
    command = scene_of_import(start, room / "angra")
    rapport(*(part.format(report=start) for part in command))
    return ["angra", "{report}", "--ja"]


def scene_of_building(start, _room):
    fresh(start)
    (start / "utkast.docx").write_bytes(b"PK Annas")
    return ["bygg", "{report}", "--utkast", "--tvinga", "--ut", "{report}/utkast.docx"]


SCENES = {
    "importera": scene_of_import,
    "kontrollera --ratta": scene_of_corrections,
    "angra": scene_of_undoing,
    "bygg": scene_of_building,
}


def fresh(folder):
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text(RAPPORT, "utf-8")
    for n in (1, 2):
        (folder / f"{n}.yaml").write_text(AREA.format(n=n), "utf-8")
    return folder


def steps(turn):
    """Return the numbers of the steps to try, from another one each turn."""
    return count(turn % EACH, EACH)


def killed_everywhere(start, report, command, turn):
    """Kill a command at every step; return how often it was killed."""
    renew(start, report)
    rapport(*command)
    before, after = files(start), files(report)
    assert before != after, command
    kills = 0
    for is_torn in (False, True):
        for step in steps(turn + is_torn):
            renew(start, report)
            if not is_killed(command, killer(step, is_torn=is_torn)):
                break
            see_to_it(report, before, after, command, f"steg {step}{', ett tecken skrivet' if is_torn else ''}")
            kills += 1
    for limit in LIMITS:
        renew(start, report)
        if is_killed(command, limit=limit):
            see_to_it(report, before, after, command, f"{limit} byte")
            kills += 1
    return kills


def is_killed(command, hook=None, limit=None):
    """Run a command in a process of its own; return whether it was killed, before its end."""
    child = os.fork()
    if not child:
        if hook:
            sys.addaudithook(hook)
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        os._exit(rapport(*command))
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) in (0, 1), (command, limit, status)
    return os.WIFSIGNALED(status)


def killer(step, *, is_torn):
    """Return a hook that ends its own process at a change to the disk, the first being number 0.

    Just before it; or, ``is_torn``, when a file has been opened to write in and one byte has come into it.
    """
    seen, is_last = 0, False

    def hook(event, arguments):
        nonlocal seen, is_last
        is_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if is_last or not (is_write or (event in CHANGES and not is_torn)) or "/cache/" in str(arguments[0]):
            return
        if seen == step:
            is_last = True
            if is_torn and isinstance(arguments[0], str):
                os.write(os.open(arguments[0], arguments[2], 0o600), b"x")
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

    return hook


def see_to_it(report, before, after, command, when):
    """See that every file is old or new, and that undoing brings the folder back."""
    from rapport.store.history_log import read_log

    place = f"{command[0]}, {when}"
    now = files(report)
    for name in before.keys() | after.keys() | now.keys():
        is_whole = now.get(name) in (before.get(name), after.get(name)) or is_built(report / name)
        assert is_whole, f"{place}: {name} är varken gammal eller ny"
    log = read_log(report)
    assert log.faults == (), f"{place}: {log.faults}"
    if now not in (before, after) and command[0] != "bygg":
        assert any(not one.is_whole for one in log.all), f"{place}: att det är ofullständigt syns inte"
    see_what_the_next_makes_of_it(report, before, after, place)
    assert rapport("angra", report, "--ja") == 0, place
    goal = after if command[0] == "angra" else before
    assert files(report) == goal, f"{place}: ångra tog inte tillbaka allt"
    if command[0] == "angra":
        for _ in range(3):
            assert rapport("angra", report, "--gor-om", "--ja") == 0, place
        assert files(report) == before, f"{place}: det ångrade gick inte att göra om"


def see_what_the_next_makes_of_it(report, before, after, place):
    """See that the next command that writes leaves all of what was written, or nothing, and nothing unfinished."""
    from rapport.store.lock import locked
    from rapport.workflow.restoring import restore

    copy = shutil.copytree(report, report.with_name("nästa"))
    restore(copy)
    with locked(copy, "kontrollera"):
        now = files(copy)
    wholes = [
        [name for name in now.keys() | whole.keys() if now.get(name) != whole.get(name)] for whole in (before, after)
    ]
    is_whole = any(all(is_built(copy / name) for name in differing) for differing in wholes)
    assert is_whole, f"{place}: nästa kommando lämnade en halv skrivning: {wholes}"
    assert not [*copy.rglob(".rapport-*")], f"{place}: det ofärdiga ligger kvar"
    shutil.rmtree(copy)


def is_built(file):
    """Whether a document is whole, as we build it: the time of the newest source stands in it."""
    from rapport.word.package import read_package
    from rapport.word.properties import is_sealed

    return file.suffix == ".docx" and is_sealed(read_package(file))


def files(folder):
    """Return the report's files by name; what a killed command left beside them is no part of it."""
    found = (file for file in folder.iterdir() if file.is_file() and not file.name.startswith(".rapport-"))
    return {file.name: file.read_bytes() for file in found}


def renew(start, report):
    shutil.rmtree(report, ignore_errors=True)
    shutil.copytree(start, report)


def rapport(*arguments):
    from rapport.cli.main import run

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as err:
        code = run([str(argument) for argument in arguments])
    assert code in (0, 1), (arguments, err.getvalue())
    return code


if __name__ == "__main__":
    main()
