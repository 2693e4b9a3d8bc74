"""Each header compiles alone. What compiled is remembered by its content, with that of all it includes, in build/headers/."""

import concurrent.futures
import hashlib
import re
import subprocess
import unittest

import sources
from test_includes import reachable

AT_A_TIME = 2
LIBRARIES = ("xapian-core", "icu-uc", "icu-i18n", "libxml-2.0", "libzstd", "libcrypto")
KNOWN = sources.ROOT / "build" / "headers"


def warnings():
    """The warnings that CMakeLists.txt asks for."""
    text = sources.read("CMakeLists.txt")
    return re.findall(r"-W[\w-]+", re.search(r"target_compile_options\(minutebook_flags(.*?)\)", text, re.DOTALL)[1])


def flags():
    packages = subprocess.run(["pkg-config", "--cflags", *LIBRARIES], capture_output=True, text=True, check=True).stdout.split()
    return ["-std=c++20", *warnings(), f"-I{sources.ROOT}", f"-I{sources.ROOT}/query/include", *packages]


def digest(name, flags_used):
    texts = [sources.read(header) for header in [name, *sorted(reachable(name, sources.read))]]
    return hashlib.sha256("\0".join([*flags_used, name, *texts]).encode()).hexdigest()


def complaint(name, flags_used):
    """What the compiler says of a file with nothing but this header in it; empty if it compiles."""
    known = KNOWN / digest(name, flags_used)
    if known.exists():
        return ""
    # Twice: a header must bear being included again.
    program = f'#include "{name}"\n#include "{name}"\n'
    compiled = subprocess.run(["g++", *flags_used, "-fsyntax-only", "-x", "c++", "-"], input=program, capture_output=True, text=True,
                              check=False)
    if compiled.returncode == 0:
        KNOWN.mkdir(parents=True, exist_ok=True)
        known.touch()
    return "" if compiled.returncode == 0 else f"{name} does not compile alone:\n{compiled.stderr[:2000]}"


class Headers(unittest.TestCase):
    def test_the_flags_are_those_of_the_build(self):
        self.assertIn("-Wconversion", warnings())
        self.assertIn("-Werror", warnings())

    def test_each_header_compiles_alone(self):
        flags_used = flags()
        names = sources.code_files(".h")
        self.assertGreater(len(names), 60)
        with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
            complaints = [text for text in pool.map(lambda name: complaint(name, flags_used), names) if text]
        self.assertEqual(complaints, [], "\n".join(complaints))


if __name__ == "__main__":
    unittest.main()
