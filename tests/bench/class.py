"""Measure a class on one machine: a real JupyterHub, and students who run the solutions in it.

All students press the button at the same moment. Each gets a server from the Hub, opens the
notebook, starts a kernel, runs the cells one after the other over the server's websocket as
JupyterLab does, saves, and stays until the last one is done. Nobody's browser is measured. Homes
are empty at the start, as in a first lesson. Memory is PSS: what several processes share counts
once. Everything listens on 127.0.0.1, lives in a temporary folder, and is ended with the class.
"""

import argparse
import asyncio
import contextlib
import ctypes
import importlib.metadata
import json
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import aiohttp
import nbformat
import psutil
from jupyter_client.session import Session, json_packer
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = "convolution_101_solutions.ipynb"
CELLS = [c for c in nbformat.read(ROOT / NOTEBOOK, as_version=4).cells if c.cell_type == "code"]
PROXY = Path(sys.prefix, "node_modules", ".bin", "configurable-http-proxy")
MOST_STUDENTS = 100
# Below what the system hands out: chosen there, a port may be gone before its server listens.
FIRST_PORT = 20_000
CONFIG = """\
from itertools import count

for section, settings in {config!r}.items():
    c[section].update(settings)
ports = count({first_port})
c.Spawner.pre_spawn_hook = lambda spawner: setattr(spawner, "port", next(ports))
"""
SETTLE = 10  # seconds from the last student's last cell to the settled memory
RESERVE = 4  # GB for the system, its file cache, and students who try larger pictures
LEAST_FREE = 1  # GB; a class that leaves less is ended before the machine stops answering
MB, GB = 2**20, 2**30


class Failure(Exception):
    """Why a student, or the whole class, did not get to the end."""


def free_ports(count):
    """Return the numbers of `count` ports that nobody on 127.0.0.1 uses."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def adopt_orphans():
    """Let what a dying Hub leaves behind become this program's children, so that it is found."""
    pr_set_child_subreaper = 36
    ctypes.CDLL(None).prctl(pr_set_child_subreaper, 1, 0, 0, 0)


def kill_children(process):
    """Kill all that a process started, each by its id; return them.

    A child is stopped before its own children are listed, so that it cannot start another one.
    """
    killed = []
    for child in process.children():
        with contextlib.suppress(psutil.NoSuchProcess):
            child.suspend()
            killed += [child, *kill_children(child)]
            child.kill()
    return killed


async def answers(hub, http):
    """Wait for a Hub that was just started; return whether it answers within a minute."""
    for _ in range(120):
        with contextlib.suppress(aiohttp.ClientError):
            async with http.get("/hub/api/") as answer:
                if answer.ok:
                    return True
        if hub.poll() is not None:
            return False
        await asyncio.sleep(0.5)
    return False


@contextlib.asynccontextmanager
async def jupyterhub(folder, threads, timeout):
    """Run a JupyterHub with its files in `folder`; yield its process and an HTTP session to it."""
    public, inner, proxy_api = (f"http://127.0.0.1:{port}" for port in free_ports(3))
    token = secrets.token_hex(32)
    config = {
        "JupyterHub": {
            "bind_url": public,
            "hub_bind_url": inner,
            "authenticator_class": "null",  # nobody logs in; the students come with the token
            "spawner_class": "simple",  # needs no system accounts, so it works for everyone
            "services": [{"name": "class", "api_token": token}],
            "load_roles": [
                {
                    "name": "class",
                    "services": ["class"],
                    "scopes": ["admin:users", "admin:servers", "access:servers"],
                }
            ],
        },
        "ConfigurableHTTPProxy": {"command": [str(PROXY)], "api_url": proxy_api},
        "SimpleLocalProcessSpawner": {
            "cmd": [str(Path(sys.executable).with_name("jupyterhub-singleuser")), "--allow-root"],
            "home_dir_template": str(folder / "{username}"),
            # Files in place of ports, which kernels that start at once take from each other.
            "args": ["--KernelManager.transport=ipc"],
            "environment": {
                "OMP_NUM_THREADS": str(threads),
                # The paths of such files must be shorter than 108 letters.
                "JUPYTER_RUNTIME_DIR": str(folder / "run"),
            },
            # A whole class that starts at once takes longer than the usual 60 and 30 seconds.
            "start_timeout": timeout,
            "http_timeout": timeout,
        },
    }
    text = CONFIG.format(config=config, first_port=FIRST_PORT)
    (folder / "config.py").write_text(text, encoding="utf-8")
    log = folder / "hub.log"
    with log.open("w") as file:
        command = [sys.executable, "-m", "jupyterhub", "--config", "config.py"]
        # Its own session: Ctrl+C comes to this program alone, which then ends the Hub.
        hub = psutil.Popen(command, cwd=folder, stdout=file, stderr=file, start_new_session=True)
    try:
        async with aiohttp.ClientSession(
            public,
            headers={"Authorization": f"token {token}"},
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),
        ) as http:
            if not await answers(hub, http):
                last_lines = "".join(log.read_text().splitlines(keepends=True)[-10:])
                raise Failure(f"The Hub did not start. Its last words:\n{last_lines}")
            yield hub, http
    finally:
        psutil.wait_procs(kill_children(psutil.Process()), timeout=30)


async def ask(http, method, path, body=None):
    """Send a request; return the answer's JSON, or None. Raises Failure with the server's words."""
    async with http.request(method, path, json=body) as answer:
        text = await answer.text()
        if not answer.ok:
            raise Failure(f"{method} {path}: {answer.status} {text[:300]}")
        return json.loads(text) if answer.content_type == "application/json" else None


async def start_server(http, name):
    """Let the Hub start a student's server; return when it answers."""
    await ask(http, "POST", f"/hub/api/users/{name}/server")
    async with http.get(f"/hub/api/users/{name}/server/progress") as events:
        async for line in events.content:
            event = json.loads(line.removeprefix(b"data:")) if line.startswith(b"data:") else {}
            if event.get("failed"):
                raise Failure(event["message"])


async def receive(websocket):
    """Return the next message from a kernel: its type, content, and the id of what it answers."""
    frame = await websocket.receive()
    if frame.type != aiohttp.WSMsgType.BINARY:
        raise Failure("the server closed the connection to the kernel")
    _, parts = deserialize_msg_from_ws_v1(frame.data)
    header, parent, _, content = (json.loads(part) for part in parts[:4])
    if content.get("execution_state") in ("dead", "restarting"):
        raise Failure("the kernel died")
    return header["msg_type"], content, parent.get("msg_id")


async def run_cell(websocket, session, code):
    """Run a cell, wait until the kernel is idle again. Raises Failure if the cell does."""
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
    request = session.msg("execute_request", content)
    await websocket.send_bytes(serialize_msg_to_ws_v1(request, "shell", json_packer))
    reply, idle = None, False
    while not (reply and idle):
        kind, content, answers = await receive(websocket)
        if answers == request["header"]["msg_id"]:
            reply = content if kind == "execute_reply" else reply
            idle = idle or content.get("execution_state") == "idle"
    if reply["status"] != "ok":
        raise Failure(f"{reply.get('ename')}: {reply.get('evalue')}"[:300])


class Lesson:
    """How far the students of one class are, and what they have taken so far."""

    def __init__(self, hub, http, names):
        self.hub, self.http, self.names = hub, http, names
        self.start = time.monotonic()
        self.tasks = {name: asyncio.create_task(self.attend(name)) for name in names}
        self.doing = dict.fromkeys(names, "the server's start")
        self.cells = 0
        self.up, self.finished, self.failed = {}, {}, {}  # seconds, seconds, reasons
        self.peak = self.largest = 0

    def elapsed(self):
        return time.monotonic() - self.start

    def unfinished(self):
        return self.names - self.finished.keys() - self.failed.keys()

    def show_progress(self):
        share = self.cells / (len(CELLS) * len(self.names))
        line = (
            f"class of {len(self.names)}, {self.elapsed():.0f} s: {len(self.up)} servers up, "
            f"{share:4.0%} of the cells, {len(self.finished)} finished, {len(self.failed)} failed"
        )
        print(f"\r{line:79}", end="", file=sys.stderr, flush=True)

    async def attend(self, name):
        """Be a student: start, open, run, save, stay. What goes wrong ends up in `failed`."""
        try:
            await start_server(self.http, name)
            self.up[name] = self.elapsed()
            self.doing[name] = "opening the notebook"
            await ask(self.http, "GET", f"/user/{name}/lab/tree/{NOTEBOOK}")
            api = f"/user/{name}/api"
            file = await ask(self.http, "GET", f"{api}/contents/{NOTEBOOK}")
            self.doing[name] = "the kernel's start"
            wish = {"path": NOTEBOOK, "name": NOTEBOOK, "type": "notebook"}
            wish["kernel"] = {"name": "python3"}
            kernel = (await ask(self.http, "POST", f"{api}/sessions", wish))["kernel"]["id"]
            session = Session(username=name)
            async with self.http.ws_connect(
                f"{api}/kernels/{kernel}/channels",
                params={"session_id": session.session},
                protocols=["v1.kernel.websocket.jupyter.org"],
                max_msg_size=0,
            ) as websocket:
                for cell in CELLS:
                    self.doing[name] = f"cell {cell.id}"
                    await run_cell(websocket, session, cell.source)
                    self.cells += 1
                self.doing[name] = "saving"
                wish = {key: file[key] for key in ("type", "format", "content")}
                await ask(self.http, "PUT", f"{api}/contents/{NOTEBOOK}", wish)
                self.finished[name] = self.elapsed()
                self.doing[name] = "staying"
                while True:
                    await receive(websocket)
        except Exception as error:  # a student's misfortune is a result, whatever it is
            self.failed[name] = f"{self.doing[name]}: {error or repr(error)}"
            self.finished.pop(name, None)

    def measure(self):
        """Return the PSS in bytes by student, and the Hub's and the proxy's under their names.

        Raises Failure if the Hub is dead, as its children are then not to be found.
        """
        taken = Counter(hub=self.hub.memory_full_info().pss)
        for process in self.hub.children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
                owner = process.environ().get("JUPYTERHUB_USER", "proxy")
                taken[owner] += process.memory_full_info().pss
        if self.hub.poll() is not None:
            raise Failure("The Hub died in the middle of a class.")
        students = [taken[name] for name in self.names]
        self.peak = max(self.peak, sum(students))
        self.largest = max(self.largest, *students)
        return taken

    async def watch(self, timeout):
        """Measure again and again until the last student is done, or must be."""
        next_measure = 0
        while self.unfinished():
            if self.elapsed() >= next_measure:
                before = time.process_time()
                await asyncio.to_thread(self.measure)
                # It takes a twentieth of a processor at most.
                next_measure = self.elapsed() + 20 * (time.process_time() - before)
            self.show_progress()
            await asyncio.sleep(0.5)
            reason = None
            if self.elapsed() > timeout:
                reason = f"time-out after {timeout} s"
            if psutil.virtual_memory().available < LEAST_FREE * GB:
                reason = f"ended because less than {LEAST_FREE} GB of memory was free"
            if reason:
                for name in self.unfinished():
                    self.tasks[name].cancel()
                    self.failed[name] = f"{self.doing[name]}: {reason}"


async def hold_class(students, threads, timeout):
    """Let `students` students run the notebook; return the lesson and the settled memory."""
    with tempfile.TemporaryDirectory(prefix="class-", ignore_cleanup_errors=True) as folder:
        folder = Path(folder)
        names = [f"student-{number:03}" for number in range(1, students + 1)]
        for name in names:
            shutil.copytree(ROOT / "data", folder / name / "data")
            shutil.copy(ROOT / NOTEBOOK, folder / name)
        async with jupyterhub(folder, threads, timeout) as (hub, http):
            await ask(http, "POST", "/hub/api/users", {"usernames": names})
            lesson = Lesson(hub, http, names)
            try:
                await lesson.watch(timeout)
                await asyncio.sleep(SETTLE)
                settled = await asyncio.to_thread(lesson.measure)
            finally:
                for task in lesson.tasks.values():
                    task.cancel()
                await asyncio.wait(lesson.tasks.values())
    print(file=sys.stderr)
    return lesson, settled


def table_row(lesson, settled, alone):
    """Return a line of the table; `alone` is how many seconds a student alone took."""
    students = len(lesson.names)
    times = sorted(lesson.finished.values())
    first, last = (f"{times[0]:.0f} s", f"{times[-1]:.0f} s") if times else ("–", "–")
    ratio = f"{times[-1] / alone:.1f}" if times else "–"
    up = f"{max(lesson.up.values()):.0f} s" if lesson.up else "–"
    own = sum(settled[name] for name in lesson.names)
    memory = [own / students, lesson.peak / students, lesson.largest]
    memory += [settled["hub"], settled["proxy"]]
    cells = [students, up, first, last, ratio]
    cells += [f"{taken / MB:.0f} MB" for taken in memory] + [len(lesson.failed)]
    return "| " + " | ".join(map(str, cells)) + " |"


HEADER = """\
| students | all servers up | first finished | last finished | last / one alone \
| settled, a student | peak, a student | largest student | Hub | proxy | failed |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"""


def capacity(lesson, settled, memory):
    """Say how many students fit into `memory` GB, judged by this class."""
    fixed = (settled["hub"] + settled["proxy"]) / GB
    each = lesson.peak / len(lesson.names) / GB
    fit = max(0, int((memory - RESERVE - fixed) / each))
    return (
        f"{memory:g} GB hold {fit} students: ({memory:g} GB - {RESERVE} GB kept free - {fixed:.2f}"
        f" GB for Hub and proxy) / {each:.2f} GB, the peak for a student in the class of"
        f" {len(lesson.names)}."
    )


async def measure_classes(sizes, threads, timeout, memory):
    """Hold the classes one after the other and print what they took; return the failures."""
    task = asyncio.current_task()
    # Cancelling lets the clean-up run to its end, also when Ctrl+C is pressed again.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}"
        for name in ("jupyterhub", "jupyterlab", "torch")
    )
    print(
        f"{os.cpu_count()} processors, {psutil.virtual_memory().total / GB:.1f} GB of memory,"
        f" OMP_NUM_THREADS={threads}, {versions}, 1 MB = 1024² bytes\n\n{HEADER}"
    )
    await hold_class(1, threads, timeout)  # not counted: brings the files into memory
    failures, alone, largest = [], None, None
    for students in sizes:
        lesson, settled = await hold_class(students, threads, timeout)
        alone = alone or max(lesson.finished.values(), default=None)
        if alone is None:
            raise Failure(f"The student alone failed. {lesson.failed}")
        print(table_row(lesson, settled, alone), flush=True)
        failures += [f"class of {students}, {n}: {why}" for n, why in lesson.failed.items()]
        if not lesson.failed:
            largest = lesson, settled
    if largest:
        print(f"\n{capacity(*largest, memory)}")
    if failures:
        print("\nFailures:", *failures, sep="\n- ")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("students", type=int, nargs="*", default=[5, 10, 20, 40])
    parser.add_argument("--threads", type=int, default=1, help="OMP_NUM_THREADS of the kernels")
    parser.add_argument("--timeout", type=int, default=900, help="seconds for a class")
    parser.add_argument("--memory", type=float, default=24, help="GB that the class is to fit in")
    options = parser.parse_args()
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("The memory is read from /proc/*/smaps_rollup, so this needs Linux.")
    if not PROXY.exists():
        sys.exit("The Hub's proxy is missing: run `make bench BENCH=class`, which needs npm.")
    sizes = sorted({1, *options.students})
    if not 1 <= sizes[0] <= sizes[-1] <= MOST_STUDENTS:
        sys.exit(f"A class has 1 to {MOST_STUDENTS} students.")
    adopt_orphans()
    try:
        failures = asyncio.run(
            measure_classes(sizes, options.threads, options.timeout, options.memory)
        )
    except Failure as failure:
        sys.exit(f"\n{failure}")
    except asyncio.CancelledError:
        sys.exit("\nStopped, and everything that was started is ended.")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
