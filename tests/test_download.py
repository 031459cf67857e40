"""find_mandrill, from a server on 127.0.0.1: the picture, or one line and nothing left behind."""

import hashlib
import io
import os
import socket
import struct
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError

import numpy as np
import pytest
from PIL import Image

import make_mandrill
from notebooks import ROOT, run, source
from practical import mandrill
from practical.mandrill import find_mandrill
from practical.one_line import OneLine

NOISE = np.random.default_rng(0).integers(0, 256, (200, 200, 3), dtype=np.uint8)
Image.fromarray(NOISE).save(buffer := io.BytesIO(), "PNG")
PNG = buffer.getvalue()  # large enough to arrive in several pieces
HALF = PNG[: len(PNG) // 2]
SHA256 = hashlib.sha256(PNG).hexdigest()


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `answer` does."""

    def do_GET(self):
        self.server.answer(self)

    def log_message(self, *_):
        """Say nothing."""

    def send(self, body, length=None):
        self.send_response(200)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_half(self):
        self.send(HALF, length=len(PNG))
        self.wfile.flush()

    def send_half_unannounced(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(HALF)

    def reset(self):
        self.send_half()
        at_once = struct.pack("ii" if os.name != "nt" else "hh", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        self.connection.close()

    def hang(self):
        self.server.patience.wait(5)


FAILURES = {
    "another file": lambda handler: handler.send(PNG[:-1] + b"?"),
    "cut off": Handler.send_half,
    "cut off, unannounced": Handler.send_half_unannounced,
    "reset": Handler.reset,
    "not found": lambda handler: handler.send_error(404),
    "broken": lambda handler: handler.send_error(500),
    "nonsense": lambda handler: handler.wfile.write(b"220 mail.example ready\r\n"),
    "hangs at once": Handler.hang,
    "hangs in the middle": lambda handler: (handler.send_half(), handler.hang()),
}


class Server(ThreadingHTTPServer):
    """Answers every request with the whole picture; `patience` ends the answers that hang."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = lambda handler: handler.send(PNG)
        self.patience = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/baboon.png"

    def handle_error(self, request, client_address):
        """Say nothing: the client hangs up on answers that come too late."""


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


@pytest.fixture
def asked(monkeypatch):
    """Refuse every download; list what was asked for."""
    asked = []

    def refuse(url, timeout):
        asked.append((url, timeout))
        raise URLError("no network")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    return asked


def assert_one_line(error, folder):
    """Assert that the error is one line which says what to do, shown without a traceback."""
    text = str(error)
    assert "\n" not in text
    assert "mandril.jpg" in text
    assert str(folder.resolve()) in text
    assert error.__cause__ is None and error.__suppress_context__
    (line,) = error._render_traceback_()
    assert text in line


def test_the_picture_becomes_the_jpeg_that_pillow_makes_of_it(server, tmp_path):
    target = tmp_path / "data" / "mandril.jpg"
    find_mandrill(target, server.url, SHA256, timeout=5)
    Image.fromarray(NOISE).save(jpeg := io.BytesIO(), "JPEG", quality=95)
    assert target.read_bytes() == jpeg.getvalue()
    assert list(target.parent.iterdir()) == [target]


def test_it_is_compressed_like_the_committed_picture(server, tmp_path):
    target = tmp_path / "mandril.jpg"
    find_mandrill(target, server.url, SHA256, timeout=5)
    with Image.open(target) as fetched, Image.open(ROOT / "data" / "mandril.jpg") as committed:
        assert (fetched.format, fetched.mode) == (committed.format, committed.mode)
        assert fetched.quantization == committed.quantization
        assert fetched.layer == committed.layer


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failed_download_is_one_line_and_leaves_no_file(failure, server, tmp_path):
    server.answer = FAILURES[failure]
    start = time.monotonic()
    with pytest.raises(OneLine) as caught:
        find_mandrill(tmp_path / "data" / "mandril.jpg", server.url, SHA256, timeout=0.3)
    assert time.monotonic() - start < 3
    assert_one_line(caught.value, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_an_interrupted_download_leaves_no_half_of_the_picture(server, tmp_path, monkeypatch):
    def save_half(picture, path, *_, **__):
        path.write_bytes(HALF)
        raise KeyboardInterrupt

    monkeypatch.setattr(Image.Image, "save", save_half)
    with pytest.raises(KeyboardInterrupt):
        find_mandrill(tmp_path / "mandril.jpg", server.url, SHA256, timeout=5)
    assert not (tmp_path / "mandril.jpg").exists()


def test_a_refused_connection_is_one_line(tmp_path):
    with socket.socket() as deaf:  # bound but not listening: nobody else can take the port
        deaf.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/baboon.png"
        with pytest.raises(OneLine) as caught:
            find_mandrill(tmp_path / "mandril.jpg", url, SHA256, timeout=0.3)
    assert_one_line(caught.value, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_line(server, tmp_path):
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file, where the folder should be", encoding="utf-8")
    with pytest.raises(OneLine) as caught:
        find_mandrill(in_the_way / "mandril.jpg", server.url, SHA256, timeout=0.3)
    assert_one_line(caught.value, in_the_way)
    assert list(tmp_path.iterdir()) == [in_the_way]


MANDRILL = (ROOT / "data/mandril.jpg").read_bytes()


@pytest.mark.parametrize("quality", [None, 95, 60])
def test_the_mandrill_is_known_however_it_was_saved_and_nothing_is_asked_for(
    quality, asked, tmp_path
):
    target = tmp_path / "mandril.jpg"
    target.write_bytes(MANDRILL)
    if quality:
        Image.open(io.BytesIO(MANDRILL)).save(target, quality=quality)
    before = target.read_bytes()
    assert np.array_equal(find_mandrill(target), Image.open(io.BytesIO(before)))
    assert (asked, target.read_bytes()) == ([], before)


def another(name):
    """Return the bytes of a picture that is not the mandrill."""
    face = Image.open(io.BytesIO(MANDRILL))
    pictures = {
        "noise": Image.fromarray(NOISE),
        "mirrored": face.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        "upside down": face.transpose(Image.Transpose.ROTATE_180),
        "smaller": face.resize((256, 256)),
        "grey": face.convert("L"),
    }
    pictures[name].save(stream := io.BytesIO(), "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("name", ["noise", "mirrored", "upside down", "smaller", "grey"])
def test_another_picture_of_that_name_is_said_and_never_touched(name, asked, tmp_path):
    target = tmp_path / "mandril.jpg"
    target.write_bytes(another(name))
    with pytest.raises(OneLine, match="another picture") as caught:
        find_mandrill(target)
    assert_one_line(caught.value, tmp_path)
    assert (asked, target.read_bytes()) == ([], another(name))


@pytest.mark.parametrize("content", [b"", HALF, MANDRILL[:9000], b"<html>not found</html>"])
def test_what_is_no_whole_picture_is_fetched_anew_and_kept_beside_it(content, server, tmp_path):
    target = tmp_path / "mandril.jpg"
    target.write_bytes(content)
    server.answer = FAILURES["not found"]
    with pytest.raises(OneLine) as caught:
        find_mandrill(target, server.url, SHA256, timeout=5)
    assert_one_line(caught.value, tmp_path)
    assert target.read_bytes() == content
    server.answer = lambda handler: handler.send(PNG)
    assert find_mandrill(target, server.url, SHA256, timeout=5).size == (200, 200)
    assert target.with_suffix(".old").read_bytes() == content


def test_a_notebook_without_its_folder_asks_for_the_picture_at_its_unchanging_address(
    asked, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "practical.mandrill")
    monkeypatch.delattr("practical.mandrill")
    with pytest.raises(OneLine, match="no network") as caught:
        exec(source("setup-imports") + "\n" + source("first-picture"), {})
    assert_one_line(caught.value, tmp_path / "data")
    assert asked == [("https://cdn.jsdelivr.net/npm/baboon-image@2.1.0/baboon.png", 20)]
    assert mandrill.SHA256 == make_mandrill.SHA256


def test_a_notebook_with_its_folder_asks_for_nothing(asked):
    run(source("setup-imports") + "\n" + source("first-picture"), {})
    assert asked == []
