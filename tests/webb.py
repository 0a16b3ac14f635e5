"""The editor's server as tests meet it: in their own process, or as the real command in one of its own."""

import os
import signal
import subprocess
import sys
import time
import warnings
from contextlib import contextmanager

import httpx
from conftest import ROOT

from rapport.checks.spelling.verdicts import judge
from rapport.webb.app import application
from rapport.webb.arbete import Arbete
from rapport.webb.session import Session

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have a package by another name
    from starlette.testclient import TestClient

PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"
TVA = 'område: 1 # kommentar\nsvar:\n  "1.1": |\n    Första stycket.\n\n    Sista stycket.\n  "1.2": Kort. # också\n'


def _raise(error):
    raise error


@contextmanager
def application_of(folder, failed=_raise):
    """Give the server's application, begun, and its address with the key."""
    session = Session(folder)
    session.report.check()
    judge().load()  # here, where no other thread is: what reads the dictionary hides warnings from all of them
    arbete = Arbete(session, failed)
    app, address = application(arbete, PORT)
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        yield client, address, arbete


@contextmanager
def page_of(folder, failed=_raise):
    """Give a client that has been let in, as the page's own."""
    with application_of(folder, failed) as (client, address, arbete):
        client.get(address)
        client.headers.update({"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
        client.arbete = arbete
        yield client


class Server:
    """The real command, in a process of its own."""

    def __init__(self, folder, *flags, **environment):
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"} | environment
        command = [sys.executable, "-m", "rapport", "redigera", str(folder), "--visa", *flags]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, encoding="utf-8", cwd=ROOT
        )
        self._clients = []
        self.address = self.process.stdout.readline().strip()
        self.origin = self.address.partition("/?")[0]

    def client(self):
        """Return a client that has been let in."""
        headers = {"Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        client = httpx.Client(base_url=self.origin, timeout=30, trust_env=False)
        until = time.monotonic() + 30
        while True:
            try:
                client.get(self.address)
                break
            except httpx.TransportError:
                assert time.monotonic() < until, self.end()
                time.sleep(0.05)
        client.headers.update(headers)
        self._clients.append(client)
        return client

    def close(self):
        """Let go of everything that it was spoken to with."""
        for client in self._clients:
            client.close()

    def kill(self):
        """End it at once, wherever it is."""
        self.close()
        self.process.kill()
        self.process.communicate(timeout=60)

    def end(self):
        """End it as Ctrl+C does; return its exit code and what it said."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def server_of(folder, *flags, **environment):
    """Give the real server of a folder."""
    server = Server(folder, *flags, **environment)
    try:
        yield server
    finally:
        server.close()
        if server.process.poll() is None:
            server.kill()
