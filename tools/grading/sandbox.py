"""Rooms: one in which a submission runs, one in which it is judged. No network, limits, no way out.

bubblewrap makes them, or Docker or Podman, which was written by their manuals and not tried.
Whether bubblewrap may is only known by trying: it is forbidden in most containers and where
AppArmor has no profile for it.
"""

import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread, local

import matplotlib.font_manager
import psutil

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LONGEST = 2 * 10**7  # bytes of all that a judge may say, outputs of cells included
MEMORY, PROCESSES, SECONDS = 4 * 10**9, 200, 900  # of all that is in a room together
FORKS, MINE = ("bwrap", ""), local()  # no stream can be handed on into a container
IMAGE = "convolution-101"  # of Docker or Podman; see Dockerfile
# The list of fonts, made by matplotlib's import above, which each room would make anew.
FONTS = Path(matplotlib.get_cachedir()).glob("fontlist-*.json")
FONTS = {f".matplotlib/{file.name}": file.read_bytes() for file in FONTS}
NONE_FOUND = (
    "Submissions are programs, and nothing here can shut them in: bubblewrap, Podman and Docker are"
    " missing or forbidden. Install one (Debian: apt-get install bubblewrap), or, on a machine that"
    " has nothing to lose,"
)
# What is in the room's folder is copied, because what is written to it the host must not open.
COPY = """sh -c 'cp -r /in/. /home/ && exec "$@"' sh"""
EMPTY = {"PATH": "/usr/bin:/bin"}  # /proc/1/environ inside shows the launcher's environment
SETTINGS = {"OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "MPLCONFIGDIR": ".matplotlib"}


def bubblewrap(folder):
    """Return the words of a command that makes a room; the command to run in it follows them."""
    paths = sys.base_prefix, sys.prefix, str(HERE), str(folder)
    base, prefix, programs, theirs = map(shlex.quote, paths)
    # prlimit stands inside the user namespace: outside, --nproc would count the user's others.
    return shlex.split(f"""
        bwrap --unshare-all --unshare-user --disable-userns --cap-drop ALL --die-with-parent
        --new-session --hostname k --setenv PATH /usr/bin:/bin --setenv HOME /tmp
        --setenv LANG C.UTF-8 {" ".join(f"--setenv {name} {SETTINGS[name]}" for name in SETTINGS)}
        --setenv PYTHONPATH /convolution_101 --ro-bind /usr /usr
        --symlink usr/lib /lib --symlink usr/lib64 /lib64 --symlink usr/bin /bin
        --ro-bind-try /etc/fonts /etc/fonts --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache
        --ro-bind-try /etc/alternatives /etc/alternatives --proc /proc --dev /dev --size 64000000
        --tmpfs /dev/shm --size 200000000 --tmpfs /tmp --size 200000000 --tmpfs /home
        --ro-bind {base} {base} --ro-bind {prefix} {prefix}
        --ro-bind {programs} /convolution_101/grading --ro-bind {theirs} /in
        --chdir /home --remount-ro /dev --remount-ro / {COPY}
        prlimit --nproc={PROCESSES} --fsize=100000000 --as={MEMORY} --cpu={SECONDS} --core=0
    """)


def container(engine, folder):
    """Return the same for Docker or Podman."""
    programs, theirs = map(shlex.quote, (str(HERE), str(folder)))
    return shlex.split(f"""
        {engine} run --rm --pull never --interactive --network none --read-only --cap-drop ALL
        --security-opt no-new-privileges --pids-limit {PROCESSES} --memory {MEMORY}
        --memory-swap {MEMORY} --ulimit fsize=100000000 --ulimit core=0 --shm-size 64000000
        --tmpfs /tmp:size=200000000 --tmpfs /home:size=200000000 --workdir /home --env HOME=/tmp
        {" ".join(f"--env {name}={SETTINGS[name]}" for name in SETTINGS)}
        --env PYTHONPATH=/convolution_101 --volume {programs}:/convolution_101/grading:ro
        --volume {theirs}:/in:ro {IMAGE} {COPY} timeout {SECONDS}
    """)


def command(way, folder, *words):
    """Return how Popen starts Python with these words, in a room if there is a `way`."""
    if way == "bwrap":
        return {"args": [*bubblewrap(folder), sys.executable, *words], "env": EMPTY}
    if way:
        return {"args": [*container(way, folder), "python", *words]}
    there = os.environ | SETTINGS | {"PYTHONPATH": f"{ROOT}{os.pathsep}{HERE.parent}"}
    return {"args": [sys.executable, *words], "env": there, "cwd": folder}


def found(ways=("bwrap", "podman", "docker")):
    """Return the first way to make a room that works here, by making one; "" if none does."""
    for way in ways:
        with suppress(OSError, subprocess.SubprocessError), tempfile.TemporaryDirectory() as folder:
            start = command(way, folder, "--version")
            subprocess.run(**start, timeout=30, check=True, stdout=subprocess.DEVNULL)
            return way
    return ""


def watch(process, seconds=SECONDS):
    """End a room when it has lasted too long, or has taken too much memory or too many processes.

    What is in it ends with it. Its own limits are for each process, and root has no limit of those.
    """
    end = time.monotonic() + seconds
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


@contextmanager
def room(way, files, stdin, *words, seconds=SECONDS):
    """Start Python in a room in which these files are, and end all that is in it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        for place, content in files.items():
            with suppress(OSError, ValueError):  # a ZIP may have names that no disk can have
                Path(folder, place).parent.mkdir(parents=True, exist_ok=True)
                Path(folder, place).write_bytes(content)
        pipes = {"stdin": stdin, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(**command(way, folder, *words), **pipes) as process:
            Thread(target=watch, args=(process, seconds), daemon=True).start()
            try:
                yield process
            finally:
                process.kill()


@contextmanager
def judge(way, seed, stream):
    """Have what a runner says on a stream judged, and give the stream of verdicts."""
    ours = [*ROOT.glob("practical/*.py"), *ROOT.glob("data/*.jpg")]
    files = FONTS | {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in ours}
    if way not in FORKS:
        with room(way, files, stream, "-m", "grading.judge", str(seed)) as process:
            yield process.stdout
        return
    # A thread has a judge that has torch loaded; a copy of it judges a submission, and ends.
    if not hasattr(MINE, "judge") or MINE.judge.poll() is not None:
        MINE.socket, theirs = socket.socketpair()
        with theirs:
            MINE.room = room(way, files, theirs, "-m", "grading.judge", seconds=float("inf"))
            MINE.judge = MINE.room.__enter__()
    heard, told = os.pipe()
    socket.send_fds(MINE.socket, [b"%20d" % seed], [stream.fileno(), told])
    os.close(told)
    with os.fdopen(heard, "rb") as verdicts:
        yield verdicts


def run(way, steps, files, seed, cell_seconds):
    """Return verdicts on the steps of a submission, and outputs, as lines of JSON; see judge.py.

    `files` are what stands beside it, bytes by their relative paths. `way` is how to make a room,
    "" for none; a cell has so many seconds.
    """
    with (
        # -P: what a student calls queue.py is for their kernel, not for what runs it.
        room(way, FONTS | files, subprocess.PIPE, "-P", "-m", "grading.runner") as runner,
        judge(way, seed, runner.stdout) as verdicts,
    ):
        runner.stdout.close()  # the judge alone hears it
        with suppress(BrokenPipeError), runner.stdin as stream:
            stream.write(json.dumps([steps, cell_seconds, seed]).encode())
        return verdicts.read(LONGEST).decode(errors="replace")  # a flood alone has more
