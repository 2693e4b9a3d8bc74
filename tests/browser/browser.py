"""Runs the *.test.mjs files beside this by node and Chromium, on a service over the corpus. Knows nothing of what they test.

Skipped, and said so, where npm or Chromium is missing, or the program was built without the component.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORPUS = ROOT / "corpus"
COUNCILS = ("bryndulas", "eskermouth", "fenbourne", "kestermere", "pellowdale", "ravelstoke", "tarrowshire")
# Of whatever could be markup, in every place that the papers' authors or whoever names files can write to.
HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
HOSTILE_PAPER = f"""# North {HOSTILE} Council

Minutes of the Cabinet {HOSTILE}, 8 January 2024

1. Buses {HOSTILE}

Buses were late. {HOSTILE} "><svg onload=window.hurt=1> &lt;b&gt; </title></style></textarea>

Resolved: That buses {HOSTILE} be noted.
"""
PAGED = "eskermouth/minutes-2022-11-14-cfl-panel.pdf"
NODE_SECONDS = 900
START_SECONDS = 60


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def install_packages():
    """What npm ci puts in place, anew only where the lock file is newer. Returns why it could not be."""
    marker = HERE / "node_modules" / ".package-lock.json"
    if marker.exists() and marker.stat().st_mtime >= (HERE / "package-lock.json").stat().st_mtime:
        return ""
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, capture_output=True, text=True)
    if done.returncode != 0:
        return "npm could not fetch the packages of the tests: " + done.stderr.strip()[-300:]
    marker.touch()
    return ""


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        chromium = shutil.which("chromium")
        for program, found in (("npm", shutil.which("npm")), ("node", shutil.which("node")), ("chromium", chromium)):
            if found is None:
                raise unittest.SkipTest(f"{program} is not installed")
        problem = install_packages()
        if problem:
            raise unittest.SkipTest(problem)
        cls.minutebook = os.environ.get("MINUTEBOOK", str(ROOT / "build" / "release" / "minutebook"))
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.start_service()
        cls.environment = dict(os.environ, MINUTEBOOK_SERVICE=cls.service, MINUTEBOOK_FEW=cls.few, HOST_PORT=str(cls.host_port), CHROMIUM=chromium)
        try:
            cls.fetch("/embed/v1/minutebook-search.js")
        except urllib.error.HTTPError as refusal:
            raise unittest.SkipTest("the program was built without the component") from refusal

    @classmethod
    def start_service(cls):
        folder = Path(cls.folder.name)
        cls.host_port = free_port()
        cls.index("index", "--manifest", CORPUS / "manifest.tsv", *(CORPUS / name for name in COUNCILS))
        cls.service = cls.serve("index")
        papers = folder / "papers"
        papers.mkdir()
        hostile = papers / '<img src=x onerror="window.hurt=1">.txt'
        hostile.write_text(HOSTILE_PAPER, encoding="utf-8")
        paged = papers / "minutes.pdf"
        shutil.copy(CORPUS / PAGED, paged)
        rows = [["path", "committee", "title", "url"], [f"papers/{hostile.name}", f"Cabinet {HOSTILE}", f"Buses {HOSTILE}", "javascript:window.hurt=1"],
                [f"papers/{paged.name}", "", "", "https://democracy.eskermouth.example/minutes.pdf"]]
        manifest = folder / "manifest.tsv"
        manifest.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        cls.index("few", "--manifest", manifest, papers)
        cls.few = cls.serve("few")

    @classmethod
    def index(cls, name, *arguments):
        subprocess.run([cls.minutebook, "index", "--index", Path(cls.folder.name) / name, "--councils", CORPUS / "councils.tsv", *arguments],
                       capture_output=True, check=False)

    @classmethod
    def serve(cls, name):
        """Address of a service over the index of that name."""
        port, host = free_port(), f"http://127.0.0.1:{cls.host_port}"
        config = Path(cls.folder.name) / f"{name}.toml"
        # Windows of the matrix come and go faster than one address may.
        config.write_text(f'origins = ["{host}"]\nframe-ancestors = ["{host}"]\nbehind-proxy = true\ndeadline-ms = 20000\n')
        path = Path(cls.folder.name) / f"{name}.log"
        with open(path, "w", encoding="utf-8") as log:
            child = subprocess.Popen([cls.minutebook, "serve", "--index", Path(cls.folder.name) / name, "--config", config, "--listen",
                                      f"127.0.0.1:{port}"], stderr=log)
        cls.addClassCleanup(cls.end, child)
        begin = time.monotonic()
        while "listening" not in path.read_text(encoding="utf-8"):
            if child.poll() is not None or time.monotonic() - begin > START_SECONDS:
                raise AssertionError("the service did not start: " + path.read_text(encoding="utf-8"))
            time.sleep(0.05)
        return f"http://127.0.0.1:{port}"

    @staticmethod
    def end(child):
        child.send_signal(signal.SIGTERM)
        child.wait(30)

    @classmethod
    def fetch(cls, path):
        with urllib.request.urlopen(cls.service + path, timeout=30) as response:
            return response.read()

    def run_file(self, name, **variables):
        done = subprocess.run(["node", "--test", "--test-reporter=spec", name], cwd=HERE, env=dict(self.environment, **variables),
                              capture_output=True, text=True, timeout=NODE_SECONDS)
        if done.returncode != 0:
            text = done.stdout
            # First all results, then what failed once more: that is what helps.
            self.fail(text[max(text.find("failing tests:"), 0):] + done.stderr)
