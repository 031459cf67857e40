"""A room for one submission: no network, nothing of the host but its own folder, and limits.

bubblewrap makes it. Whether it may is only known by trying: it is forbidden in most containers and
where AppArmor has no profile for it.
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer

LONGEST = 10**6  # bytes of what a runner may say
RUNNER = Path(__file__).with_name("runner.py").resolve()
# As seen from inside. The folder is copied, because what is written to it the host must not open.
# prlimit stands inside the user namespace: outside, --nproc would count the user's other processes.
ROOM = f"""
    bwrap --unshare-all --unshare-user --disable-userns --cap-drop ALL --die-with-parent
    --new-session --hostname k
    --setenv PATH /usr/bin:/bin --setenv HOME /tmp --setenv LANG C.UTF-8
    --setenv OMP_NUM_THREADS 1 --setenv PYTHONHASHSEED 0 --setenv MPLCONFIGDIR /tmp/matplotlib
    --ro-bind /usr /usr --symlink usr/lib /lib --symlink usr/lib64 /lib64 --symlink usr/bin /bin
    --ro-bind-try /etc/fonts /etc/fonts --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache
    --ro-bind-try /etc/alternatives /etc/alternatives --proc /proc --dev /dev
    --size 64000000 --tmpfs /dev/shm --size 200000000 --tmpfs /tmp --size 200000000 --tmpfs /home
    --ro-bind {sys.base_prefix} {sys.base_prefix} --ro-bind {sys.prefix} {sys.prefix}
    --ro-bind {RUNNER} /grading/runner.py --ro-bind FOLDER /in
    --chdir /home --remount-ro /dev --remount-ro /
    sh -c COPY sh
    prlimit --nproc=200 --fsize=100000000 --as=4000000000 --cpu=900 --core=0
"""
COPY = 'cp -r /in/. /home/ && exec "$@"'
EMPTY = {"PATH": "/usr/bin:/bin"}  # /proc/1/environ inside shows the launcher's environment


def room(folder):
    """Return the words of a command that makes the room; the command to run in it follows them."""
    return [{"FOLDER": str(folder), "COPY": COPY}.get(word, word) for word in ROOM.split()]


def works(folder):
    """Say whether a room can be made here, by making one."""
    try:
        return not subprocess.run([*room(folder), "true"], env=EMPTY, timeout=30).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False


def run(folder, steps, isolated, seconds):
    """Return what the runner prints for `steps` (JSON) within so many seconds.

    It runs in a room with a copy of `folder`, or, if not `isolated`, in `folder` itself.
    """
    inside = [*room(folder), sys.executable, "/grading/runner.py"]
    command, environment = (inside, EMPTY) if isolated else ([sys.executable, RUNNER], os.environ)
    with subprocess.Popen(
        command,
        env=environment | {"OMP_NUM_THREADS": "1"},
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        clock = Timer(seconds, process.kill)
        clock.start()
        with suppress(BrokenPipeError):
            process.stdin.write(steps.encode())
            process.stdin.close()
        said = process.stdout.read(LONGEST)  # more than that only a flood has
        process.kill()
        clock.cancel()
    return said.decode(errors="replace")
