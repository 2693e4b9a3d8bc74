"""Runs of `minutebook index` that are killed at random moments. Knows nothing of what they index."""

import random
import subprocess
import time

import program


def run_and_kill(index, papers, seconds):
    """Kills a run after `seconds`, and with it what it started. True: it was killed before it ended."""
    run = subprocess.Popen([program.BINARY, "index", "--index", index, papers], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    run.kill()
    return run.wait() != 0


def moments(seed, seconds, count):
    """`count` moments within a run that takes `seconds`, the same for the same seed; one in four is near its end, where it publishes."""
    source = random.Random(seed)
    for number in range(count):
        yield seconds * (source.uniform(0.75, 1.0) if number % 4 == 3 else source.uniform(0.02, 1.0))
