"""Pages that write in one report while everything that can happen does: the model that the protocol is tried with.

The pages are the real modules, run by node without a browser (webb_vaxling.mjs); the server is the real application.
What is asked reaches it, and what is answered reaches the page, in any order, or never; others write in the files; the
server is killed between two saves; pages are closed, politely or not, and opened again.
"""

import json
import random
import re
import shutil
import subprocess
from collections import Counter
from contextlib import ExitStack

from conftest import ROOT
from webb import HERE, application_of

from rapport.store.area_file import read_area_file

FRAGA = "1.1"
AREA = 'område: 1 # kommentar\nsvar:\n  "1.1": |\n{}\n  "1.2": Kort. # också\n'
_WORD = re.compile(r"[wk]\d+[abc]?\d?")


def area_of(paragraphs):
    """Return an area file with these paragraphs in its first answer."""
    return AREA.format("\n\n".join(f"    {paragraph}" for paragraph in paragraphs))


class Pages:
    """The pages of one browser, in a process of their own."""

    def __init__(self):
        command = [shutil.which("node"), ROOT / "tests" / "webb_vaxling.mjs", ROOT / "tests" / "webb_vaxling_sida.mjs"]
        self._process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self.seen, self.asked, self.drafts = {}, [], {}

    def do(self, what, sida=None, **more):
        """Let something happen; note what the pages ask and show."""
        self._process.stdin.write(json.dumps({"gor": what, "sida": sida, **more}) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        assert not said["fel"], said["fel"]
        self.seen, self.drafts = said["sidor"], said["utkast"]
        self.asked += said["bett"]

    def end(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=20)


class Network:
    """The server, and what is on its way between it and the pages."""

    def __init__(self, folder, pages, draw):
        self.path, self.pages, self.draw = folder, pages, draw
        self.replies, self.events, self.conflicts, self.names = [], [], [], {}
        self.start()

    def start(self):
        """Start the server."""
        self._server = ExitStack()
        self.client, address, self.arbete = self._server.enter_context(application_of(self.path))
        self.client.get(address)
        self.client.headers.update({"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
        self.arbete.handelser.tell = lambda kind, data: self._told(kind, json.loads(json.dumps(data)))

    def stop(self, *, is_killed=True):
        """End the server, in the middle of what it is at or as Ctrl+C does."""

        async def nothing():
            return None

        if is_killed:
            self.arbete.end = nothing
        self._server.close()
        self.events.clear()

    def _told(self, kind, data):
        if kind in ("rapport", "sparat", "konflikt"):
            self.events += [(name, kind, data) for name in self.names.values()]
        if kind == "konflikt":
            self.conflicts.append(data)

    def arrive(self):
        """Let something that was asked reach the server, not always in order."""
        if self.pages.asked:
            self.process(self.pages.asked.pop(self._next(self.pages.asked)))

    def process(self, asked):
        """Let the server answer; the answer is on its way."""
        body, way = asked["kropp"], asked["vag"]
        done = self.client.get(way) if body is None else self.client.post(way, json=body)
        assert done.status_code in (200, 409, 410), (way, body, done.text)
        if done.status_code == 409:
            self.conflicts.append(done.json()["strid"])
        self.replies.append((asked, done.status_code, done.json()))

    def reply(self):
        """Let an answer reach its page, not always in order."""
        if self.replies:
            self.give(*self.replies.pop(self._next(self.replies)))

    def give(self, asked, status=0, data=None):
        """Let a page have an answer; without one it hears that there was none."""
        self.pages.do("ge", asked["sida"], nr=asked["nr"], status=status, data=data)

    def _next(self, waiting):
        return 0 if self.draw.random() < 0.8 else self.draw.randrange(len(waiting))

    def event(self):
        """Tell a page of something that has happened."""
        if self.events:
            name, kind, data = self.events.pop(0)
            if name in self.pages.seen:
                self.pages.do("handelse", name, slag=kind, data=data)

    def lose(self):
        """Let something that was asked, or its answer, get lost."""
        waiting = self.pages.asked if self.draw.random() < 0.5 else self.replies
        if waiting:
            lost = waiting.pop(self.draw.randrange(len(waiting)))
            self.give(lost if waiting is self.pages.asked else lost[0])

    def save(self):
        """Let the server write what is unsaved."""
        assert self.client.post("/api/spara", json={}).status_code == 200

    def look(self):
        """Let the server take in what is on disk, as the system tells of it."""
        self.client.portal.call(self.arbete.take_in)

    def kill(self):
        """Kill the server and start it anew: what was on its way is lost, with what it had not saved."""
        self.stop(is_killed=self.draw.random() < 0.8)
        lost = [*self.pages.asked, *[asked for asked, *_ in self.replies]]
        self.pages.asked.clear()
        self.replies.clear()
        for one in lost:
            self.give(one)
        self.start()
        self.events = [(name, "rapport", {"vad": "kontroll"}) for name in self.names.values()]

    def clock(self):
        """Let time go, so that what did not get through is tried again."""
        self.pages.do("tid", ms=2500)


class World(Network):
    """Writers at pages of one answer, each in her own paragraph, or ``is_shared`` all in one.

    ``typed`` has by writer the paragraphs that she has typed; the last of them is of one who writes in the file itself.
    """

    def __init__(self, folder, pages, seed, writers=3, *, is_shared=False, is_killed=False):
        self.typed = {number: [f"Stycke {number}."] for number in range(writers + 1)}
        self.is_shared, self.is_killed, self._opened, self._words = is_shared, is_killed, 0, 0
        super().__init__(folder, pages, random.Random(seed))

    def open(self, writer):
        """Open the answer in a page, and put the cursor where she writes."""
        self._opened += 1
        name = self.names[writer] = f"{writer}-{self._opened}"
        self.pages.do("oppna", name)
        for _ in range(6):
            for asked in [one for one in self.pages.asked if one["sida"] == name]:
                self.pages.asked.remove(asked)
                self.process(asked)
            for answer in [one for one in self.replies if one[0]["sida"] == name]:
                self.replies.remove(answer)
                self.give(*answer)
        own = self.typed[writer]
        own[:] = [one.rstrip() for one in own if one.strip()]  # nobody sees what is behind the last word of a line
        text = [line.rstrip() for line in self.pages.seen[name]["text"]]
        if self.is_shared:
            self.pages.do("stycke", name, ord=0)
        elif not self.pages.seen[name]["strid"]:
            self.pages.do("stycke", name, ord=text.index(own[-1]))

    def type(self):
        """Type a word, or half of one, or only a blank, or begin a paragraph: a key at a time."""
        writer = self.draw.choice(list(self.names))
        name, own = self.names[writer], self.typed[writer]
        if not self.pages.seen[name]["redo"] or self.pages.seen[name]["strid"]:
            return
        kind = self.draw.random()
        if kind < 0.05 and own[-1].strip() and not self.is_shared:
            self.pages.do("skriv", name, text="\n")
            own.append("")
            return
        self._words += 1
        blank = " " if own[-1] and not own[-1].endswith(" ") else ""
        for letter in blank if kind < 0.2 else f"{blank}w{self._words}{self.draw.choice('abc')}{writer}":
            if self.pages.seen[name]["strid"]:
                return  # a window stands in front of the text
            self.pages.do("skriv", name, text=letter)
            own[-1] += letter
            while self.draw.random() < 0.3:
                self.draw.choice((self.arrive, self.arrive, self.reply, self.reply, self.event))()

    def colleague(self):
        """Let somebody write in her own paragraph of the file, in an editor of her own."""
        file, own = self.path / "1.yaml", self.typed[max(self.typed)]
        self._words += 1
        more = f"{own[0]} k{self._words}"
        text = file.read_bytes().decode("utf-8")
        file.write_bytes(text.replace(own[0], more).encode("utf-8"))
        own[0] = more

    def shut(self):
        """Close a page in the middle of a word and open another; what was asked last may come late, or never."""
        writer = self.draw.choice(list(self.names))
        name = self.names[writer]
        if self.pages.seen[name]["strid"]:
            return
        self.pages.do("stang", name, hej=self.draw.random() < 0.7)
        last = [one for one in self.pages.asked if one["sida"] == name]
        self.pages.asked = [one for one in self.pages.asked if one["sida"] != name]
        self.replies = [one for one in self.replies if one[0]["sida"] != name]
        self.draw.shuffle(last)
        late = [one for one in last if self.draw.random() < 0.3]
        for one in last:
            if one not in late and self.draw.random() < 0.7:
                self.process(one)
        self.open(writer)
        self.pages.asked += late

    def run(self, steps):
        """Let things happen, and then all come to rest."""
        often = {self.arrive: 20, self.reply: 20, self.event: 20, self.type: 35}
        seldom = {self.save: 5, self.look: 4, self.colleague: 3, self.clock: 3, self.lose: 1}
        rarely = {self.shut: 2, self.kill: 1 * self.is_killed}
        happens = often | seldom | rarely
        for writer in range(len(self.typed) - 1):
            self.open(writer)
        for what in self.draw.choices([*happens], [*happens.values()], k=steps):
            what()
        for _ in range(40):
            while self.pages.asked or self.replies or self.events:
                self.arrive()
                self.reply()
                self.event()
            if all(one["lugn"] or one["strid"] for one in self.pages.seen.values()):
                self.look()
                self.save()
            else:
                self.clock()

    @property
    def text(self):
        """The answer as it is in its file."""
        area = read_area_file((self.path / "1.yaml").read_bytes().decode("utf-8"), "1.yaml")
        assert not area.findings
        return area.post.svar[FRAGA].text

    def lost(self):
        """Return the paragraphs that are not in the file just as they were typed, and what it has instead of them."""
        there = Counter(line for line in self.text.split("\n") if line)
        wanted = Counter(one.rstrip() for own in self.typed.values() for one in own if one.strip())
        return dict(wanted - there), dict(there - wanted)

    def lost_words(self):
        """Return the words that are nowhere, not in a dispute that is shown nor in a draft; and those there twice."""
        words = Counter(_WORD.findall(self.text))
        shown = json.dumps([self.text, self.pages.seen, self.pages.drafts], ensure_ascii=False)
        typed = {word for own in self.typed.values() for one in own for word in _WORD.findall(one)}
        # Of two words of which a question came in the middle, the file may have the same two letters: no word of hers.
        return sorted(word for word in typed if word not in shown), sorted(word for word in typed if words[word] > 1)
