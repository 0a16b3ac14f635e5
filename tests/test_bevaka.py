"""The watch on a folder that comes and goes, as one on a network does."""

import threading
import time

import pytest

from rapport.cli import watch
from rapport.errors import InputError


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(watch, "_LOOK", 0.1)


def soon(work, after=0.6):
    thread = threading.Timer(after, work)
    thread.daemon = True
    thread.start()
    return thread


def limited(call, seconds=30):
    """Call in a thread, so that a watch that sees nothing any more fails the test and does not hang it."""
    result = []
    thread = threading.Thread(target=lambda: result.append(call()), daemon=True)
    thread.start()
    thread.join(seconds)
    assert result, "the watch has seen nothing"
    return result[0]


@pytest.mark.parametrize("is_same", [True, False], ids=["samma", "ny"])
def test_a_folder_that_is_away_for_a_while_is_waited_for(tmp_path, capsys, is_same):
    folder, away = tmp_path / "delad", tmp_path / "borta"
    folder.mkdir()
    (folder / "1.yaml").write_text("a", "utf-8")
    seen = []

    def check():
        seen.append((folder / "1.yaml").read_text("utf-8"))
        return 0

    def back():
        if is_same:
            away.rename(folder)
        else:
            folder.mkdir()
        (folder / "1.yaml").write_text("b", "utf-8")

    soon(lambda: (folder.rename(away), soon(back, 1.0)))
    soon(lambda: (folder / "1.yaml").write_text("c", "utf-8"), 4)
    assert limited(lambda: watch.watch(folder, check, rounds=3)) == 0
    assert (seen[0], seen[-1]) == ("a", "c")
    assert capsys.readouterr().err.count("nås inte just nu") == 1


def test_a_file_that_cannot_be_reached_stops_one_round_and_not_the_watch(tmp_path, capsys):
    rounds = iter([PermissionError(13, "refused", "G:/1.yaml"), InputError("G: finns inte."), None])

    def check():
        if error := next(rounds):
            raise error
        return 0

    def save():
        for _ in range(40):
            time.sleep(0.4)
            (tmp_path / "1.yaml").write_text(str(time.monotonic()), "utf-8")

    threading.Thread(target=save, daemon=True).start()
    assert limited(lambda: watch.watch(tmp_path, check, rounds=3)) == 0
    err = capsys.readouterr().err
    assert "G:/1.yaml kan inte användas: åtkomst nekad" in err
    assert "G: finns inte." in err
