#!/usr/bin/env python3
"""How `minutebook serve` bears load: how soon a page begins under many readers, what happens when there are too many, and
whether memory stays flat. Starts the service itself and asks it over loopback; prints a table.

tests/bench/load.py --index DIR [--minutes 10] [--part pages,api,overload,attack,memory] [--binary build/release/minutebook]
"""

import argparse
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "e2e"))

# As people ask: words, names, phrases, filters, acronyms, what is in every paper, what is in none.
QUESTIONS = (
    {"q": "school transport"}, {"q": "budget"}, {"q": "planning application"}, {"q": "\"planning committee\""},
    {"q": "has anyone reviewed school transport before"}, {"q": "EHCP timeliness since 2020"}, {"q": "highways maintenance"},
    {"q": "council"}, {"q": "adult social care waiting list"}, {"q": "in:resolution housing"}, {"q": "libraries OR museums"},
    {"q": "flood NEAR risk"}, {"q": "climate emergency", "sort": "newest"}, {"q": "damp", "kind": "minutes"},
    {"q": "\"capital programme\" since 2019"}, {"q": "recycling -waste"}, {"q": "transp* strategy"}, {"q": "children", "from": "2018", "to": "2021"},
    {"q": "SEND"}, {"q": "parking charges"}, {"q": "childern homes"}, {"q": "quokkas"}, {"q": "audit", "sort": "oldest"},
    {"q": "fostering"}, {"kind": "minutes"}, {"q": "title:budget"}, {"q": "safeguarding board annual report"},
    {"q": "in:recommendation transport"}, {"q": "who:Patel"}, {"q": "bus services"},
)
SELDOM = ({"q": "damp"}, {"q": "fostering"}, {"q": "parking charges"}, {"q": "quokkas"}, {"q": "who:Patel"})
FACETS = ("council", "committee", "kind", "year", "topic")
# Each is a legal question that costs as much as a question may.
HEAVY = (
    {"q": "the NEAR/100 of NEAR/100 and NEAR/100 to NEAR/100 in"}, {"q": "aaa* bbb* con* pro*"}, {"q": "con* OR pro* OR res* OR com*"},
    {"q": " OR ".join(f'"the council {word}"' for word in ("has", "is", "was", "will", "may", "can", "of", "and", "for", "to"))},
    {"q": " ".join(["the", "council"] * 16)}, {"q": "PAPER(the of) -council"}, {"q": "PARA(council report) OR PARA(committee report)"},
    {"q": "-council"}, {"q": "in:text (report OR committee OR council OR members)"}, {"q": "((((((((council))))))))"},
    {"q": "who:chair report"}, {"q": "\"the council and the committee of the report to the members of the board for the year\""},
)


def target(path, parameters):
    return path + ("?" + urllib.parse.urlencode(parameters, doseq=True) if parameters else "")


class Client:
    """A connection that is kept, as browsers and proxies do. It reads little of what comes back: the service is to be measured."""

    def __init__(self, port):
        self.port = port
        self.connection = None

    def ask(self, path):
        """(status, seconds to the first byte of the answer, bytes, Retry-After)"""
        try:
            if self.connection is None:
                self.connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
                self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            began = time.monotonic()
            self.connection.sendall(b"GET " + path.encode() + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            answer = self.connection.recv(1 << 18)
            first = time.monotonic() - began
            return self.rest(answer, first)
        except (OSError, ValueError):
            self.close()
            return 0, 0.0, 0, None

    def rest(self, answer, first):
        while (end := answer.find(b"\r\n\r\n")) < 0:
            answer += self.more()
        head = answer[:end + 2]
        got = len(answer) - end - 4
        length = re.search(rb"\r\nContent-Length: (\d+)", head)
        if length:
            while got < int(length[1]):
                got += len(self.more())
        else:
            tail = answer[-5:]
            while not tail.endswith(b"0\r\n\r\n"):
                piece = self.more()
                got += len(piece)
                tail = (tail + piece)[-5:]
        if b"\r\nConnection: close" in head:
            self.close()
        hint = re.search(rb"\r\nRetry-After: (\d+)", head)
        return int(head[9:12]), first, got, hint and hint[1]

    def more(self):
        piece = self.connection.recv(1 << 18)
        if not piece:
            raise ConnectionResetError("the answer was cut off")
        return piece

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


class Asked:
    """What became of many requests, by status."""

    def __init__(self):
        self.seconds = {}
        self.no_hint = 0
        self.lock = threading.Lock()

    def add(self, status, seconds, hint):
        with self.lock:
            self.seconds.setdefault(status, []).append(seconds)
            self.no_hint += status == 503 and not hint

    def count(self, status=None):
        return len(self.seconds.get(status, ())) if status is not None else sum(map(len, self.seconds.values()))

    def milliseconds(self, status, share):
        sorted_ = sorted(self.seconds.get(status, [0.0]))
        return 1000 * sorted_[min(len(sorted_) - 1, int(share * len(sorted_)))]


def drive(port, clients, seconds, make_path, asked, pause=0.0):
    ends = time.monotonic() + seconds

    def run(seed):
        source, client = random.Random(seed), Client(port)
        while time.monotonic() < ends:
            status, first, _, hint = client.ask(make_path(source))
            asked.add(status, first, hint)
            if pause or status == 0:
                time.sleep(pause or 0.01)
        client.close()

    threads = [threading.Thread(target=run, args=(seed,)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def page(source):
    return target("/search", source.choice(QUESTIONS))


def api(source):
    return target("/api/v1/search", {**source.choice(QUESTIONS), "facet": FACETS})


def watch_health(port):
    """In a process of its own, so that it waits for nobody here: asks /healthz until standard input ends, prints what it saw."""
    client, seen, done = Client(port), [], threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
    while not done.wait(0.05):
        seen.append(client.ask("/healthz")[:2])
    client.close()
    print(json.dumps(seen))


def health_beside(port, work):
    """Runs `work` while /healthz is asked twenty times a second; what became of those."""
    watcher = subprocess.Popen([sys.executable, __file__, "--watch-health", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    work()
    asked = Asked()
    for status, seconds in json.loads(watcher.communicate()[0]):
        asked.add(status, seconds, None)
    return asked


def print_asked(name, asked, seconds):
    for status in sorted(asked.seconds):
        print(f"{name:<26} {status:>4} {asked.count(status):>8} {asked.count(status) / seconds:>9.1f}/s"
              f" {asked.milliseconds(status, .5):>8.1f} {asked.milliseconds(status, .99):>8.1f} {asked.milliseconds(status, 1):>8.1f}", flush=True)


def cpu_seconds(service):
    fields = Path(f"/proc/{service.process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def latency(service, options, name, make_path):
    warm = Asked()
    drive(service.port, 4, 2, make_path, warm)
    asked = Asked()
    before = cpu_seconds(service)
    drive(service.port, options.clients, options.seconds, make_path, asked)
    print_asked(name, asked, options.seconds)
    print(f"  {1000 * (cpu_seconds(service) - before) / asked.count():.1f} ms of processor time for each")


def overload(service, options):
    asked = Asked()
    health = health_beside(service.port, lambda: drive(service.port, options.crowd, options.seconds, page, asked))
    print_asked(f"{options.crowd} clients, pages", asked, options.seconds)
    print_asked("  /healthz beside them", health, options.seconds)
    print(f"  503 without Retry-After: {asked.no_hint}")


def held_mb(service):
    """In MB: what is held now, and of that the process's own and that of mapped files (which are the system's cache, counted for each
    opened index)."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{service.process.pid}/status").read_text("ascii").splitlines() if ":" in line)
    return {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon", "RssFile")}


class Peak:
    """The most memory of its own that the service has held since, looked at every few milliseconds."""

    def __init__(self, service):
        self.service = service
        self.begin = self.most = held_mb(service)["RssAnon"]
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._look)
        self.thread.start()

    def _look(self):
        while not self.done.wait(0.004):
            try:
                self.most = max(self.most, held_mb(self.service)["RssAnon"])
            except (OSError, KeyError):
                return  # it has ended, which is seen elsewhere

    def end(self):
        self.done.set()
        self.thread.join()
        return self.most


def attack(service, options):
    """Each costly question alone: how long it takes, whether it is whole, and how much memory it asks for."""
    paths = [(path, parameters) for parameters in HEAVY for path in ("/search", "/api/v1/timeline", "/api/v1/actions", "/api/v1/reviews")]
    paths += [("/api/v1/search", {"q": "council", "mentions": "1", "limit": "100"}), ("/api/v1/reviews", {"q": "report"}), ("/reviews", {"q": "council"}),
              ("/api/v1/reviews", {}), ("/api/v1/actions", {}), ("/api/v1/actions", {"all": "1"}), ("/api/v1/timeline", {"q": "council", "by": "month"}),
              ("/feed.atom", {"q": "council"}), ("/api/v1/coverage", {}), ("/api/v1/suggest", {"q": "co"}),
              ("/api/v1/facets", {"q": "council"}), ("/api/v1/mentions", {"q": "the"}), ("/export.csv", {"q": "council"})]
    worst, most, wrong = 0.0, 0.0, []
    for path, parameters in paths:
        peak = Peak(service)
        client = Client(service.port)
        began = time.monotonic()
        status, first, size, _ = client.ask(target(path, parameters))
        took = time.monotonic() - began
        client.close()
        grown = peak.end() - peak.begin
        if service.process.poll() is not None:
            print(f"the service ended at {path} {parameters}")
            return
        print(f"  {took * 1000:8.0f} ms  {first * 1000:8.0f} ms to first byte  {size / 1e6:7.2f} MB sent  +{grown:6.1f} MB  {status}  {target(path, parameters)[:70]}")
        if "mentions" not in path and "export" not in path:
            worst = max(worst, took)
        most = max(most, grown)
        wrong += [target(path, parameters)] if status not in (200, 400, 503) else []
    print(f"costliest of {len(paths)}: {worst * 1000:.0f} ms, +{most:.1f} MB; {len(wrong)} neither answered nor refused")


def mixed(source):
    if source.random() < .8:
        return page(source)
    path = source.choice(("/api/v1/search", "/api/v1/facets", "/api/v1/timeline", "/api/v1/suggest", "/feed.atom", "/api/v1/reviews", "/export.csv"))
    questions = SELDOM if path in ("/export.csv", "/api/v1/reviews") else QUESTIONS
    return target(path, {"q": source.choice(questions).get("q", "damp")})


def memory(service, options):
    asked, figures = Asked(), []
    ends = time.monotonic() + 60 * options.minutes
    while time.monotonic() < ends:
        peak = Peak(service)
        drive(service.port, options.clients, min(30, max(1, ends - time.monotonic())), mixed, asked, options.pause)
        figures.append({**held_mb(service), "most": peak.end()})
        print(f"  {len(figures) * 30:>5} s  RSS {figures[-1]['VmRSS']:7.1f} MB, the process's own {figures[-1]['RssAnon']:7.1f} MB, at most"
              f" {figures[-1]['most']:7.1f} MB", flush=True)
    print_asked("memory run", asked, 60 * options.minutes)
    half = len(figures) // 2
    print("own memory: " + ", ".join(f"{name} {figure:.1f} MB" for name, figure in (
        ("after 30 s", figures[0]["RssAnon"]), ("half way", figures[half]["RssAnon"]), ("at the end", figures[-1]["RssAnon"]),
        ("at most in the first half", max(one["most"] for one in figures[:half + 1])), ("at most in the second half", max(one["most"] for one in figures[half:])))))


def main():
    if sys.argv[1:2] == ["--watch-health"]:
        return watch_health(int(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", required=True)
    parser.add_argument("--binary", default=str(ROOT / "build/release/minutebook"))
    parser.add_argument("--part", default="pages,api,overload,attack,memory")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--crowd", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two questions of a client in the memory run")
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    sys.setswitchinterval(0.0005)  # else one client may hold up the clocks of the others
    os.environ["MINUTEBOOK"] = options.binary  # before it is looked for
    from service import Service
    with tempfile.TemporaryDirectory() as folder:
        # The deadline of a service that nobody has set up. Many clients of one address are one proxy.
        service = Service(options.index, config="deadline-ms = 2000\nbehind-proxy = true\n", folder=Path(folder))
        try:
            print(f"{'':<26} {'':>4} {'requests':>8} {'':>11} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}")
            for part in options.part.split(","):
                if part == "pages":
                    latency(service, options, f"{options.clients} clients, pages", page)
                elif part == "api":
                    latency(service, options, f"{options.clients} clients, API", api)
                elif part == "overload":
                    overload(service, options)
                elif part == "attack":
                    attack(service, options)
                elif part == "memory":
                    memory(service, options)
                else:
                    parser.error(f"there is no part {part!r}")
        finally:
            service.end()


if __name__ == "__main__":
    main()
