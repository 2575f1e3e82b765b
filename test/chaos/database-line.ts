import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What PostgreSQL says when a transaction is durable. */
const committed = "COMMIT\0";

/**
 * The line from an office to its PostgreSQL, to be cut.
 *
 *     up ──down()──▶ down (nobody answers) ──up()──▶ up
 *     up ──loseNextCommit()──▶ up, until a commit is answered: that answer never arrives ──▶ up
 */
export class DatabaseLine implements AsyncDisposable {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #loseCommit: (() => void) | null = null;

  constructor(databaseUrl: string) {
    this.#target = new URL(databaseUrl);
    this.#server = createServer((socket) => this.#join(socket));
  }

  /** The address of the database by way of this line. */
  get url(): string {
    const url = new URL(this.#target);
    url.hostname = "127.0.0.1";
    url.port = String(this.#port);
    return url.href;
  }

  up(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.listen(this.#port, "127.0.0.1", () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Cuts every connection in the middle of whatever it says, and takes no new one. */
  down(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    return closed;
  }

  /** Cuts one connection between a commit and its answer. Resolves when that has happened. */
  loseNextCommit(): Promise<void> {
    return new Promise((resolve) => {
      this.#loseCommit = resolve;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.listening) await this.down();
  }

  #join(office: Socket): void {
    const database = connect(Number(this.#target.port), this.#target.hostname);
    for (const [socket, other] of [
      [office, database],
      [database, office],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    office.on("data", (said) => database.write(said));
    database.on("data", (said) => {
      const lose = this.#loseCommit;
      if (lose === null || !said.includes(committed)) {
        office.write(said);
        return;
      }
      this.#loseCommit = null;
      database.destroy();
      lose();
    });
  }
}
