"""An editor as the language server meets it: a process of its own, driven over stdin and stdout, one message at a time.

It keeps the text that it has told the server of, counts in UTF-16 as editors do, and remembers what it is shown.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

ROOT = Path(__file__).parents[1]
START = "import sys; from rapport.cli.main import main; main()"
COMMAND = (sys.executable, "-c", START, "lsp")
CAN_DIVIDE = sys.platform == "linux"
WAIT = 120  # seconds: nothing takes so long unless it is never done


class Redigerare:
    """Starts the server, and leaves it as an editor does; with a command, as a program from its beginning."""

    def __init__(self, *command, capabilities=None, environment=None):
        env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | (environment or {})
        if command or not CAN_DIVIDE:
            pipe = subprocess.PIPE
            self.process = subprocess.Popen(command or COMMAND, stdin=pipe, stdout=pipe, stderr=pipe, env=env, cwd=ROOT)
        else:
            from delad import Divided

            self.process = Divided(env)
        self.texts, self.versions = {}, {}
        self.diagnostics, self.rooms, self.told, self.asked, self.log = {}, {}, [], [], []
        self._messages, self._answers, self._last = Queue(), {}, 0
        for read in (self._read, self._read_log):
            Thread(target=read, daemon=True).start()
        self.server = self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities or {})
        self.tell("initialized")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        assert self.process.wait(WAIT) == 0
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()

    def open(self, file, text=None, uri=None):
        """Open a file, or a text that is not saved under its name; return its URI."""
        uri = uri or Path(file).as_uri()
        self.texts[uri] = Path(file).read_bytes().decode("utf-8") if text is None else text
        self.versions[uri] = 1
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": self.texts[uri]}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def type(self, uri, at, new, removed=0):
        """Put something in at an offset, and take out as many characters there."""
        text = self.texts[uri]
        change = {"range": {"start": position(text, at), "end": position(text, at + removed)}, "text": new}
        self.texts[uri] = text[:at] + new + text[at + removed :]
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[change])

    def save(self, uri, file):
        Path(file).write_bytes(self.texts[uri].encode("utf-8"))
        self.tell("textDocument/didSave", textDocument={"uri": uri})

    def close(self, uri):
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        del self.texts[uri], self.versions[uri]

    def shown(self, uri):
        """Return the diagnostics of a file as it is now."""
        while self.diagnostics.get(uri, {}).get("version") != self.versions[uri]:
            self.take()
        return self.diagnostics[uri]["diagnostics"]

    def settled(self, uri):
        """Return the diagnostics of a file as it is now, when nothing of it is left open any longer."""
        room = {}
        while room.get("version") != self.versions[uri] or not room["hel"]:
            self.take()
            room = self.rooms.get(uri, {})
        return self.diagnostics[uri]["diagnostics"]

    def words(self, uri):
        """Return what is shown of a file as it is now: the rule and the text that it is shown at."""
        return [(one["code"], self.text_at(uri, one["range"])) for one in self.shown(uri)]

    def text_at(self, uri, where):
        text = self.texts[uri]
        return text[offset(text, where["start"]) : offset(text, where["end"])]

    def ask(self, method, **params):
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        number = self._last
        while number not in self._answers:
            self.take()
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method, **params):
        self._send({"method": method, "params": params})

    def take(self, wait=WAIT):
        """Take in the next message."""
        try:
            message = self._messages.get(timeout=wait)
        except Empty:
            raise AssertionError(f"inget från servern på {wait} s: {''.join(self.log)}") from None
        assert message is not None, "".join(self.log)
        params = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[params["uri"]] = params
        elif message.get("method") == "rapport/rum":
            self.rooms[params["uri"]] = params
        elif message.get("method") == "window/showMessage":
            self.told.append(params["message"])
        elif "method" in message and "id" in message:
            self.asked.append(message["method"])
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            self._answers[message["id"]] = message

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self):
        stream = self.process.stdout
        while header := stream.readline():
            size = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(size)))
        self._messages.put(None)

    def _read_log(self):
        for line in self.process.stderr:
            self.log.append(line.decode("utf-8"))


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _lines(text):
    found, at = [], 0
    while at < len(text):
        ends = [end for sign in ("\r", "\n") if (end := text.find(sign, at)) >= 0]
        end = min(ends, default=len(text))
        end += 2 if text.startswith("\r\n", end) else 1
        found.append(text[at:end])
        at = end
    return [*found, ""] if not found or found[-1].endswith(("\n", "\r")) else found


def position(text, at):
    before = text[:at]
    number = len(_lines(before)) - 1
    return {"line": number, "character": units(before[sum(map(len, _lines(before)[:-1])) :])}


def offset(text, where):
    rows = _lines(text)
    start, at = sum(map(len, rows[: where["line"]])), 0
    while units(rows[where["line"]][:at]) < where["character"]:
        at += 1
    return start + at
