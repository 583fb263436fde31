// A proxy in front of the server: it validates what unmodified clients are answered.
import { readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";

const TABLE = new URL("../../api/src/main/resources/isegoria/api/endpoint/endpoints.tsv", import.meta.url);

const ROWS = readFileSync(TABLE, "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .map(([method, path, , , entity]) => ({
    method,
    name: `${method} ${path}`,
    variables: path.split("{").length,
    shape: new RegExp(`^${path.replace(/\{[^}]*\}/g, "[^/]+")}$`),
    entity: path === "/api/v1/markers" ? "Markers" : entity,
  }))
  .sort((one, other) => one.variables - other.variables);

const rowOf = (method, path) => ROWS.find((row) => row.method === method && row.shape.test(path));

export class Recorder {
  /** The endpoints that were answered, with an answer to each. */
  answers = new Map();
  flaws = new Set();
  count = 0;
  #origin;
  #schemas;
  #server;

  constructor(origin, schemas) {
    this.#origin = new URL(origin);
    this.#schemas = schemas;
    this.#server = http.createServer((request, response) => this.#forward(request, response));
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  async listen() {
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Looks at an answer, or at what an event carries. */
  check(name, entity, value) {
    if (!this.#schemas.knows(entity)) return;
    this.count++;
    this.answers.set(name, { entity, value });
    for (const flaw of this.#schemas.flaws(entity, value)) this.flaws.add(`${name}: ${flaw}`);
  }

  #forward(request, response) {
    const { method, url, headers } = request;
    const { hostname, port } = this.#origin;
    const upstream = http.request({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      const parts = [];
      const row = rowOf(method, url.split("?")[0]);
      const isChecked = row && answer.statusCode === 200 && !row.name.includes("streaming");
      answer.on("data", (part) => isChecked && parts.push(part));
      answer.on("end", () => {
        if (isChecked && this.#schemas.knows(row.entity)) {
          this.check(row.name, row.entity, JSON.parse(Buffer.concat(parts).toString("utf8")));
        }
      });
      answer.pipe(response);
    });
    upstream.on("error", () => response.destroy());
    response.on("close", () => upstream.destroy());
    request.pipe(upstream);
  }

  #upgrade(request, socket, head) {
    const upstream = net.connect(Number(this.#origin.port), this.#origin.hostname, () => {
      const headers = request.rawHeaders.map((text, at) => text + (at % 2 === 0 ? ": " : "\r\n"));
      upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join("")}\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  }
}
