// JSON-RPC with a process over its stdin and stdout, one message at a time, as the Language Server Protocol frames it.
"use strict";

const { spawn } = require("node:child_process");

const METHOD_NOT_FOUND = -32601;
const INTERNAL_ERROR = -32603;
const LOG_KEPT = 4000; // characters

class Connection {
  // `handlers` has a function for each method that the server may ask or tell; `log` takes what it writes to stderr.
  constructor([program, ...args], options, handlers, log) {
    Object.assign(this, { handlers, log });
    this.waiting = new Map();
    this.last = 0;
    this.buffer = Buffer.alloc(0);
    this.errors = "";
    this.process = spawn(program, args, { ...options, stdio: "pipe", windowsHide: true });
    this.ended = new Promise((resolve) => {
      this.process.on("error", (error) => resolve({ error }));
      this.process.on("close", (code) => resolve({ code }));
    }).then((how) => this.close(how));
    this.process.stdin.on("error", () => {}); // it has ended, and that is told above
    this.process.stdout.on("data", (chunk) => this.take(chunk));
    this.process.stderr.setEncoding("utf8");
    this.process.stderr.on("data", (text) => {
      this.errors = (this.errors + text).slice(-LOG_KEPT);
      log(text);
    });
  }

  // Ask the server something; a `token` of the editor's takes the question back.
  request(method, params, token) {
    const id = ++this.last;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.send({ id, method, params });
    const listener = token?.onCancellationRequested(() => this.notify("$/cancelRequest", { id }));
    return answer.finally(() => listener?.dispose());
  }

  notify(method, params) {
    this.send({ method, params });
  }

  kill() {
    this.process.kill();
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  close(how) {
    for (const { reject } of this.waiting.values()) reject(new Error("the server has ended"));
    this.waiting.clear();
    return how;
  }

  take(chunk) {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const end = this.buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = /^content-length: *(\d+)/im.exec(this.buffer.toString("latin1", 0, end));
      if (!length) return this.kill(); // whatever this is, it is no language server
      const stop = end + 4 + Number(length[1]);
      if (this.buffer.length < stop) return;
      const body = this.buffer.toString("utf8", end + 4, stop);
      this.buffer = this.buffer.subarray(stop);
      this.handle(JSON.parse(body));
    }
  }

  handle(message) {
    if (message.method === undefined) {
      const asked = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) asked?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
      else asked?.resolve(message.result);
    } else if (message.id === undefined) {
      this.heed(message);
    } else {
      this.answer(message);
    }
  }

  heed({ method, params }) {
    try {
      this.handlers[method]?.(params);
    } catch (error) {
      this.log(`${method}: ${error.message}\n`); // what else it tells is heeded all the same
    }
  }

  async answer({ id, method, params }) {
    const handler = this.handlers[method];
    if (!handler) return this.send({ id, error: { code: METHOD_NOT_FOUND, message: method } });
    try {
      this.send({ id, result: (await handler(params)) ?? null });
    } catch {
      this.send({ id, error: { code: INTERNAL_ERROR, message: method } });
    }
  }
}

module.exports = { Connection };
