"""The README's table of commands is the one that the program prints."""
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("MINUTEBOOK", str(ROOT / "build" / "release" / "minutebook"))


def printed_commands():
    text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    lines = text.split("commands:\n", 1)[1].split("\n\n", 1)[0].splitlines()
    return [re.match(r"  (\S.*?)\s{2,}(.*)$", line).groups() for line in lines]


class ReadmeCommands(unittest.TestCase):
    def test_table_of_commands(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        table = text.split("<!-- commands -->\n", 1)[1].split("<!-- /commands -->", 1)[0]
        rows = "".join(f"| `{name.replace('|', chr(92) + '|')}` | {does} |\n" for name, does in printed_commands())
        self.assertEqual(table, "| command | does |\n|---|---|\n" + rows + "\n")


if __name__ == "__main__":
    unittest.main()
