#!/usr/bin/env python3
"""A server of dashboards with every fault that a network has, for tests/connect. Loopback only.

    tests/fault_server.py FOLDER      makes certificates in FOLDER and serves until standard input ends

Writes FOLDER/ports ("name=port" a line) when it is ready, and a line for each request to FOLDER/log:
"listener METHOD path Authorization=... If-None-Match=... X-Desk=..." (only what was sent).
What a path does is told by the functions below; a path ending in "?n" keeps a counter of its own.
"""
import gzip
import io
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import urllib.parse
import zipfile
import zlib
from email.utils import formatdate

folder = sys.argv[1]
ports, counters, lock = {}, {}, threading.Lock()


# ---- certificates ----

def openssl(*arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def key(name):
    openssl("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", name + ".key")


def certificate(name, names, issuer="ca", days="2"):
    key(name)
    with open(os.path.join(folder, name + ".ext"), "w") as file:
        file.write("subjectAltName=" + names + "\n")
    openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr")
    openssl("x509", "-req", "-in", name + ".csr", "-CA", issuer + ".pem", "-CAkey", issuer + ".key", "-CAcreateserial",
            "-days", days, "-extfile", name + ".ext", "-out", name + ".pem")


def make_certificates():
    for name in ("ca", "stranger"):
        key(name)
        openssl("req", "-x509", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-days", "2", "-out", name + ".pem")
    certificate("good", "DNS:localhost,IP:127.0.0.1")
    certificate("old", "DNS:localhost")
    certificate("other", "DNS:localhost,IP:127.0.0.1")
    certificate("unknown", "DNS:localhost,IP:127.0.0.1", "stranger")
    certificate("wronghost", "DNS:kpi.example")
    certificate("expired", "DNS:localhost,IP:127.0.0.1", days="-1")
    key("selfsigned")
    openssl("req", "-x509", "-new", "-key", "selfsigned.key", "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-days", "2", "-out", "selfsigned.pem")


# ---- what a dashboard holds ----

def row(n, **others):
    return {"partner_id": "4471903", "month": 10, "year": 2025, "omlp_type": "dmoc", "purchase_units": 25,
            "invoice_number": "BW-%d" % n, "kpi_value": 25, "revenue_value": 3100, "currency": "GBP", **others}


def rows(first, n):
    return [row(i) for i in range(first, first + n)]


def csv(first, n):
    names = list(row(0))
    return "\n".join([",".join(names)] + [",".join(str(one[name]) for name in names) for one in rows(first, n)]) + "\n"


def workbook(first, n):
    cells = [list(row(0))] + [list(one.values()) for one in rows(first, n)]
    lines = "".join("<row>" + "".join('<c t="inlineStr"><is><t>%s</t></is></c>' % cell for cell in line) + "</row>" for line in cells)
    main, relations = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="%s"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (relations, office),
        "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="KPI" sheetId="1" r:id="r1"/></sheets></workbook>' % (main, office),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s"><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (relations, office),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, lines),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


# ---- answers ----

class Asked:
    def __init__(self, listener, connection, method, target, headers, body):
        self.listener, self.connection, self.method, self.headers, self.body = listener, connection, method, headers, body
        self.path, _, query = target.partition("?")
        self.query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.target = target
        with lock:
            counters[target] = counters.get(target, 0) + 1
            self.count = counters[target]
        self.base = "%s://localhost:%d" % ("http" if listener == "plain" else "https", ports[listener])

    def send(self, data):
        self.connection.sendall(data)

    def head(self, status, **headers):
        lines = ["HTTP/1.1 %d X" % status] + ["%s: %s" % (name.replace("_", "-"), value) for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def answer(self, body=b"", status=200, **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send(self.head(status, Content_Length=len(body), **headers) + body)

    def json(self, value, status=200, **headers):
        self.answer(json.dumps(value), status, Content_Type="application/json", **headers)

    def number(self, name, default=0):
        return int(self.query.get(name, default))

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise ConnectionResetError


# ---- shapes ----

def do_csv(asked):
    asked.answer(csv(1, 3), Content_Type="text/csv")


def do_ndjson(asked):
    asked.answer("".join(json.dumps(one) + "\n" for one in rows(1, 3)))


def do_array(asked):
    asked.json(rows(1, 3))


def do_value(asked):
    asked.json({"value": rows(1, 3)})


def do_xlsx(asked):
    asked.answer(workbook(1, 3))


def do_nested(asked):
    asked.json({"meta": {"took": 3}, "payload": {"list": [{"invoice": {"no": one["invoice_number"], "net": 3100}, "partner": "4471903",
                                                             "when": "2025-10", "kind": "dmoc", "n": 25, "score": 25, "cur": "GBP"}
                                                            for one in rows(1, 3)]}})


def do_cells(asked):
    asked.json({"rows": [list(row(0))] + [list(one.values()) for one in rows(1, 3)]})


def do_html(asked):
    asked.answer("<!DOCTYPE html><html><body>Sign in</body></html>", Content_Type="text/html")


def do_nothing(asked):
    asked.answer("")


def do_norows(asked):
    asked.json({"value": []})


# ---- pages ----

def do_link(asked):
    n = asked.number("at", 1)
    more = {"Link": '<https://localhost/else>; rel="prev", </link?at=%d>; title="a, b"; rel="last next"' % (n + 1)} if n < 3 else {}
    asked.json(rows(n * 10, 2), **more)


def do_csvpages(asked):
    n = asked.number("at", 1)
    asked.answer(csv(n * 10, 2), **({"Link": "<?at=%d>; rel=next" % (n + 1)} if n < 3 else {}))


def do_odata(asked):
    n = asked.number("$skip", 0)
    more = {"@odata.nextLink": "odata?$skip=%d" % (n + 10)} if n < 20 else {}
    asked.json({"@odata.count": 6, "value": rows(n + 10, 2), **more})


def do_next(asked):
    n = asked.number("at", 1)
    asked.json({"items": rows(n * 10, 2), "next": asked.base + "/next?at=%d" % (n + 1) if n < 3 else None})


def do_page(asked):
    n = asked.number("page", 1)
    asked.json({"data": rows(n * 10, asked.number("size", 2)) if n < 4 else []})


def do_offset(asked):
    n = asked.number("$skip", 0)
    asked.json({"data": rows(10 + n, 2) if n < 6 else []})


def do_cursor(asked):
    n = len(asked.query.get("after", ""))
    asked.json({"data": rows(10 + n * 10, 2), "paging": {"cursor": "x" * (n + 1) if n < 2 else None}})


def do_same(asked):
    asked.json({"data": rows(10, 2)})


def do_circle(asked):
    asked.json({"value": rows(1, 1), "nextLink": "/circle"})


def do_endless(asked):
    asked.json({"value": rows(asked.number("at"), 1), "nextLink": "/endless?at=%d" % (asked.number("at") + 1)})


def do_strange(asked):
    asked.json({"value": rows(1, 1), "nextLink": "https://localhost:%d/value" % ports["other"]})


def do_counted(asked):
    asked.json({"@odata.count": 500, "value": rows(1, 2)})


def do_more(asked):
    asked.json({"has_more": True, "data": rows(1, 2)})


def do_halfway(asked):
    if asked.number("at", 1) == 3:
        return asked.answer("no", 500)
    asked.json({"value": rows(asked.number("at", 1), 1), "nextLink": "/halfway?at=%d" % (asked.number("at", 1) + 1)})


# ---- what came last ----

def do_etag(asked):
    tag = '"v%s"' % asked.query.get("v", "1")
    if asked.headers.get("if-none-match") == tag:
        return asked.send(asked.head(304, ETag=tag))
    asked.json({"value": rows(1, 3)}, ETag=tag)


def do_dated(asked):
    when = "Mon, 19 Jan 2026 08:00:00 GMT"
    if asked.headers.get("if-modified-since") == when:
        return asked.send(asked.head(304))
    asked.json({"value": rows(1, 3)}, Last_Modified=when)


def do_etagpages(asked):
    n = asked.number("at", 1)
    tag = '"p%d"' % n
    if asked.headers.get("if-none-match") == tag:
        return asked.send(asked.head(304, ETag=tag))
    asked.json(rows(n * 10, 2), ETag=tag, **({"Link": "</etagpages?at=%d>; rel=next" % (n + 1)} if n < 3 else {}))


def do_changing(asked):
    asked.json({"value": rows(asked.count * 10, 2)}, ETag='"c%d"' % asked.count)


def do_nostore(asked):
    asked.json({"value": rows(1, 3)}, ETag='"n"', Cache_Control="private, no-store")


def do_unasked(asked):
    asked.send(asked.head(304))


def do_growing(asked):
    """A second page comes while the first one stays as it is, and 304 says nothing of it."""
    n = asked.number("at", 1)
    last = 2 if asked.count < 3 else 3
    if asked.headers.get("if-none-match") == '"g%d"' % n:
        return asked.send(asked.head(304))
    asked.json(rows(n * 10, 2), ETag='"g%d"' % n, **({"Link": "</growing?at=%d>; rel=next" % (n + 1)} if n < last else {}))


# ---- who asks ----

def do_basic(asked):
    good = asked.headers.get("authorization") == "Basic ZGVzazpwOmFzcw=="  # desk p:ass
    asked.json({"value": rows(1, 3)}) if good else asked.json({}, 401)


def do_bearer(asked):
    good = asked.headers.get("authorization") == "Bearer s3cret-token"
    asked.json({"value": rows(1, 3)}) if good else asked.json({"error": "s3cret-token"}, 401)


def do_key(asked):
    good = asked.headers.get("x-api-key") == "s3cret-token" and asked.headers.get("x-desk") == "kpi"
    asked.json({"value": rows(1, 3)}) if good else asked.json({}, 403)


def do_token(asked):
    form = dict(urllib.parse.parse_qsl(asked.body.decode()))
    basic = asked.headers.get("authorization") == "Basic ZGVzazphJTNBYiUyRmM="  # desk, a:b/c
    body = form.get("client_id") == "desk" and form.get("client_secret") == "a:b/c"
    if form.get("grant_type") != "client_credentials" or form.get("scope") != "kpi.read" or not (basic or body):
        return asked.json({"error": "invalid_client", "error_description": "a:b/c"}, 401)
    with lock:
        counters["given"] = counters.get("given", 0) + 1
        asked.json({"access_token": "t%d" % counters["given"], "token_type": "Bearer", "expires_in": asked.number("life", 3600)})


def do_oauth(asked):
    """Only the newest token is good, and once it expires before the second page."""
    with lock:
        good = asked.headers.get("authorization") == "Bearer t%d" % counters.get("given", 0)
        n = asked.number("at", 1)
        if n == 2 and not counters.get("expired"):
            counters["expired"], good = True, False
    asked.json({"value": rows(n * 10, 2), **({"nextLink": "?at=%d" % (n + 1)} if n < 3 else {})}) if good else asked.json({}, 401)


def do_denied(asked):
    asked.json({"message": "s3cret"}, 401)


# ---- redirects ----

def do_moved(asked):
    asked.answer("", 302, Location=asked.query["to"].replace("OTHER", "https://localhost:%d" % ports["other"])
                 .replace("PLAIN", "http://localhost:%d" % ports["plain"]))


def do_around(asked):
    asked.answer("", 307, Location="/around?%d" % asked.count)


# ---- faults ----

def do_stall(asked):
    asked.send(asked.head(200, Content_Length=5000) + b'{"value": [')
    time.sleep(5)


def do_slow(asked):
    asked.send(asked.head(200, Content_Length=50000))
    for _ in range(500):
        asked.send(b" ")
        time.sleep(0.01)


def do_reset(asked):
    asked.send(asked.head(200, Content_Length=5000) + b'{"value": [')
    asked.reset()


def do_resetonce(asked):
    if asked.count == 1:
        asked.reset()
    do_value(asked)


def do_cut(asked):
    asked.send(asked.head(200, Content_Length=100000) + json.dumps({"value": rows(1, 3)}).encode())


def do_cutchunk(asked):
    asked.send(asked.head(200, Transfer_Encoding="chunked") + b"40\r\n" + csv(1, 1).encode()[:64] + b"\r\n")


def do_cutopen(asked):
    """No length: only the JSON tells that it is not whole."""
    asked.send(asked.head(200, Connection="close") + json.dumps({"value": rows(1, 3)}).encode()[:-20])


def do_short(asked):
    body = json.dumps({"value": rows(1, 3)}).encode()
    asked.send(asked.head(200, Content_Length=len(body) - 40) + body)


def do_badlength(asked):
    asked.send(b"HTTP/1.1 200 X\r\nContent-Length: -20\r\n\r\n" + b"x" * 20)


def do_noise(asked):
    asked.send(b"\x00\xff\x00 this is no HTTP\r\n\r\n")


def do_hugeheaders(asked):
    asked.send(b"HTTP/1.1 200 X\r\n" + b"".join(b"X-%d: %s\r\n" % (i, b"y" * 1000) for i in range(90)) + b"\r\n")


def do_gzip(asked):
    asked.answer(gzip.compress(csv(1, 3).encode()), Content_Encoding="gzip")


def do_deflate(asked):
    asked.answer(zlib.compress(csv(1, 3).encode()), Content_Encoding="deflate")


def do_damaged(asked):
    data = bytearray(gzip.compress(csv(1, 300).encode()))
    data[40:60] = b"\xff" * 20
    asked.answer(bytes(data), Content_Encoding="gzip")


def do_bomb(asked):
    asked.answer(gzip.compress(b" " * 20_000_000), Content_Encoding="gzip")


def do_large(asked):
    asked.answer(b" " * 2_000_000)


def do_busy(asked):
    """Good at the n-th time; what it says of when to come again is given by "after"."""
    if asked.count >= asked.number("good", 2):
        return do_value(asked)
    after = asked.query.get("after", "0")
    asked.answer("s3cret", asked.number("status", 429), Retry_After=formatdate(time.time(), usegmt=True) if after == "date" else after)


def do_missing(asked):
    asked.answer("no", 404)


# ---- the server ----

def read_request(connection):
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more or more[0] == 0x16:  # TLS where none is spoken
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    method, target, _ = first.split(" ")
    return method, target, headers, body


def note(listener, method, target, headers):
    sent = ["%s=%s" % (name, headers[name.lower()]) for name in ("Authorization", "If-None-Match", "If-Modified-Since", "X-Desk", "X-Api-Key")
            if name.lower() in headers]
    with lock, open(os.path.join(folder, "log"), "a") as file:
        file.write(" ".join([listener, method, target, *sent]) + "\n")


def serve(listener, connection, context):
    try:
        if listener == "silent":
            time.sleep(5)
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        while True:
            request = read_request(connection)
            if not request:
                break
            note(listener, *request[:3])
            asked = Asked(listener, connection, *request)
            globals().get("do_" + asked.path.strip("/"), do_missing)(asked)
            if asked.path in ("/cut", "/cutchunk", "/cutopen", "/short", "/badlength", "/noise", "/stall", "/slow"):
                break
    except OSError:
        pass
    finally:
        connection.close()


def listen(name, tls=True):
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if name == "old":
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
        context.load_cert_chain(os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key"))
    server = socket.create_server(("127.0.0.1", 0))
    ports[name] = server.getsockname()[1]

    def accept():
        while True:
            connection, _ = server.accept()
            threading.Thread(target=serve, args=(name, connection, context), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()


open(os.path.join(folder, "log"), "w").close()
make_certificates()
for name in ("good", "other", "old", "unknown", "wronghost", "expired", "selfsigned"):
    listen(name)
listen("plain", tls=False)
listen("silent", tls=False)
closed = socket.create_server(("127.0.0.1", 0))  # nobody answers there once it is closed
ports["closed"] = closed.getsockname()[1]
closed.close()
with open(os.path.join(folder, "ports.new"), "w") as file:
    file.write("".join("%s=%d\n" % item for item in ports.items()))
os.rename(os.path.join(folder, "ports.new"), os.path.join(folder, "ports"))
sys.stdin.read()
