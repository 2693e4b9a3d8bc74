"""Random bytes for the service: requests put together from pieces of HTTP, of addresses and of queries, and spoilt. Each connection is
answered with whole, proper responses or closed; the service goes on."""

import re
import socket
import time

import program
from query_fuzz import PIECES

METHODS = (b"GET", b"GET", b"GET", b"HEAD", b"POST", b"OPTIONS", b"PUT", b"get", b"", b"GET\x00", b"TRACE", b"CONNECT")
PATHS = (b"/", b"/search", b"/api/v1/search", b"/api/v1/facets", b"/api/v1/mentions", b"/api/v1/timeline", b"/api/v1/reviews", b"/api/v1/actions",
         b"/api/v1/suggest", b"/api/v1/coverage", b"/api/v1/items/x", b"/api/v1/papers/%41", b"/feed.atom", b"/export.csv", b"/item/a%2Fb", b"/paper/", b"/reviews",
         b"/help", b"/style.css", b"/timeline.svg", b"/embed", b"/embed/v1/x", b"/embed/demo", b"/healthz", b"/readyz", b"/openapi.json", b"/../x", b"//x", b"*",
         b"http://127.0.0.1/search", b"/%", b"/%zz", b"/\xff", b"/%c0%af", b"/search/", b"")
NAMES = (b"q", b"q", b"q", b"limit", b"cursor", b"sort", b"group", b"facet", b"mentions", b"strict", b"expand", b"without-label", b"from", b"to", b"council",
         b"committee", b"kind", b"topic", b"year", b"by", b"open", b"all", b"format", b"mark", b"ui", b"v", b"colour", b"", b"%71", b"q%00")
VALUES = (b"1", b"0", b"100", b"-1", b"99999999999999999999", b"newest", b"item", b"council:3", b"council:0", b"yes", b"typed", b"csv", b"2020", b"31/2/2020",
          b"yesterday", b"ZZA", b"minutes", b"", b"%", b"%2", b"%zz", b"%00", b"%ff", b"%F0%9F%9A%8C", b"+", b"a" * 3000, b"<script>", b"'\"><svg/onload=x>", b"../..", b"=")
HEADERS = (b"Host: 127.0.0.1", b"Host: evil.example", b"Host: [::1]:1", b"Host:", b"Connection: close", b"Connection: keep-alive", b"Content-Length: 5",
           b"Content-Length: 0", b"Content-Length: -1", b"Content-Length: 99999999999", b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked",
           b"Content-Type: application/x-www-form-urlencoded", b"Content-Type: application/json", b"Accept-Language: cy;q=0.5, en;q=x, ,;;", b"Accept-Language: " + b"cy," * 500,
           b"If-None-Match: \"1-0\"", b"If-None-Match: *", b"Origin: null", b"Origin: https://intranet.example", b"Expect: 100-continue", b"Upgrade: h2c", b"Range: bytes=0-1",
           b"X: " + b"y" * 9000, b"X", b": x", b"X\x00: y", b" folded", b"Cookie: a=b", b"X-Forwarded-For: 1.2.3.4")
ENDS = (b"\r\n", b"\r\n", b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r", b"\r\n\r\n")
BODIES = (b"", b"q=damp", b"5\r\nq=abc\r\n0\r\n\r\n", b"ffffffffffffffff\r\nx", b"0\r\n\r\n", b"\x00" * 100, b"a" * 20000, b"5;x=y\r\nq=abc\r\n0\r\nA: b\r\n\r\n")
STATUS_LINE = re.compile(rb"HTTP/1\.[01] (\d\d\d) ")


def query_bytes(source):
    text = " ".join(source.choice(PIECES) for _ in range(source.choice((1, 2, 3, 5, 8)))).encode()
    return b"".join(bytes([byte]) if chr(byte).isalnum() and byte < 128 else b"%%%02X" % byte for byte in text)


def random_request(source):
    parameters = [source.choice(NAMES) + b"=" + (query_bytes(source) if source.random() < 0.6 else source.choice(VALUES)) for _ in range(source.choice((0, 1, 1, 2, 3, 6)))]
    target = source.choice(PATHS) + (b"?" + b"&".join(parameters) if parameters else b"")
    version = source.choice((b"HTTP/1.1",) * 8 + (b"HTTP/1.0", b"HTTP/2.0", b"HTTP/1.1 x", b""))
    lines = [source.choice(METHODS) + b" " + target + b" " + version]
    if source.random() < 0.9:
        lines.append(HEADERS[0])
    lines += [source.choice(HEADERS) for _ in range(source.choice((0, 0, 1, 2, 4)))]
    end = source.choice(ENDS)
    request = end.join(lines) + end + end + source.choice(BODIES)
    for _ in range(source.choice((0, 0, 0, 1, 3))):
        at = source.randrange(len(request) + 1)
        request = request[:at] + bytes(source.randrange(256) for _ in range(source.randrange(4))) + request[at + source.randrange(3):]
    return request


def answer_to(service, request):
    """All that comes back; the sending side is closed behind the request, so that nothing waits for more of it."""
    with service.connect() as connection:
        connection.settimeout(30 * program.PATIENCE)
        answer = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionResetError:
            return answer, False
        except BrokenPipeError:
            return answer, False
    return answer, True


def ask(case, service, source, seconds):
    """Asks for a while; what the statuses were."""
    ends = time.monotonic() + seconds
    statuses = {}
    while time.monotonic() < ends:
        request = b"".join(random_request(source) for _ in range(source.choice((1, 1, 1, 2))))
        with case.subTest(request=request):
            answer, whole = answer_to(service, request)
            case.assertIsNone(service.process.poll(), "the service has ended")
            if answer and whole:
                first = STATUS_LINE.match(answer)
                case.assertIsNotNone(first, answer[:200])
                status = int(first[1])
                case.assertIn(status, (200, 204, 304, 400, 404, 405, 413, 414, 415, 421, 431, 503), answer[:300])
                statuses[status] = statuses.get(status, 0) + 1
            case.assertNotIn("failure", "".join(line for line in service.log[-20:] if '"event":"failure"' in line))
    case.assertEqual(service.ask("/healthz")[0], 200)
    case.assertTrue({200, 400} <= set(statuses), statuses)
    return statuses
