import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What PostgreSQL says when a transaction is durable. */
const committed = "COMMIT\0";

/** The message that is lost, with the connection that it comes on. */
interface Lost {
  readonly by: "office" | "database";
  readonly words: string;
  readonly tell: () => void;
}

/**
 * The line from an office to its PostgreSQL, to be cut or to fall silent.
 *
 *     up ──down()──▶ down (nobody answers) ──up()──▶ up
 *     up ──loseNextCommit()──▶ up, until a commit is answered: that answer never arrives ──▶ up
 *     up ──fallSilent()──▶ silent (nothing is closed, nothing arrives) ──speakAgain()──▶ up
 */
export class DatabaseLine implements AsyncDisposable {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #lost: Lost | null = null;
  #isSilent = false;

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
    return this.#loseNext("database", committed);
  }

  /** Cuts one connection at the next statement that holds these words: it never arrives. Resolves when that has happened. */
  loseNextStatement(words: string): Promise<void> {
    return this.#loseNext("office", words);
  }

  /** Passes nothing on any more, closes nothing, and takes new connections, as a firewall does that has forgotten the line. */
  fallSilent(): void {
    this.#isSilent = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Passes on again what is said, and what was said meanwhile to whoever is still there. */
  speakAgain(): void {
    this.#isSilent = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.listening) await this.down();
  }

  #loseNext(by: Lost["by"], words: string): Promise<void> {
    return new Promise((tell) => {
      this.#lost = { by, words, tell };
    });
  }

  #join(office: Socket): void {
    const database = connect(Number(this.#target.port), this.#target.hostname);
    this.#pass("office", office, database);
    this.#pass("database", database, office);
  }

  #pass(by: Lost["by"], from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    from.on("data", (said) => {
      const lost = this.#lost;
      if (lost === null || lost.by !== by || !said.includes(lost.words)) {
        to.write(said);
        return;
      }
      this.#lost = null;
      from.destroy();
      lost.tell();
    });
    if (this.#isSilent) from.pause();
  }
}
