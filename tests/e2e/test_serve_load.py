"""The service under attack and under load: whoever sends too much, too slowly or nonsense is refused or cut off and costs nobody
else anything; too many are told to come again; restarts and new generations cut no answer off. Outcomes count, not durations."""

import json
import os
import random
import shutil
import socket
import subprocess
import threading
import time
import unittest

import http_fuzz
import program
from service import Service, TOO_MANY, wait_until
from test_serve import ServiceCase

HOST = b"Host: 127.0.0.1\r\n"
POST = b"POST /api/v1/search HTTP/1.1\r\n" + HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
MEGABYTES = 24  # of each flood: three quarters of what one request may take


def is_healthy(connection):
    """Whether the answer that is under way is that of /healthz, whole."""
    answer = b""
    while not answer.endswith(b"ok\n"):
        piece = connection.recv(4096)
        if not piece:
            return False
        answer += piece
    return answer.startswith(b"HTTP/1.1 200")


class Attacks(ServiceCase):
    def flood(self, begin, again):
        """What comes back while this is sent without an end."""
        sent = 0
        with self.service.connect() as connection:
            connection.settimeout(20 * program.PATIENCE)
            try:
                connection.sendall(begin)
                while sent < MEGABYTES << 20:
                    connection.sendall(again)
                    sent += len(again)
            except OSError:
                pass
            try:
                return connection.recv(65536), sent
            except OSError:
                return b"", sent

    def test_whoever_sends_without_an_end_is_cut_off(self):
        self.service.ask("/search", q="damp")
        before = self.service.memory_mb()
        for name, begin, again, statuses in (
                ("a header line that does not end", b"GET / HTTP/1.1\r\nX: ", b"a" * 65536, (431,)),
                ("a first line that does not end", b"GET /", b"a" * 65536, (431,)),
                ("headers that do not end", b"GET / HTTP/1.1\r\n" + HOST, b"X: y\r\n" * 8192, (431,)),
                ("a chunked body beyond the limit", POST + b"Transfer-Encoding: chunked\r\n\r\n", (b"1000\r\n" + b"a" * 4096 + b"\r\n") * 16, (413,)),
                ("one chunk beyond the limit", POST + b"Transfer-Encoding: chunked\r\n\r\n10000000\r\n", b"a" * 65536, (413,)),
                ("chunk extensions that do not end", POST + b"Transfer-Encoding: chunked\r\n\r\n1;", b"a" * 65536, (400, 413)),
                ("trailers that do not end", POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 8192, (400, 413, 431)),
                ("a body longer than said to be allowed", POST + b"Content-Length: 400000000\r\n\r\n", b"a" * 65536, (413,))):
            with self.subTest(name):
                answer, sent = self.flood(begin, again)
                # The refusal may be lost where the client goes on sending (RFC 9112, 9.6); then the connection is reset.
                self.assertTrue(answer == b"" or int(answer[9:12]) in statuses, answer[:200])
                self.assertLess(sent, MEGABYTES << 20, "all of it was taken")
                self.assertEqual(self.service.ask("/healthz")[0], 200)
        if not program.SANITIZED:
            self.assertLess(self.service.memory_mb() - before, 32)

    def test_what_two_programs_would_read_differently_is_refused(self):
        for name, request in (
                ("both lengths", POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                ("two lengths", POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nq=ab"),
                ("a length that is no number", POST + b"Content-Length: 3x\r\n\r\nq=a"),
                ("a negative length", POST + b"Content-Length: -3\r\n\r\nq=a"),
                ("a length beyond all numbers", POST + b"Content-Length: 99999999999999999999999\r\n\r\nq=a"),
                ("a chunk without a length", POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nq=a\r\n0\r\n\r\n"),
                ("a NUL in a name", b"GET / HTTP/1.1\r\n" + HOST + b"X\x00Y: a\r\n\r\n"),
                ("a NUL in the address", b"GET /\x00 HTTP/1.1\r\n" + HOST + b"\r\n"),
                ("a space before the colon", b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n"),
                ("a folded line", b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n"),
                ("no version", b"GET /\r\n" + HOST + b"\r\n"),
                ("no method", b" / HTTP/1.1\r\n" + HOST + b"\r\n"),
                ("nothing at all", b"\r\n\r\n\r\n\r\n")):
            with self.subTest(name):
                answer, _ = self.service.raw(request)
                self.assertEqual(answer[:12], b"HTTP/1.1 400", answer[:200])
                self.assertEqual(answer.count(b"HTTP/1.1 "), 1, "nothing behind it is taken for a request")
        # A line feed alone ends no line: the request is never whole, and its time runs out.
        answer, _ = self.service.raw(b"GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n")
        self.assertNotIn(b" 200 ", answer)

    def test_whoever_drips_is_cut_off_and_holds_up_nobody(self):
        """A byte a second is as good as none: the time for a header and for a body is absolute."""
        ends, cut = threading.Event(), []

        def drip(begin):
            with self.service.connect() as connection:
                connection.settimeout(60 * program.PATIENCE)
                connection.sendall(begin)
                while not ends.is_set():
                    try:
                        connection.sendall(b"a")
                        connection.settimeout(0.5)
                        if connection.recv(4096) == b"":
                            break
                    except TimeoutError:
                        continue
                    except OSError:
                        break
                cut.append(not ends.is_set())

        begins = [b"GET / HTTP/1.1\r\nX: "] * 12 + [POST + b"Content-Length: 10000\r\n\r\nq="] * 4
        threads = [threading.Thread(target=drip, args=(begin,)) for begin in begins]
        for thread in threads:
            thread.start()
        for _ in range(5):
            self.assertEqual(self.service.ask("/healthz")[0], 200)
            self.assertEqual(self.service.ask("/search", q="damp")[0], 200)
        wait_until(lambda: len(cut) == len(threads))
        ends.set()
        for thread in threads:
            thread.join()
        self.assertEqual(cut, [True] * len(threads))

    def test_costly_questions_are_answered_or_refused(self):
        questions = ("the NEAR/100 of NEAR/100 and NEAR/100 to NEAR/100 in", "con* pro* res* com*", "a0* a1* a2* a3* a4*", "-council", "PAPER(the of) -council",
                     " ".join(["the", "council"] * 16), "the council " * 5000, "(council NOT " * 40 + "x" + ")" * 40, "the NEAR " * 8 + "the",
                     " OR ".join(f'"the council {word}"' for word in "abcdefghij"), " OR ".join(["x"] * 300), '"' + "the council " * 8 + '"', "(" * 4000)
        for question in questions:
            for path in ("/search", "/api/v1/search", "/api/v1/timeline", "/api/v1/reviews", "/api/v1/actions", "/feed.atom", "/api/v1/facets"):
                with self.subTest(question=question[:60], path=path):
                    status, headers, body = self.service.ask(path, q=question)
                    self.assertIn(status, (200, 400, 414, 431))
                    if status == 400 and "json" in headers["content-type"]:
                        self.assertTrue(json.loads(body)["detail"])

    def test_noise_is_refused(self):
        http_fuzz.ask(self, self.service, random.Random(20), seconds=4)


class Deadlines(ServiceCase):
    """No question of this index is answered in a millisecond if everything is read for it."""

    config = "deadline-ms = 1\n"

    def test_what_was_cut_off_says_so_and_is_not_kept(self):
        for path, parameters in (("/api/v1/reviews", {}), ("/api/v1/actions", {}), ("/api/v1/actions", {"all": "1"}),
                                 ("/api/v1/timeline", {"q": "council OR report"})):
            status, headers, body = self.service.ask(path, **parameters)
            answer = json.loads(body)
            self.assertEqual((status, answer["complete"]), (200, False), path)
            self.assertTrue(answer["incomplete_reason"], path)
            self.assertNotIn("etag", headers, path)
            self.assertEqual(headers["cache-control"], "no-store", path)
        self.assertIn(b"not complete", self.service.ask("/timeline.svg", q="council OR report")[2])
        self.assertIn("This answer is not complete", self.service.page("/reviews", q="report OR council")[1])
        # A table cannot say that it is not whole.
        status, headers, _ = self.service.ask("/api/v1/actions", format="csv")
        self.assertEqual((status, headers.get("retry-after")), (503, "1"))

    def test_exports_take_the_time_they_need(self):
        lines = self.service.ask("/api/v1/mentions", q="council OR report")[2].decode().splitlines()
        self.assertTrue(json.loads(lines[-1])["complete"])
        self.assertEqual(lines, self.of_command("search", "council OR report", "--mentions", "--format", "ndjson").out.splitlines())


def what_is_left(connection):
    """What the sockets hold of an answer that was cut off."""
    pieces = []
    try:
        while piece := connection.recv(65536):
            pieces.append(piece)
    except ConnectionResetError:
        pass
    return b"".join(pieces)


class SlowReaders(program.ProgramCase):
    def begun_export(self, service):
        """A connection that has read no more of an export than its first line, whose socket holds little."""
        give_up = time.monotonic() + 60 * program.PATIENCE
        while True:
            connection = socket.socket()
            self.addCleanup(connection.close)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", service.port))
            connection.sendall(b"GET /api/v1/mentions?q=damp HTTP/1.1\r\n" + HOST + b"\r\n")
            begin = connection.recv(64)
            # Where a machine is busy with something else no thread may be free in time: then it comes again.
            if not begin.startswith(b"HTTP/1.1 503") or time.monotonic() > give_up:
                self.assertIn(b"HTTP/1.1 200 OK", begin)
                return connection
            connection.close()

    def test_an_export_that_nobody_reads_holds_no_thread(self):
        for number in range(12):
            lines = "\n\n".join(f"{number}.{line} The damp in house {line} of street {number} was looked at, and the damp was found to be damp." for line in range(1500))
            (self.papers / f"damp{number}.txt").write_text(
                f"Northvale Council\nHousing Panel\nMinutes of the meeting held on {number + 1} May 2024\n\n1. DAMP\n\n{lines}\n", "utf-8")
        self.index(paths=[self.papers])
        service = Service(self.index_folder, folder=self.folder)
        self.addCleanup(service.end)
        whole = service.ask("/api/v1/mentions", q="damp")[2]
        self.assertGreater(len(whole), 8_000_000, "more than sockets hold")
        before = service.memory_mb()
        idle = []
        for _ in range(8):  # four times as many as there are threads for exports
            idle.append(self.begun_export(service))
        for _ in range(3):
            self.assertEqual(service.ask("/api/v1/mentions", q="damp")[2], whole)
        if not program.SANITIZED:
            self.assertLess(service.memory_mb() - before, 32 * len(idle))
        # And they are cut off: what was sent is not all, and the end is missing.
        service.wait_for_quiet()
        for connection in idle:
            self.assertLess(len(what_is_left(connection)), len(whole) - 1000)


class Crowds(ServiceCase):
    config = "behind-proxy = true\nthreads = 1\n"
    most_connections = 512

    def test_connections_have_a_bound(self):
        request = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
        held = []
        for _ in range(self.most_connections):
            connection = self.service.connect()
            self.addCleanup(connection.close)
            connection.sendall(request)
            held.append(connection)
        self.assertTrue(all(is_healthy(connection) for connection in held))
        # One more is closed at once, without an answer; those that are there go on.
        self.assertEqual(self.service.raw(request)[0], b"")
        for connection in (held[0], held[-1]):
            connection.sendall(request)
            self.assertTrue(is_healthy(connection))
        for connection in held:
            connection.close()
        answer = wait_until(lambda: self.service.raw(request.replace(HOST, HOST + b"Connection: close\r\n"))[0])
        self.assertTrue(answer.startswith(b"HTTP/1.1 200"))

    def test_one_address_has_a_bound_of_its_own(self):
        service = Service(self.corpus_index)
        self.addCleanup(service.end)
        request = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
        held = [service.connect() for _ in range(32)]
        for connection in held:
            self.addCleanup(connection.close)
            connection.sendall(request)
        self.assertTrue(all(is_healthy(connection) for connection in held))
        self.assertEqual(service.raw(request)[0], b"")

    def crowd(self, round_):
        """Answers to two hundred questions that are all sent before the first answer is read: (what was asked, status, headers, body)."""
        asked = ((b"/search", b"Accept: text/html\r\nAccept-Language: en\r\n"), (b"/search", b"Accept: text/html\r\nAccept-Language: cy\r\n"),
                 (b"/api/v1/search", b"Accept: application/json\r\n"))
        connections = [self.service.connect() for _ in range(200)]
        for number, connection in enumerate(connections):
            path, accept = asked[number % 3]
            connection.sendall(b"GET " + path + b"?q=school+transport+%d+%d HTTP/1.1\r\n" % (round_, number) + HOST + accept + b"Connection: close\r\n\r\n")
        # While they wait:
        self.assertEqual(self.service.ask_once("/healthz")[0], 200)
        self.assertEqual(self.service.ask_once("/help")[0], 200)
        for number, connection in enumerate(connections):
            with connection:
                head, _, body = b"".join(iter(lambda: connection.recv(65536), b"")).decode().partition("\r\n\r\n")
            headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
            yield number % 3, int(head[9:12]), headers, body

    def test_too_many_are_told_to_come_again_and_health_answers(self):
        answers = []
        for round_ in range(20):
            answers += self.crowd(round_)
            refused = [answer for answer in answers if answer[1] == 503]
            if len({kind for kind, *_ in refused}) == 3:
                break
        self.assertEqual({status for _, status, _, _ in answers}, {200, 503})
        self.assertEqual({kind for kind, *_ in refused}, {0, 1, 2}, "a service that is as quick as that needs another test")
        for kind, _, headers, body in refused:
            self.assertEqual((headers["Retry-After"], headers["Cache-Control"]), ("1", "no-store"))
            if kind == 2:
                self.assertEqual(headers["Content-Type"], "application/problem+json")
                self.assertTrue(json.loads(body)["detail"].startswith(TOO_MANY[0]))
            else:
                self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
                self.assertIn(f'<html lang="{("en", "cy")[kind]}">', body)
                self.assertIn(TOO_MANY[2 + kind], body)
        self.assertEqual(self.service.ask("/search", q="school transport")[0], 200)


class Changes(ServiceCase):
    def test_a_restart_cuts_no_answer_off(self):
        """The socket is kept by whoever starts the service (systemd): who comes between two services waits."""
        listening = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.addCleanup(listening.close)
        port = listening.getsockname()[1]
        done, statuses, wrong = threading.Event(), [], []

        def ask_on(number):
            while not done.is_set():
                try:
                    with socket.create_connection(("127.0.0.1", port), timeout=60 * program.PATIENCE) as connection:
                        connection.sendall(b"GET /api/v1/search?q=damp+%d HTTP/1.1\r\n" % number + HOST + b"Connection: close\r\n\r\n")
                        answer = b"".join(iter(lambda: connection.recv(65536), b""))
                    head, _, body = answer.partition(b"\r\n\r\n")
                    detail = json.loads(body).get("detail", "")
                    if not detail.startswith(TOO_MANY[0]):  # a machine that stood still for two seconds cuts nothing off
                        statuses.append(head[9:12])
                except (OSError, ValueError) as problem:
                    wrong.append(repr(problem))

        threads = [threading.Thread(target=ask_on, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for _ in range(3):
            process = self.start_on(listening)
            enough = len(statuses) + 100
            self.assertTrue(wait_until(lambda: len(statuses) >= enough or wrong), "no answers")
            process.terminate()
            self.assertEqual(process.wait(timeout=30 * program.PATIENCE), 0)
        process = self.start_on(listening)
        done.set()
        for thread in threads:
            thread.join()
        process.terminate()
        self.assertEqual(process.wait(timeout=30 * program.PATIENCE), 0)
        self.assertEqual(wrong, [])
        self.assertGreater(len(statuses), 300)
        self.assertEqual(set(statuses), {b"200"})

    def start_on(self, listening):
        """As systemd hands a socket over: as descriptor 3, named by its number and the process's."""
        command = ["sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@"', os.fspath(program.BINARY), "serve", "--index", os.fspath(self.corpus_index)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(3,),
                                   preexec_fn=lambda: os.dup2(listening.fileno(), 3))
        self.addCleanup(lambda: process.poll() is None and process.kill())
        return process

    def test_answers_are_of_one_generation(self):
        """Each generation has one paper more about quokkas: revision, total, rows and facets of an answer fit one of them."""
        index = self.folder / "index"
        shutil.copytree(self.corpus_index, index)
        service = Service(index)
        self.addCleanup(service.end)
        done, answers, wrong = threading.Event(), set(), []

        def ask_on(number):
            while not done.is_set():
                status, _, body = service.ask("/api/v1/search", q="quokkas", limit=100, facet="kind")
                if status != 200:
                    wrong.append((status, body[:300]))
                    continue
                answer = json.loads(body)
                rows = sum(row["tier"] == "all" for row in answer["results"])
                values = sum(value["count"] for value in answer["facets"]["kind"])
                answers.add((answer["revision"], answer["totals"]["items"], rows, values))

        expected = {(service.json("/readyz")["revision"], 0, 0, 0)}
        threads = [threading.Thread(target=ask_on, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        wait_until(lambda: expected <= answers or wrong)
        for round_ in range(1, 5):
            (self.papers / f"new{round_}.txt").write_text(
                f"Northvale Council\nAudit Panel\nMinutes of the meeting held on {round_} May 2024\n\n1. QUOKKAS\n\nThe quokkas were noted.\n", "utf-8")
            self.index(paths=[self.papers], index=index)
            wait_until(lambda: service.json("/api/v1/search", q="quokkas")["totals"]["items"] >= round_)
            newest = (service.json("/readyz")["revision"], round_, round_, round_)
            expected.add(newest)
            wait_until(lambda: newest in answers or wrong)
        done.set()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])
        self.assertEqual(answers, expected)


if __name__ == "__main__":
    unittest.main()
