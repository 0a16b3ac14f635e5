"""The real server, killed in the middle of saving, without room on the disk, and two of them in one folder.

By hand: DODADE=200 pytest tests/test_webb_krasch.py -k killed
"""

import os
import random
import re
import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest
from conftest import ROOT
from webb import TVA, Server, server_of

from rapport.store.area_file import read_area_file

KILLS = int(os.environ.get("DODADE") or 20)  # by hand 200


@pytest.fixture
def written(folder):
    return folder(**{"1": TVA})


def answer(client, fraga="1.1"):
    return client.get(f"/api/fraga/{fraga}").json()


def write(client, markdown, fraga="1.1", **more):
    return client.post(
        f"/api/fraga/{fraga}", json={"version": answer(client, fraga)["version"], "markdown": markdown, **more}
    )


def texts(path):
    area = read_area_file((path / "1.yaml").read_bytes().decode("utf-8"), "1.yaml")
    assert not area.findings
    return {fraga: entry.text for fraga, entry in area.post.svar.items()}


def test_killed_in_the_middle_of_saving_it_leaves_whole_files_and_loses_nothing_that_was_saved(written):
    draw, told = random.Random(20), {"was": "Första stycket.\n\nSista stycket.\n"}
    for number in range(KILLS):
        server = Server(written)
        client = server.client()
        dead = threading.Timer(draw.uniform(0.002, 0.25), server.process.kill)

        def work(client=client, number=number):
            for step in range(1000):
                told["sent"] = f"Omgång {number}, steg {step}. {'Ord. ' * (step % 7 * 100)}".rstrip() + "\n"
                write(client, told["sent"])
                if client.post("/api/spara", json={}).status_code == 200:
                    told["was"] = told["sent"]

        answer(client)
        dead.start()
        with pytest.raises(httpx.TransportError):
            work()
        server.kill()
        assert texts(written)["1.1"] in (told["was"], told["sent"])
        assert texts(written)["1.2"] == "Kort."
        assert (written / "1.yaml").read_text("utf-8").startswith("område: 1 # kommentar\n")
        told["was"] = texts(written)["1.1"]
    with server_of(written) as server:  # and the next one reads, and takes away what was left half done
        client = server.client()
        assert answer(client)["markdown"] == told["was"]
        assert write(client, "Till sist.\n").status_code == 200
        assert server.end()[0] == 0
    assert texts(written)["1.1"] == "Till sist.\n"
    assert [file.name for file in written.iterdir() if file.name.startswith((".~", "~"))] == []


def test_what_is_unsaved_is_written_when_it_is_ended(written):
    with server_of(written) as server:
        write(server.client(), "Strax före slutet.\n")
        code, said = server.end()
        assert code == 0
        assert "Avslutad." in said
    assert texts(written)["1.1"] == "Strax före slutet.\n"


def test_it_ends_without_a_word_more_while_a_page_is_open(written):
    with server_of(written) as server:
        with server.client().stream("GET", "/api/handelser?flik=a&fraga=1.1") as events:
            listening = events.iter_lines()
            next(listening)
            code, said = server.end()
        assert code == 0
        assert said.splitlines()[-1] == "Avslutad."
        assert "Traceback" not in said
        assert "Cancel" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bara Linux låter ett annat program sätta gränsen")
def test_on_a_full_disk_nothing_is_lost_and_it_is_saved_as_soon_as_there_is_room(written):
    import resource

    before = (written / "1.yaml").read_bytes()
    with server_of(written) as server:
        client = server.client()
        answer(client)
        endless = resource.RLIM_INFINITY
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, endless))
        assert write(client, "Skrivet när disken var full.\n").status_code == 200
        refused = client.post("/api/spara", json={})
        assert refused.status_code == 507
        assert re.search(r"kan inte (skrivas|sparas undan)", refused.json()["fel"])
        assert (written / "1.yaml").read_bytes() == before
        assert answer(client)["markdown"] == "Skrivet när disken var full.\n"
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (endless, endless))
        until = time.monotonic() + 30
        while "Skrivet när" not in (written / "1.yaml").read_text("utf-8"):
            assert time.monotonic() < until
            time.sleep(0.1)
    assert texts(written)["1.1"] == "Skrivet när disken var full.\n"


def test_two_in_one_folder_never_overwrite_each_other(written):
    with server_of(written) as one, server_of(written) as other:
        ena, andra = one.client(), other.client()
        answer(ena)
        version = answer(andra)["version"]
        was = answer(andra)["markdown"]
        write(ena, "Första stycket, av ena.\n\nSista stycket.\n")
        more = {"version": version, "fran": {"markdown": was}}
        sent = andra.post("/api/fraga/1.1", json={**more, "markdown": "Första stycket.\n\nSista stycket, av andra.\n"})
        assert sent.status_code == 200
        write(andra, "Kort, av andra.\n", "1.2")
        for _ in range(3):
            assert ena.post("/api/spara", json={}).status_code == 200
            assert andra.post("/api/spara", json={}).status_code == 200
        assert texts(written)["1.1"] == "Första stycket, av ena.\n\nSista stycket, av andra.\n"
        until = time.monotonic() + 20
        while "av andra" not in answer(ena, "1.2")["markdown"]:  # what the other one saved is seen
            assert time.monotonic() < until
            time.sleep(0.1)
        assert answer(ena)["markdown"] == answer(andra)["markdown"]


def test_two_in_one_folder_typing_all_the_time_lose_no_word(written):
    with server_of(written) as one, server_of(written) as other:
        clients = {"1.1": one.client(), "1.2": other.client()}

        def type_(fraga):
            client, text = clients[fraga], ""
            for step in range(25):
                text = f"{text}ord{step} "
                assert write(client, text.strip() + "\n", fraga).status_code == 200
                if step % 5 == 4:
                    assert client.post("/api/spara", json={}).status_code == 200

        threads = [threading.Thread(target=type_, args=(fraga,)) for fraga in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for client in clients.values():
            client.post("/api/spara", json={})
    wanted = " ".join(f"ord{step}" for step in range(25))
    assert {fraga: text.strip() for fraga, text in texts(written).items()} == {"1.1": wanted, "1.2": wanted}


def test_it_is_found_at_the_same_address_again_so_that_drafts_are(written):
    with server_of(written) as server:
        first = server.origin
        server.client()
    with server_of(written) as server:
        assert server.origin == first


def test_it_answers_this_computer_alone(written):
    with server_of(written) as server:
        port = int(server.origin.rpartition(":")[2])
        server.client()
        here = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), port)} - {"127.0.0.1", "::1"}
        for address in here:
            if not address.startswith("127."):
                with socket.socket() as other:
                    other.settimeout(5)
                    assert other.connect_ex((address, port)) != 0


def test_it_ends_when_the_last_page_has_been_closed_for_a_while(written, monkeypatch):
    monkeypatch.setenv("RAPPORT_STANGD", "0.5")
    with server_of(written) as server:
        client = server.client()
        with client.stream("GET", "/api/handelser?flik=a&fraga=1.1") as events:
            assert next(events.iter_lines()).startswith("retry")
            write(client, "Sist på dagen.\n")
            client.post("/api/narvaro", json={"flik": "a", "hejda": True})
        _, said = server.process.communicate(timeout=30)
    assert "stängd en stund" in said
    assert texts(written)["1.1"] == "Sist på dagen.\n"


def test_a_port_that_is_taken_and_a_folder_that_is_none_are_said(written):
    with server_of(written) as server:
        server.client()
        with server_of(written, "--port", server.origin.rpartition(":")[2]) as second:
            code, said = second.end()
            assert code == 2
            assert "används redan" in said
    with server_of(written / "1.yaml") as third:
        assert third.end()[0] == 2


def test_without_the_extra_one_sentence_says_what_to_write():
    start = "from importlib import util; util.find_spec = lambda name: None; from rapport.cli.main import main; main()"
    command = [sys.executable, "-c", start, "redigera"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 2
    assert f'{sys.executable} -m pip install "rapport[webb]"' in done.stderr
    assert done.stdout == ""
