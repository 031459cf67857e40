"""fetch_mandrill, from a server on 127.0.0.1: the picture, or one line and nothing left behind."""

import hashlib
import io
import os
import socket
import struct
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

import numpy as np
import pytest
import torch
from PIL import Image

from practical import ROOT, namespace, source

NAMES = namespace()
fetch_mandrill, OneLine = NAMES["fetch_mandrill"], NAMES["OneLine"]


def png():
    """Return a PNG file large enough to arrive in several pieces."""
    noise = np.random.default_rng(0).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(noise).save(buffer, "PNG")
    return buffer.getvalue()


PNG = png()
SHA256 = hashlib.sha256(PNG).hexdigest()


class Server(ThreadingHTTPServer):
    """Answers every request with `answer(handler)`; `patience` ends the answers that hang."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.patience = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/baboon.png"

    def handle_error(self, request, client_address):
        """Say nothing: the client hangs up on answers that come too late."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.answer(self)

    def log_message(self, *_):
        """Say nothing."""

    def send(self, body, length=None):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.patience.set()
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy():
    """Let no proxy of the environment or of the system stand between test and server."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    urllib.request.install_opener(direct)
    yield
    urllib.request.install_opener(None)


@pytest.fixture(autouse=True)
def default_timeout():
    """Expect the time-out that others set to be there again afterwards."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(77)
    yield
    after = socket.getdefaulttimeout()
    socket.setdefaulttimeout(before)
    assert after == 77


def whole(handler):
    handler.send(PNG)


def another_file(handler):
    handler.send(PNG[:-1] + b"?")


def cut_off(handler):
    handler.send(PNG[: len(PNG) // 2], length=len(PNG))


def cut_off_unannounced(handler):
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(PNG[: len(PNG) // 2])


def reset(handler):
    handler.send(PNG[: len(PNG) // 2], length=len(PNG))
    at_once = struct.pack("ii" if os.name != "nt" else "hh", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    handler.connection.close()


def not_found(handler):
    handler.send_error(404)


def broken(handler):
    handler.send_error(500)


def nonsense(handler):
    handler.wfile.write(b"220 mail.example ready\r\n")


def hang_at_once(handler):
    handler.server.patience.wait(5)


def hang_in_the_middle(handler):
    handler.send(PNG[: len(PNG) // 2], length=len(PNG))
    handler.wfile.flush()
    handler.server.patience.wait(5)


FAILURES = [
    another_file,
    cut_off,
    cut_off_unannounced,
    reset,
    not_found,
    broken,
    nonsense,
    hang_at_once,
    hang_in_the_middle,
]


def assert_one_line(error, folder):
    """Assert that the error is one line which says what to do, shown without a traceback."""
    text = str(error)
    assert "\n" not in text
    assert "mandril.jpg" in text
    assert str(folder.resolve()) in text
    assert error.__cause__ is None
    assert error.__suppress_context__
    (line,) = error._render_traceback_()
    assert text in line


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_picture_becomes_the_jpeg_that_pillow_makes_of_it(server, tmp_path):
    server.answer = whole
    target = tmp_path / "data" / "mandril.jpg"
    fetch_mandrill(target, server.url, SHA256, timeout=5)
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(PNG)) as picture:
        picture.save(buffer, "JPEG", quality=95)
    assert files_below(tmp_path) == {target: buffer.getvalue()}
    assert list(target.parent.iterdir()) == [target]


def test_an_old_picture_is_exchanged_not_written_over(server, tmp_path):
    server.answer = whole
    target, same_file = tmp_path / "mandril.jpg", tmp_path / "in use"
    target.write_bytes(b"an old picture")
    same_file.hardlink_to(target)
    fetch_mandrill(target, server.url, SHA256, timeout=5)
    assert same_file.read_bytes() == b"an old picture"
    assert target.read_bytes() != b"an old picture"


def test_it_is_compressed_like_the_committed_picture(server, tmp_path):
    server.answer = whole
    target = tmp_path / "mandril.jpg"
    fetch_mandrill(target, server.url, SHA256, timeout=5)
    with Image.open(target) as fetched, Image.open(ROOT / "data" / "mandril.jpg") as committed:
        assert (fetched.format, fetched.mode) == (committed.format, committed.mode)
        assert fetched.quantization == committed.quantization
        assert fetched.layer == committed.layer


@pytest.mark.parametrize("target_there", [False, True], ids=["no target", "old target"])
@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.__name__)
def test_a_failed_download_is_one_line_and_changes_nothing(failure, target_there, server, tmp_path):
    server.answer = failure
    target = tmp_path / "mandril.jpg"
    if target_there:
        target.write_bytes(b"a good picture")
    before = files_below(tmp_path)
    start = time.monotonic()
    with pytest.raises(OneLine) as caught:
        fetch_mandrill(target, server.url, SHA256, timeout=0.3)
    assert time.monotonic() - start < 3
    assert_one_line(caught.value, tmp_path)
    assert files_below(tmp_path) == before
    assert set(tmp_path.iterdir()) == set(before)


def test_a_failed_download_into_a_new_folder_leaves_no_file(server, tmp_path):
    server.answer = not_found
    with pytest.raises(OneLine) as caught:
        fetch_mandrill(tmp_path / "data" / "mandril.jpg", server.url, SHA256, timeout=0.3)
    assert_one_line(caught.value, tmp_path / "data")
    assert files_below(tmp_path) == {}


def test_a_refused_connection_is_one_line(tmp_path):
    with socket.socket() as deaf:  # bound but not listening: nobody else can take the port
        deaf.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/baboon.png"
        with pytest.raises(OneLine) as caught:
            fetch_mandrill(tmp_path / "mandril.jpg", url, SHA256, timeout=0.3)
    assert_one_line(caught.value, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_line(server, tmp_path):
    server.answer = whole
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file, where the folder should be", encoding="utf-8")
    with pytest.raises(OneLine) as caught:
        fetch_mandrill(in_the_way / "mandril.jpg", server.url, SHA256, timeout=0.3)
    assert_one_line(caught.value, in_the_way)
    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_target_that_cannot_be_replaced_is_one_line(server, tmp_path):
    server.answer = whole
    target = tmp_path / "mandril.jpg"
    target.mkdir()
    with pytest.raises(OneLine) as caught:
        fetch_mandrill(target, server.url, SHA256, timeout=5)
    assert_one_line(caught.value, tmp_path)
    assert list(tmp_path.iterdir()) == [target]
    assert target.is_dir()


def test_a_notebook_without_its_folder_asks_for_the_picture_at_its_unchanging_address(
    tmp_path, monkeypatch
):
    asked = []

    def refuse(url, dst, hash_prefix=None, progress=True):
        asked.append((url, hash_prefix, progress))
        raise URLError("no network")

    monkeypatch.setattr(torch.hub, "download_url_to_file", refuse)
    monkeypatch.chdir(tmp_path)
    names = {"Path": Path, "torch": torch, "Image": Image}
    with pytest.raises(Exception, match="no network") as caught:
        exec(source("setup-mandrill"), names)
    assert_one_line(caught.value, tmp_path / "data")
    url = "https://cdn.jsdelivr.net/npm/baboon-image@2.1.0/baboon.png"
    sha256 = "cf0518750d93453eb216d0f154d29cbf32018f0da2016bbed21c5c919e348801"
    assert asked == [(url, sha256, False)]


def test_a_notebook_with_its_folder_asks_for_nothing(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("asked for")

    monkeypatch.setattr(torch.hub, "download_url_to_file", refuse)
    assert namespace()["MANDRILL"].name == "mandril.jpg"
