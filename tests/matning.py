"""What a command takes: run as a program of its own, so that nothing of whoever asks is counted with it.

python tests/matning.py MAPP SEKUNDER KOMMANDO…
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
YARDSTICK = 0.065  # seconds that the work of ``slowness`` took there


def measured(folder, command, seconds=60):
    """Run a command in a folder; return its exit code, seconds of work, megabytes, and all that it said.

    The seconds are those that it and the processes it started have worked, whatever else the machine does.
    """
    asked = [sys.executable, "-I", __file__, str(folder), str(seconds), *command]
    done = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)


def slowness():
    """Return how many times slower this machine is just now than the one that the limits were set on, at least 1.

    Where two share a core, what each does takes more seconds of it.
    """
    return max(1, min(_yardstick() for _ in range(3)) / YARDSTICK)


def _yardstick():
    started = time.process_time()
    words = {f"ord{number * 7919 % 30_000}": number for number in range(60_000)}
    sum(len(word) * number for word, number in sorted(words.items()))
    return time.process_time() - started


def most_memory():
    """Return the most memory that this process has had, in MB, without what was there before it began."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _run(folder, seconds, command):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    read, write = os.pipe()
    deadline = time.monotonic() + seconds
    program = "import os, sys; os.chdir(sys.argv.pop(1)); from rapport.cli.main import main; main()"
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", program, folder, *command],
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_DUP2, write, 2), (os.POSIX_SPAWN_CLOSE, read)],
        setpgroup=0,
    )
    os.close(write)
    said = bytearray()
    while time.monotonic() < deadline:
        if select.select([read], [], [], 0.2)[0]:
            found = os.read(read, 1 << 16)
            if not found:
                break
            said += found[: 1_000_000 - len(said)]
    else:
        os.killpg(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    unit = 1024 if sys.platform != "darwin" else 1024**2
    code = os.waitstatus_to_exitcode(status)
    return code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, said.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(sys.argv[1], float(sys.argv[2]), sys.argv[3:])))
