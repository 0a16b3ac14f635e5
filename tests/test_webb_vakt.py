"""Who is let in: this computer's own browser with the key, once, and our own page in it; nobody else."""

import pytest
from webb import HERE, PORT, TVA, application_of, page_of

COOKIE = f"rapport_{PORT}"


@pytest.fixture
def page(folder):
    with page_of(folder(**{"1": TVA})) as client:
        yield client


def test_the_address_lets_one_browser_in_once(folder):
    with application_of(folder(**{"1": TVA})) as (client, address, _):
        assert client.get("/api/rapport").status_code == 401
        assert client.get("/").status_code == 401
        assert client.get("/?nyckel=fel").status_code == 403
        opened = client.get(address)
        assert opened.status_code == 200
        cookie = opened.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict"} <= set(cookie.split("; "))
        assert address.partition("=")[2] not in cookie
        assert client.get("/api/rapport").status_code == 200
        assert client.get(address).status_code == 200  # the same browser again
        client.cookies.clear()
        again = client.get(address)
        assert again.status_code == 403
        assert "redan använd" in again.text


def test_a_browser_that_looks_ahead_does_not_use_the_key_up(folder):
    with application_of(folder(**{"1": TVA})) as (client, address, _):
        assert client.get(address, headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 403
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "host", ["ond.example", f"ond.example:{PORT}", "127.0.0.1", "127.0.0.1:80", "", f"[::1]:{PORT}"]
)
def test_a_foreign_host_is_refused(page, host):
    assert page.get("/api/rapport", headers={"Host": host}).status_code == 421
    assert page.get("/?nyckel=x", headers={"Host": host}).status_code == 421


def test_our_own_other_name_is_fine(page):
    headers = {"Host": f"localhost:{PORT}", "Origin": f"http://localhost:{PORT}"}
    assert page.get("/api/rapport", headers=headers | {"Cookie": f"{COOKIE}={page.cookies[COOKIE]}"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://ond.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["/api/rapport", "/api/spara", "/"])
def test_a_foreign_origin_is_refused(page, origin, path):
    for method in ("GET", "POST"):
        assert page.request(method, path, headers={"Origin": origin}, json={}).status_code == 403


def test_a_change_without_an_origin_is_refused(folder):
    with application_of(folder(**{"1": TVA})) as (client, address, _):
        client.get(address)
        assert client.get("/api/rapport").status_code == 200
        assert client.post("/api/spara", json={}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_what_the_browser_says_of_other_pages_is_believed(page, site):
    headers = {"Sec-Fetch-Site": site}
    assert page.get("/api/rapport", headers=headers).status_code == 403
    assert page.post("/api/spara", headers=headers, json={}).status_code == 403
    assert page.get("/", headers=headers).status_code == (200 if site == "none" else 403)


def test_without_the_cookie_nothing_is_answered(page):
    page.cookies.clear()
    for method, path in [("GET", "/"), ("GET", "/start.js"), ("GET", "/api/las"), ("POST", "/api/fraga/1.1")]:
        assert page.request(method, path, json={}).status_code == 401
    page.cookies.set(COOKIE, "gissat")
    assert page.get("/api/rapport").status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/sida/index.html",
        "/index.html",
        "//etc/passwd",
        "/start.js/../../app.py",
        "/C:/Windows/win.ini",
        "/api/fraga/..%2f..%2frapport.yaml",
        "/api/fraga/../../etc/passwd",
        "/app.py",
        "/karna.licenser.txt%00.js",
        "/bygg/package.json",
    ],
)
def test_no_path_leads_anywhere(page, path):
    answer = page.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text
    assert "mall:" not in answer.text


@pytest.mark.parametrize("path", ["/", "/start.js", "/api/rapport", "/finns-inte", "/?nyckel=fel"])
def test_every_answer_says_what_the_page_may_do(page, path):
    headers = page.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_too_much_is_refused_while_it_comes(page):
    assert page.post("/api/fraga/1.1", content=b"x" * 4_000_001).status_code == 413

    def endless():
        for _ in range(100):
            yield b"x" * 100_000

    assert page.post("/api/fraga/1.1", content=endless()).status_code == 413
    assert page.post("/api/fraga/1.1", content=b"x", headers={"Content-Length": "-5"}).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"version": 1}',
        b'{"version": "x", "markdown": 5}',
        b'{"version": "x", "markdown": "\\ud800"}',
        b'{"version": "x", "status": "f\xc3\xa4rdig"}',
        b'{"version": "x", "kryss": "ja"}',
        b'{"version": "x", "kryss": [1]}',
        b'{"version": "x", "tillat": {"lix": ""}}',
        b'{"version": "x", "tillat": {"teckengrans": "Beslutat."}}',
        b'{"version": "x", "tillat": {"okand": "Beslutat."}}',
        b'{"version": "x", "tillat": {"lix": ["Citat."]}}',
        b'{"version": "x", "tillat": ["lix"]}',
        b'{"version": "x", "dokument": 5}',
        b"[" * 100_000,
        b'{"version": "x", "markdown": "' + b"x" * 1_000_001 + b'"}',
    ],
)
def test_what_is_no_change_is_refused_in_words(page, body):
    before = page.get("/api/fraga/1.1").json()
    body = body.replace(b'"x"', f'"{before["version"]}"'.encode(), 1)
    answer = page.post("/api/fraga/1.1", content=body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["fel"].endswith((".", "tecken."))
    assert page.get("/api/fraga/1.1").json()["version"] == before["version"]


@pytest.mark.parametrize("fraga", ["9.9", "5.1", "1.1\x00", "x" * 3000])
def test_a_question_that_is_not_there_is_said(page, fraga):
    assert page.get(f"/api/fraga/{fraga.replace(chr(0), '%00')}").status_code == 400


def test_the_page_has_no_script_and_no_style_of_its_own_in_it(page):
    html = page.get("/").text
    assert "<style" not in html
    assert "style=" not in html
    assert html.count("<script") == 1
    assert ' src="/' in html
    assert "http://" not in html.replace(HERE, "")
    assert "https://" not in html
