"""Random requests and random settings for a minute, other ones each time; under the sanitizers, so that what is only nearly a crash counts too."""

import random
import time
import unittest

import http_fuzz
import program
from test_serve import ServiceCase

SETTINGS = ("index", "listen", "title", "language", "base-url", "hosts", "origins", "frame-ancestors", "private", "behind-proxy", "log-queries", "threads",
            "deadline-ms", "colour", '"a b"', "a.b", "[table]", "[[list]]", "#")
VALUES = ('"x"', "1", "-1", "99999999999999999999", "1.5", "true", "[]", '["a", "b"]', '["a", 1]', "{}", "{ a = 1 }", '"""', "'", '"\\u0000"', '"\\xff"', "2020-01-01",
          "nan", "[[[[", '["https://a.example"]', '"en"', "\udcff", "", "=", '"' + "x" * 5000 + '"')


class Requests(ServiceCase):
    def test_for_a_minute(self):
        seed = random.randrange(1_000_000)
        with self.subTest(seed=seed):
            http_fuzz.ask(self, self.service, random.Random(seed), seconds=50)
            self.assertEqual(self.service.end(), 0, self.service.log[-20:])


class Settings(program.ProgramCase):
    def test_random_settings_are_read_or_refused_with_their_line(self):
        seed = random.randrange(1_000_000)
        source = random.Random(seed)
        ends = time.monotonic() + 15
        path = self.folder / "service.toml"
        codes = set()
        while time.monotonic() < ends:
            text = "\n".join(source.choice(SETTINGS) + source.choice((" = ", " = ", "=", " ")) + source.choice(VALUES) for _ in range(source.choice((1, 1, 2, 4))))
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            with self.subTest(seed=seed, text=text):
                # There is no index: what is read is not served.
                ended = program.run("serve", "--config", path, "--index", self.folder / "none", seconds=20)
                self.assertIn(ended.code, (program.USAGE, program.UNREADABLE), ended)
                self.assertTrue(ended.err.startswith("minutebook: "), ended)
                codes.add(ended.code)
        self.assertEqual(codes, {program.USAGE, program.UNREADABLE})


if __name__ == "__main__":
    unittest.main()
