"""What packagers and people at a terminal get: the manual page, completion, an installed tree that may be moved, Debian packages."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import BINARY, CORPUS, FOUND, ROOT, SANITIZED, ProgramCase

BUILD = BINARY.resolve().parent
COMMANDS = re.findall(r"^\| `([a-z]+)", (ROOT / "README.md").read_text("utf-8").partition("<!-- commands -->")[2].partition("<!-- /commands -->")[0], re.M)


def output(*command, **how):
    return subprocess.run([os.fspath(part) for part in command], capture_output=True, text=True, check=True, **how).stdout


class Manual(ProgramCase):
    def test_has_every_command_option_and_field(self):
        page = output(BINARY, "--generate", "man").replace("\\-", "-")
        for command in COMMANDS:
            self.assertRegex(page, rf'\n\.SS "{command}[ "]')
            options = re.findall(r"^  (?:-\w \[ )?--([a-z-]+)", output(BINARY, command, "--help"), re.M)
            self.assertIn("help", options)
            section = page.partition(f'.SS "{command}')[2].partition("\n.S")[0]
            for option in options:
                self.assertIn(f"\\fB--{option}\\fR", section, command)
        for field in ("council", "municipal-year", "who"):
            self.assertIn(f"\\fB{field}:\\fR", page)

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed")
    def test_is_sound_and_reads_well(self):
        page = output(BINARY, "--generate", "man")
        ended = subprocess.run(["groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou"], input=page, capture_output=True, text=True, check=True)
        self.assertEqual(ended.stderr, "")
        self.assertRegex(ended.stdout, r"\n +--limit N")

    def test_generate_refuses_what_it_does_not_know(self):
        for arguments in ((), ("tea",), ("man", "bash")):
            ended = subprocess.run([BINARY, "--generate", *arguments], capture_output=True, text=True, check=False)
            self.assertEqual((ended.returncode, ended.stdout), (2, ""))
            self.assertIn("--generate takes man or bash", ended.stderr)


class Completion(ProgramCase):
    def complete(self, *words):
        """What bash offers behind these words, the last of which is being typed."""
        script = self.folder / "minutebook.bash"
        script.write_text(output(BINARY, "--generate", "bash"), "utf-8")
        # Outside of a completion there is no "compopt".
        run = f'compopt() {{ :; }}; source {script}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _minutebook; printf "%s\\n" "${{COMPREPLY[@]}}"'
        return output("bash", "-c", run, "bash", "minutebook", *words, cwd=self.folder).split()

    def test_commands_options_values_and_files(self):
        (self.folder / "draft.docx").write_bytes(b"")
        (self.folder / "drawer").mkdir()
        self.assertEqual(self.complete(""), [*COMMANDS, "--help", "--version"])
        self.assertEqual(self.complete("sea"), ["search"])
        self.assertEqual(self.complete("search", "--men"), ["--mentions"])
        self.assertEqual(self.complete("search", "--format", "c"), ["csv"])
        self.assertEqual(self.complete("watch", "--format", ""), ["text", "json", "atom"])
        self.assertEqual(sorted(self.complete("inspect", "dra")), ["draft.docx", "drawer"])
        self.assertEqual(self.complete("search", "--index", "dra"), ["drawer"])
        self.assertEqual(self.complete("search", "dra"), [], "a query is no file")
        self.assertEqual(self.complete("index", "--council", "dra"), [], "nor is a council")


class InstalledCase(ProgramCase):
    def assert_works(self, program):
        """It finds its worker wherever the tree stands."""
        self.command(FOUND, "index", CORPUS / "eskermouth", "--councils", CORPUS / "councils.tsv", "--index", self.index_folder, binary=program)
        self.assertIn("memorials", self.command(FOUND, "search", "memorials", "--index", self.index_folder, binary=program).out)


class Installed(InstalledCase):
    def setUp(self):
        super().setUp()
        output("cmake", "--install", BUILD, "--prefix", self.folder / "first", "--component", "Unspecified")
        self.prefix = (self.folder / "first").rename(self.folder / "moved")

    def test_the_program_works_where_the_tree_was_moved_to(self):
        self.assert_works(self.prefix / "bin" / "minutebook")

    @unittest.skipIf(SANITIZED, "what is packaged is built with the release build alone")
    def test_examples_are_those_of_the_source(self):
        examples = {path.name for path in self.prefix.rglob("examples/*/*")}
        self.assertEqual(examples, {path.name for folder in ("systemd", "nginx") for path in (ROOT / "packaging" / folder).iterdir()})


@unittest.skipIf(SANITIZED, "packages are made of the release build")
@unittest.skipUnless(shutil.which("dpkg-deb") and shutil.which("cpack"), "dpkg-deb or cpack is not installed")
class DebianPackages(InstalledCase):
    @classmethod
    def setUpClass(cls):
        cls.made = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.made)
        output("cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", cls.made)
        cls.packages = {path.name.partition("_")[0]: path for path in cls.made.glob("*.deb")}

    def unpacked(self, package):
        output("dpkg-deb", "-x", self.packages[package], self.folder / "root")
        return self.folder / "root"

    def test_there_are_three(self):
        self.assertEqual(sorted(self.packages), ["libminutebook-dev", "libminutebook0", "minutebook"])
        needs = output("dpkg-deb", "-f", self.packages["minutebook"], "Depends")
        for library in ("libxapian30", "libpoppler-cpp0v5", "libboost-program-options"):
            self.assertIn(library, needs)
        self.assertNotIn("libpoppler", output("dpkg-deb", "-f", self.packages["libminutebook0"], "Depends"))
        self.assertEqual(output("dpkg-deb", "-f", self.packages["libminutebook-dev"], "Depends").split(" ")[0], "libminutebook0")

    def test_the_program_works_where_it_was_unpacked(self):
        root = self.unpacked("minutebook")
        self.assert_works(root / "usr/bin/minutebook")
        for file in ("usr/share/man/man1/minutebook.1", "usr/share/bash-completion/completions/minutebook", "usr/share/doc/minutebook/query-language.md",
                     "etc/minutebook/service.toml", "usr/lib/sysusers.d/minutebook.conf"):
            self.assertGreater((root / file).stat().st_size, 0, file)

    def test_each_says_under_which_licence_it_is(self):
        for package in self.packages:
            text = (self.unpacked(package) / "usr/share/doc" / package / "copyright").read_text("utf-8")
            self.assertIn((ROOT / "NOTICE").read_text("utf-8"), text, package)
            self.assertIn("/usr/share/common-licenses/GPL-2", text, package)

    def test_its_units_name_what_it_has(self):
        root = self.unpacked("minutebook")
        units = sorted((root / "usr/lib/systemd/system").iterdir())
        self.assertEqual(len(units), 4)
        for unit in units:
            for line in re.findall(r"^ExecStart=(.*)", unit.read_text("utf-8"), re.M):
                words = line.split()
                self.assertTrue((root / words[0].lstrip("/")).exists(), line)
                if "--config" in words:
                    config = root / words[words.index("--config") + 1].lstrip("/")
                    # Its settings are read; the index is not there.
                    ended = subprocess.run([root / "usr/bin/minutebook", "serve", "--config", config], capture_output=True, text=True, check=False)
                    self.assertEqual(ended.returncode, 3, ended.stderr)
                    self.assertIn("/var/lib/minutebook", ended.stderr)
        self.assertIn("/etc/minutebook/service.toml", output("dpkg-deb", "-I", self.packages["minutebook"], "conffiles"))


if __name__ == "__main__":
    unittest.main()
