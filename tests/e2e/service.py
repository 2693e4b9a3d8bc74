"""A `minutebook serve` under test: started on a free port, asked over sockets, ended.

Knows nothing of what the answers should be.
"""

import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

import program


# Of a machine that is busy with something else, a test must not take what is late for what is wrong.
ENOUGH_TIME = "deadline-ms = 60000\n"
TOO_MANY = ("too many questions at once", "gormod o gwestiynau ar unwaith", "The search is busy", "Mae’r chwilio’n brysur")


def wait_until(condition, seconds=60):
    """What `condition` gives as soon as it is true; else its last word."""
    give_up = time.monotonic() + seconds * program.PATIENCE
    while not (found := condition()) and time.monotonic() < give_up:
        time.sleep(0.05)
    return found


class Service:
    """`config`: settings; queries have a minute unless they say otherwise."""

    def __init__(self, index, *options, config=None, folder=None):
        command = [os.fspath(program.BINARY), "serve", "--index", os.fspath(index), *options]
        settings = config or ""
        with tempfile.NamedTemporaryFile("w", suffix=".toml", prefix="minutebook-test-", dir=folder, encoding="utf-8", delete=False) as file:
            file.write(settings if "deadline-ms" in settings else ENOUGH_TIME + settings)
        command += ["--config", file.name]
        if "--listen" not in options:
            command += ["--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.log = []
        self._listening = queue.Queue()
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        self.place = self._listening.get(timeout=60 * program.PATIENCE)
        os.unlink(file.name)  # it has been read
        if self.place is None:
            raise AssertionError("the service did not start: " + "\n".join(self.log))
        self.port = int(self.place.rsplit(":", 1)[1]) if ":" in self.place else None

    def _read_log(self):
        """A pipe that nobody reads would stop the service."""
        for line in self.process.stderr:
            text = line.decode("utf-8", "replace").rstrip()
            self.log.append(text)
            if text.startswith("{") and json.loads(text).get("event") == "listening":
                self._listening.put(json.loads(text)["detail"])
        self._listening.put(None)

    def ask(self, path, method="GET", headers=None, body=None, **parameters):
        """(status, headers, body as bytes). Who is told that too many ask at once comes again; any other refusal is an answer."""
        if parameters:
            path += "?" + urllib.parse.urlencode(parameters, doseq=True)
        give_up = time.monotonic() + 60 * program.PATIENCE
        while True:
            status, answered, text = self.ask_once(path, method, headers, body)
            if status != 503 or not any(words.encode() in text for words in TOO_MANY) or time.monotonic() > give_up:
                return status, answered, text
            time.sleep(0.1)

    def ask_once(self, path, method="GET", headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30 * program.PATIENCE)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        finally:
            connection.close()

    def json(self, path, **parameters):
        status, _, body = self.ask(path, **parameters)
        if status != 200:
            raise AssertionError(f"{path} {parameters}: {status} {body[:500]}")
        return json.loads(body)

    def page(self, path, **parameters):
        status, headers, body = self.ask(path, **parameters)
        return status, body.decode("utf-8")

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30 * program.PATIENCE)

    def raw(self, request, seconds=30):
        """All bytes that come back for these bytes, and how long it took until the connection was closed."""
        began = time.monotonic()
        with self.connect() as connection:
            connection.settimeout(seconds * program.PATIENCE)
            try:
                connection.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass
            answer = b""
            while True:
                try:
                    piece = connection.recv(65536)
                except ConnectionResetError:
                    break
                if not piece:
                    break
                answer += piece
        return answer, time.monotonic() - began

    def wait_for_quiet(self):
        """Until no connection is open but the one that asks: those that were closed linger for a moment."""
        if not wait_until(lambda: self.connections() == 1):
            raise AssertionError("connections stay open")

    def connections(self):
        """How many are open, the one that asks included."""
        lines = self.ask("/metrics")[2].decode().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("minutebook_connections "))

    def memory_mb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def end(self, number=signal.SIGTERM, seconds=20):
        """Exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.wait(timeout=seconds * program.PATIENCE)
        self._reader.join(timeout=10)
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.returncode
