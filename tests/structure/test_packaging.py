"""What comes with the program for those who keep a service: units that are locked in, a proxy's settings that are read."""

import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import sources

PACKAGING = sources.ROOT / "packaging"
MOST_EXPOSURE = 1.5


@unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
class Units(unittest.TestCase):
    def exposure(self, unit):
        ended = subprocess.run(["systemd-analyze", "security", "--offline=yes", str(unit)], capture_output=True, text=True, check=False)
        level = re.search(r"Overall exposure level for \S+: ([0-9.]+)", ended.stdout)
        self.assertIsNotNone(level, ended.stdout + ended.stderr)
        return float(level[1])

    def test_services_are_locked_in(self):
        units = sorted(PACKAGING.glob("systemd/*.service"))
        self.assertEqual(len(units), 2)
        for unit in units:
            self.assertLessEqual(self.exposure(unit), MOST_EXPOSURE, unit.name)

    def test_the_measure_tells_a_unit_that_is_open(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = Path(folder) / "open.service"
            unit.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
            self.assertGreater(self.exposure(unit), MOST_EXPOSURE)


@unittest.skipUnless(shutil.which("nginx"), "nginx is not installed")
class Proxy(unittest.TestCase):
    def test_the_example_is_read_by_nginx(self):
        text = (PACKAGING / "nginx/minutebook.conf").read_text("utf-8")
        # Certificates and ports below 1024 are those of the machine it will run on.
        text = re.sub(r"ssl_certificate.*", "", text).replace("443 ssl http2", "18443").replace("80;", "18080;")
        with tempfile.TemporaryDirectory() as folder:
            text = text.replace("/var/log/nginx", folder)
            whole = Path(folder) / "nginx.conf"
            whole.write_text(f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{text}\n}}\n", encoding="utf-8")
            ended = subprocess.run(["nginx", "-t", "-c", str(whole), "-p", folder], capture_output=True, text=True, check=False)
            self.assertEqual(ended.returncode, 0, ended.stderr)


if __name__ == "__main__":
    unittest.main()
