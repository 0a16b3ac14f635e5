"""A language server that knows what it is told on its command line to know, and nothing else: for tests of a client."""

import json
import sys

known = sys.argv[1].split(",") if len(sys.argv) > 1 else []


def send(message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    sys.stdout.buffer.flush()


def answer(method, params):
    if method == "initialize":
        return {"capabilities": {"textDocumentSync": 2, "executeCommandProvider": {"commands": known}}}
    if method == "workspace/executeCommand":
        uri, fraga = params["arguments"]
        text = f"{params['command']} {uri.rpartition('/')[2]} {fraga} åäö"
        return {"titel": f"Svar {fraga}/2", "sprak": "markdown", "text": text} if fraga != "9.9" else None
    return None


while header := sys.stdin.buffer.readline():
    sys.stdin.buffer.readline()
    asked = json.loads(sys.stdin.buffer.read(int(header.partition(b":")[2])))
    if asked["method"] == "exit":
        break
    if "id" in asked:
        send({"id": asked["id"], "result": answer(asked["method"], asked.get("params"))})
