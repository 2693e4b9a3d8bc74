"""A folder with whatever a folder can hold: what cannot be read is listed with a reason, everything else is found."""

import os
import pwd
import shutil
import unittest

import invented_papers
import program
from program import ProgramCase


class BrokenSources(ProgramCase):
    def setUp(self):
        super().setUp()
        self.good = {}
        for number, name in enumerate(["minutes.txt", "minutes.md", "below/it/deep.txt", "no-extension",
                                       "caf\u00e9 – ‘minutes’.txt", "two\nlines.txt", "\x1b[31mred.txt"]):
            self.write(name, invented_papers.minutes(number).encode())
            self.good[name.rsplit("/", 1)[-1]] = invented_papers.own_word(number)

    def write(self, name, data):
        path = self.papers / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def assert_good_ones_are_found(self):
        for name, word in self.good.items():
            self.assertEqual(self.sources_with(word), [name])

    def break_some(self):
        """Sources that cannot be read, by name, with a word that the reason must hold."""
        self.write("binary.txt", bytes(range(256)) * 64)
        self.write("nul.md", b"# Minutes\n\n1 ITEM\n\nA text\0 with a NUL.\n")
        self.write("scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
        self.write("disguised.txt", b"%PDF-1.4\n1 0 obj\n")
        os.mkfifo(self.papers / "pipe.txt")
        os.symlink("loop.txt", self.papers / "loop.txt")
        os.symlink("nowhere.txt", self.papers / "dangling.txt")
        return {"binary.txt": "NUL", "nul.md": "NUL", "scan.pdf": "PDF", "disguised.txt": "PDF", "pipe.txt": "pipe",
                "loop.txt": "itself", "dangling.txt": "nothing"}

    def test_each_broken_source_is_listed_and_each_good_one_found(self):
        broken = self.break_some()
        os.symlink("..", self.papers / "below" / "up")
        ended = self.command(program.PARTLY, "index", "--index", self.index_folder, "--format", "json", self.papers)
        failed = {os.path.basename(source["source"]): source["reason"] for source in ended.json()["failed"]}
        self.assertEqual(sorted(failed), sorted(broken))
        for name, word in broken.items():
            self.assertIn(word, failed[name])
            self.assertRegex(ended.err, rf"failed: .*{name}: .*{word}")
        self.assertEqual(ended.json()["added"], len(self.good))
        self.assert_good_ones_are_found()
        ledger = {os.path.basename(source["source"]) for source in self.coverage()["not_read"]}
        self.assertEqual(ledger, set(broken))
        self.assertEqual(self.search("council")["coverage"]["not_searched"], len(broken))
        self.assert_sound()

    def test_failed_sources_are_not_forgotten_when_nothing_changed(self):
        self.break_some()
        first = self.index(code=program.PARTLY)
        again = self.index(code=program.PARTLY)
        self.assertEqual(again["failed"], first["failed"])
        self.assertEqual(again["revision"], first["revision"])

    def test_a_repaired_source_is_read(self):
        path = self.write("minutes-2.txt", b"\0")
        self.index(code=program.PARTLY)
        path.write_text(invented_papers.minutes(50))
        self.index()
        self.assertEqual(self.sources_with(invented_papers.own_word(50)), ["minutes-2.txt"])
        self.assertEqual(self.coverage()["not_read"], [])

    def test_empty_sources_are_counted_and_are_no_failure(self):
        self.write("empty.txt", b"")
        self.write("blank.txt", b" \n\t\r\n\xc2\xa0\n")
        report = self.index()
        self.assertEqual((report["empty"], report["added"]), (2, len(self.good)))
        self.assertEqual([(os.path.basename(source["source"]), source["reason"]) for source in report["newly_empty"]],
                         [("blank.txt", "holds no text"), ("empty.txt", "holds no text")])
        self.assertEqual(self.index()["newly_empty"], [])
        self.assertEqual({source["status"] for source in self.coverage()["not_read"]}, {"empty"})

    def test_broken_characters_are_replaced_with_a_warning(self):
        text = invented_papers.minutes(60, "café’s", "naïve", "quorbroken").encode()
        self.write("broken.txt", text.replace(b"quorbroken", b"quorbroken \xe2\x28 \xff"))
        self.index()
        self.assertEqual(self.sources_with("quorbroken"), ["broken.txt"])
        warnings = [row["reason"] for row in self.coverage()["warnings"] if row["source"].endswith("broken.txt")]
        self.assertTrue(any("UTF-8" in warning for warning in warnings), warnings)

    def test_a_huge_line_is_cut_with_a_warning(self):
        self.index()
        self.write("one-line.txt", b"quorline " * (50_000_000 // 9))
        self.write("many-lines.txt", b"quorlines\n" * 2_100_000)
        self.assertEqual(self.index()["warned"], 2)
        self.assertEqual(self.sources_with("quorline"), ["many-lines.txt", "one-line.txt"])
        warnings = {(os.path.basename(row["source"]), row["reason"]) for row in self.coverage()["warnings"]}
        self.assertIn(("one-line.txt", "line 1 was cut at 1,000,000 bytes"), warnings)
        self.assertIn(("many-lines.txt", "only its first 2,000,000 lines were read"), warnings)
        self.assert_good_ones_are_found()

    def test_older_encodings_are_read(self):
        text = invented_papers.minutes(61, "quorolder", "Brontë’s", "façade")
        self.write("windows.txt", text.encode("windows-1252"))
        self.write("utf16.txt", invented_papers.minutes(62, "quorolder", "Brontë’s").encode("utf-16"))
        self.index()
        self.assertEqual(self.sources_with('"quorolder Brontë\'s"'), ["utf16.txt", "windows.txt"])

    def test_files_that_are_no_papers_are_counted(self):
        self.write("photo.jpg", b"\xff\xd8\xff\xe0")
        self.write("table.tsv", b"a\tb\n")
        self.write(".hidden.txt", b"quorhidden\n")
        report = self.index()
        self.assertEqual((report["other_files"], report["added"]), (2, len(self.good)))
        self.assertEqual(self.sources_with("quorhidden"), [])

    def test_names_of_files_cannot_steer_a_terminal(self):
        red = self.write("\x1b]0;title\x07.txt", b"\0")
        ended = self.command(program.PARTLY, "index", "--index", self.index_folder, self.papers)
        shown = [ended.out, ended.err]
        for command in (("search", self.good["\x1b[31mred.txt"]), ("coverage",)):
            shown.append(self.command(program.FOUND, *command, "--index", self.index_folder).out)
        self.assertIn("title", ended.err, red)
        for text in shown:
            self.assertNotRegex(text, "[\x1b\x07]")

    def test_a_path_that_does_not_exist_stops_the_run(self):
        ended = self.command(program.UNREADABLE, "index", "--index", self.index_folder, self.papers,
                             self.folder / "nowhere")
        self.assertIn("nowhere", ended.err)
        self.command(program.UNREADABLE, "status", "--index", self.index_folder)

    def test_what_may_not_be_read_is_listed(self):
        """As an ordinary user, for whom a file's mode counts."""
        secret = self.write("secret.txt", b"quorsecret\n")
        closed = self.write("closed/minutes.txt", b"quorclosed\n").parent
        secret.chmod(0)
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o700)
        how = {}
        if os.geteuid() == 0:
            how = {"user": pwd.getpwnam("nobody").pw_uid, "binary": self.for_everyone()}
        report = self.index(code=program.PARTLY, **how)
        failed = {os.path.basename(source["source"]): source["reason"] for source in report["failed"]}
        self.assertEqual(sorted(failed), ["closed", "secret.txt"])
        self.assertIn("ermission", failed["secret.txt"])
        self.assertIn("ermission", failed["closed"])
        self.assertEqual(report["added"], len(self.good))

    def for_everyone(self):
        """A copy of the program, and a folder to write into, that another user gets at."""
        self.folder.chmod(0o755)
        place = self.folder / "bin"
        place.mkdir(mode=0o755)
        for name in ("minutebook", "minutebook-extract"):
            shutil.copy(program.BINARY.parent / name, place / name)
        self.index_folder.mkdir()
        self.index_folder.chmod(0o777)
        return place / "minutebook"


if __name__ == "__main__":
    unittest.main()
