"""Rooms: one in which a submission runs, one in which it is judged. No network, limits, no way out.

bubblewrap makes them, or Docker or Podman, which was written by their manuals and not tried.
Whether bubblewrap may is only known by trying: it is forbidden in most containers and where
AppArmor has no profile for it.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock, Thread

import matplotlib.font_manager
import psutil

from grading.merge import LOAD

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LONGEST = 2 * 10**7  # bytes of all that a judge may say, outputs of cells included
MEMORY, PROCESSES, SECONDS = 4 * 10**9, 200, 900  # of all that is in a room together
IMAGE = "convolution-101"  # of Docker or Podman; see Dockerfile
NONE_FOUND = (
    "Submissions are programs, and nothing here can shut them in: bubblewrap, Podman and Docker are"
    " missing or forbidden. Install one (Debian: apt-get install bubblewrap), or, on a machine that"
    " has nothing to lose,"
)
# What is in the room's folder is copied, because what is written to it the host must not open.
COPY = 'cp -r /in/. /home/ && exec "$@"'
EMPTY = {"PATH": "/usr/bin:/bin"}  # /proc/1/environ inside shows the launcher's environment
SETTINGS = {"OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "MPLCONFIGDIR": "/home/.matplotlib"}


def bubblewrap(folder):
    """Return the words of a command that makes a room; the command to run in it follows them."""
    # prlimit stands inside the user namespace: outside, --nproc would count the user's others.
    words = f"""
        bwrap --unshare-all --unshare-user --disable-userns --cap-drop ALL --die-with-parent
        --new-session --hostname k --setenv PATH /usr/bin:/bin --setenv HOME /tmp
        --setenv LANG C.UTF-8 {" ".join(f"--setenv {name} {SETTINGS[name]}" for name in SETTINGS)}
        --setenv PYTHONPATH /convolution_101 --ro-bind /usr /usr
        --symlink usr/lib /lib --symlink usr/lib64 /lib64 --symlink usr/bin /bin
        --ro-bind-try /etc/fonts /etc/fonts --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache
        --ro-bind-try /etc/alternatives /etc/alternatives --proc /proc --dev /dev --size 64000000
        --tmpfs /dev/shm --size 200000000 --tmpfs /tmp --size 200000000 --tmpfs /home
        --ro-bind BASE BASE --ro-bind PREFIX PREFIX
        --ro-bind PROGRAMS /convolution_101/grading --ro-bind FOLDER /in
        --chdir /home --remount-ro /dev --remount-ro / sh -c COPY sh
        prlimit --nproc={PROCESSES} --fsize=100000000 --as={MEMORY} --cpu={SECONDS} --core=0
    """
    places = {"BASE": sys.base_prefix, "PREFIX": sys.prefix, "PROGRAMS": str(HERE)}
    return in_place(words, places | {"FOLDER": str(folder), "COPY": COPY})


def container(engine, folder):
    """Return the same for Docker or Podman."""
    words = f"""
        {engine} run --rm --pull never --interactive --network none --read-only --cap-drop ALL
        --security-opt no-new-privileges --pids-limit {PROCESSES} --memory {MEMORY}
        --memory-swap {MEMORY} --ulimit fsize=100000000 --ulimit core=0 --shm-size 64000000
        --tmpfs /tmp:size=200000000 --tmpfs /home:size=200000000 --workdir /home --env HOME=/tmp
        {" ".join(f"--env {name}={SETTINGS[name]}" for name in SETTINGS)}
        --env PYTHONPATH=/convolution_101 --volume PROGRAMS --volume FOLDER
        {IMAGE} sh -c COPY sh timeout {SECONDS}
    """
    volumes = {
        "PROGRAMS": f"{HERE}:/convolution_101/grading:ro",
        "FOLDER": f"{folder}:/in:ro",
    }
    return in_place(words, volumes | {"COPY": COPY})


def in_place(words, given):
    """Return the words, some of them in the places of their names: paths may have spaces."""
    return [given.get(word, word) for word in words.split()]


def command(way, folder, *words):
    """Return how Popen starts Python with these words, in a room if there is a `way`."""
    if way == "bwrap":
        return {"args": [*bubblewrap(folder), sys.executable, *words], "env": EMPTY}
    if way:
        return {"args": [*container(way, folder), "python", *words]}
    more = SETTINGS | {"PYTHONPATH": f"{ROOT}{os.pathsep}{HERE.parent}"}
    more["MPLCONFIGDIR"] = matplotlib.get_configdir()
    return {"args": [sys.executable, *words], "env": os.environ | more, "cwd": folder}


def found(ways=("bwrap", "podman", "docker")):
    """Return the first way to make a room that works here, by making one; "" if none does."""
    for way in ways:
        with suppress(OSError, subprocess.SubprocessError), tempfile.TemporaryDirectory() as folder:
            start = command(way, folder, "--version")
            subprocess.run(**start, timeout=30, check=True, stdout=subprocess.DEVNULL)
            return way
    return ""


def watch(process):
    """End a room when it has lasted too long, or has taken too much memory or too many processes.

    What is in it ends with it. Its own limits are for each process, and root has no limit of those.
    """
    end = time.monotonic() + SECONDS
    while process.poll() is None:
        with suppress(psutil.NoSuchProcess):
            inside = psutil.Process(process.pid).children(recursive=True)
            used = 0
            for one in inside:
                with suppress(psutil.NoSuchProcess):
                    used += one.memory_info().rss
            if time.monotonic() > end or used > MEMORY or len(inside) > PROCESSES:
                process.kill()
        time.sleep(0.5)


class Judge:
    """A process that has torch loaded and has read nothing of any student; copies of it judge."""

    def __init__(self, way):
        """Start it, in a room if there is a `way`. It ends when nobody can ask it any more."""
        self.way, self.folder = way, tempfile.TemporaryDirectory()
        for name in "practical", "data":
            shutil.copytree(ROOT / name, Path(self.folder.name, name))
        self.requests, theirs = socket.socketpair()
        with theirs:
            if way in ("bwrap", ""):
                self.start(str(theirs.fileno()), pass_fds=[theirs.fileno()])

    def start(self, argument, **more):
        """Start a judge."""
        start = command(self.way, self.folder.name, "-m", "grading.judge", argument)
        self.process = subprocess.Popen(**start, stderr=subprocess.DEVNULL, **more)

    def hear(self, stream, seed):
        """Return the stream of verdicts on what a runner says on a stream; see judge.py."""
        ours, theirs = os.pipe()
        if self.way in ("bwrap", ""):
            socket.send_fds(self.requests, [b"%20d" % seed], [stream.fileno(), theirs])
        else:  # no stream can be handed on into a container
            self.start(f"seed {seed}", stdin=stream, stdout=theirs)
        os.close(theirs)
        return os.fdopen(ours, "rb")


ONE_AT_A_TIME, judge = Lock(), cache(Judge)


@cache
def font_list():
    """Return the list of fonts, made by its import, which each room would make anew."""
    files = Path(matplotlib.get_cachedir()).glob("fontlist-*.json")
    return {f".matplotlib/{file.name}": file.read_bytes() for file in files}


def run(way, steps, files, seed, cell_seconds):
    """Return verdicts on the steps of a submission, and outputs, as lines of JSON; see judge.py.

    `files` are what stands beside it, bytes by their relative paths. `way` is how to make a room,
    "" for none; a cell has so many seconds.
    """
    text = json.dumps([steps, cell_seconds, LOAD, seed])
    with ONE_AT_A_TIME:
        listener, fonts = judge(way), font_list() if way == "bwrap" else {}
        if way in ("bwrap", "") and listener.process.poll() is not None:
            judge.cache_clear()  # it has ended, with the thread that started it or by itself
            listener = judge(way)
    with tempfile.TemporaryDirectory() as folder:
        for place, content in (fonts | files).items():
            with suppress(OSError, ValueError):  # a ZIP may have names that no disk can have
                Path(folder, place).parent.mkdir(parents=True, exist_ok=True)
                Path(folder, place).write_bytes(content)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        start = command(way, folder, "-m", "grading.runner")
        with subprocess.Popen(**start, **pipes) as process:
            Thread(target=watch, args=(process,), daemon=True).start()
            verdicts = listener.hear(process.stdout, seed)
            process.stdout.close()
            with suppress(BrokenPipeError), process.stdin as stream:
                stream.write(text.encode())
            with verdicts:
                said = verdicts.read(LONGEST)  # more than that only a flood has
            process.kill()
    return said.decode(errors="replace")
