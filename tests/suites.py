"""Runs the suites of the given stages and prints one line for each, what failed, what was skipped, and the total.

Stages: release (all suites, on build/release), sanitize (unit and e2e, on build/sanitize), long (the deep_*.py modules).
A suite is a folder below tests/ with test_*.py modules (unittest), or `unit`, which is the GoogleTest program. Modules run two at a
time, each in a process of its own.
"""

import concurrent.futures
import io
import json
import os
import re
import subprocess
import sys
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
AT_A_TIME = 2
MODULE_SECONDS = 1000
UNIT_SHARDS = 2
LINES_SHOWN = 40  # of one failure …
COLUMNS_SHOWN = 400  # … and of one line of it
# What is true of the sources, and how well questions are answered, does not depend on how they are compiled.
SANITIZED_SUITES = ("e2e",)
# Kills, browsers and ten thousand answers want the true speed, random queries the sanitizers.
LONG_BUILDS = {"deep_browser": "release", "deep_brute_force": "release", "deep_interruption": "release",
               "deep_http": "sanitize", "deep_queries": "sanitize"}


class Outcome:
    """What became of the tests of one suite; failures and skips as (name, text)."""

    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []
        self.seconds = 0.0

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.seconds += other.seconds

    def counts(self):
        return f"{self.passed} passed, {len(self.failed)} failed, {len(self.skipped)} skipped"


class Recorder(unittest.TestResult):
    """Counts each test once, whatever the number of its sub-tests that failed."""

    def __init__(self):
        super().__init__()
        self.outcome = Outcome()
        self.problems = {}

    def _note(self, test, text):
        self.problems.setdefault(test.id(), []).append(text)

    def addError(self, test, err):
        super().addError(test, err)
        self._note(test, self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note(test, self.failures[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            text = (self.failures if issubclass(err[0], test.failureException) else self.errors)[-1][1]
            self._note(test, f"{subtest._subDescription()}\n{text}")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note(test, "passes although it is marked as failing")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.outcome.skipped.append((test.id(), reason))

    def stopTest(self, test):
        super().stopTest(test)
        skipped = any(name == test.id() for name, _ in self.outcome.skipped)
        if test.id() not in self.problems and not skipped:
            self.outcome.passed += 1

    def finish(self):
        self.outcome.failed = [(name, "\n".join(texts)) for name, texts in self.problems.items()]
        failed = set(self.problems)
        self.outcome.skipped = [(name, reason) for name, reason in self.outcome.skipped if name not in failed]
        return self.outcome


def run_module_here(path):
    """In the child process: runs one module and writes its outcome to standard output as JSON."""
    sys.path.insert(0, str(path.parent))
    out, sys.stdout = sys.stdout, io.StringIO()
    recorder = Recorder()
    unittest.defaultTestLoader.loadTestsFromName(path.stem).run(recorder)
    outcome = recorder.finish()
    json.dump({"passed": outcome.passed, "failed": outcome.failed, "skipped": outcome.skipped}, out)


def run_module(path, environment):
    outcome = Outcome()
    begin = time.monotonic()
    try:
        child = subprocess.run([sys.executable, __file__, "--module", str(path)], env=environment, capture_output=True,
                               text=True, errors="replace", timeout=MODULE_SECONDS)
        result = json.loads(child.stdout)
        outcome.passed = result["passed"]
        outcome.failed = [tuple(pair) for pair in result["failed"]]
        outcome.skipped = [tuple(pair) for pair in result["skipped"]]
    except subprocess.TimeoutExpired:
        outcome.failed.append((path.stem, f"did not end within {MODULE_SECONDS} s"))
    except json.JSONDecodeError:
        outcome.failed.append((path.stem, "ended without a result:\n" + child.stderr[-4000:]))
    outcome.seconds = time.monotonic() - begin
    return outcome


RESULT_LINE = re.compile(r"^\[\s*(RUN|OK|FAILED|SKIPPED)\s*\] ([\w/]+\.[\w/]+)(?:,.*)?(?: \(\d+ ms\))?$")


def read_gtest(output, end):
    """Outcome of a GoogleTest program by what it printed and how it ended ("" if well); a test that never ended has failed."""
    outcome = Outcome()
    running, text = None, []
    for line in output.splitlines():
        match = RESULT_LINE.match(line)
        if match is None:
            text.append(line)
        elif match[1] == "RUN":
            running, text = match[2], []
        elif running is not None:
            if match[1] == "OK":
                outcome.passed += 1
            elif match[1] == "SKIPPED":
                outcome.skipped.append((running, " ".join(text[1:]).strip() or "skipped"))
            else:
                outcome.failed.append((running, "\n".join(text)))
            running, text = None, []
    if running is not None:
        outcome.failed.append((running, f"the program ended in it ({end})\n" + "\n".join(text[-60:])))
    elif end and not outcome.failed:
        outcome.failed.append(("minutebook-tests", f"{end}\n" + "\n".join(text[-60:])))
    return outcome


def run_unit_shard(program, shard, environment):
    begin = time.monotonic()
    environment = dict(environment, GTEST_TOTAL_SHARDS=str(UNIT_SHARDS), GTEST_SHARD_INDEX=str(shard))
    try:
        child = subprocess.run([program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=MODULE_SECONDS)
        printed, end = child.stdout, f"exit code {child.returncode}" if child.returncode else ""
    except subprocess.TimeoutExpired as problem:
        printed, end = problem.stdout or b"", f"stopped after {MODULE_SECONDS} s"
    except OSError as problem:
        printed, end = b"", str(problem)
    outcome = read_gtest(printed.decode(errors="replace"), end)
    outcome.seconds = time.monotonic() - begin
    return outcome


def environment_for(build):
    environment = dict(os.environ, MINUTEBOOK=str(ROOT / "build" / build / "minutebook"), LC_ALL="C.UTF-8",
                       PYTHONDONTWRITEBYTECODE="1")
    # A finding of a sanitizer must not look like an exit code of the command.
    environment.update(ASAN_OPTIONS="exitcode=99:detect_stack_use_after_return=1",
                       LSAN_OPTIONS=f"suppressions={TESTS / 'leaks'}:print_suppressions=0",
                       UBSAN_OPTIONS="exitcode=99:print_stacktrace=1")
    for name in ("MINUTEBOOK_INDEX", "NO_COLOR", "XDG_DATA_HOME"):
        environment.pop(name, None)
    return environment


def jobs_of(stage):
    """(suite, function, arguments) in the order in which they are begun."""
    if stage == "long":
        return [("e2e long", run_module, (path, environment_for(LONG_BUILDS[path.stem])))
                for path in sorted(TESTS.glob("*/deep_*.py"))]
    build = stage
    environment = environment_for(build)
    label = "" if stage == "release" else f" {stage}"
    program = str(ROOT / "build" / build / "minutebook-tests")
    jobs = [("unit" + label, run_unit_shard, (program, shard, environment)) for shard in range(UNIT_SHARDS)]
    for folder in sorted(path for path in TESTS.iterdir() if path.is_dir()):
        if stage == "sanitize" and folder.name not in SANITIZED_SUITES:
            continue
        jobs += [(folder.name + label, run_module, (path, environment)) for path in sorted(folder.glob("test_*.py"))]
    return jobs


def run_stage(stage):
    suites = {}
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        begun = [(suite, pool.submit(function, *arguments)) for suite, function, arguments in jobs_of(stage)]
        for suite, future in begun:
            suites.setdefault(suite, Outcome()).add(future.result())
    return suites


def print_suite(name, outcome):
    print(f"{name:<16} {outcome.counts():<40} {outcome.seconds:6.0f} s", flush=True)
    reasons = {}
    for test, reason in outcome.skipped:
        reasons.setdefault(reason, []).append(test)
    for reason, tests in reasons.items():
        shown = tests[0] if len(tests) == 1 else f"{tests[0]} and {len(tests) - 1} more"
        print(f"  skipped: {shown}: {reason}")
    for test, text in outcome.failed:
        print(f"  FAILED: {test}")
        lines = text.rstrip().splitlines()
        if len(lines) > LINES_SHOWN:
            lines[LINES_SHOWN:] = [f"… and {len(lines) - LINES_SHOWN} lines more"]
        print("\n".join("    " + line[:COLUMNS_SHOWN] for line in lines))


def main(stages):
    total = Outcome()
    for stage in stages:
        for name, outcome in run_stage(stage).items():
            print_suite(name, outcome)
            total.add(outcome)
    if not stages or total.passed + len(total.failed) == 0:
        total.failed.append(("tests", "no test was found"))
    print(total.counts(), flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--module":
        run_module_here(Path(sys.argv[2]))
    else:
        sys.exit(main(sys.argv[1:]))
