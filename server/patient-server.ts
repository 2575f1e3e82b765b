import { type RequestListener, Server } from "node:http";
import type { Socket } from "node:net";

/**
 * A server that hangs up on nobody whose answer is on its way: for Node a connection is idle once its answer is written,
 * though a slow line may have most of it still before it.
 */
export class PatientServer extends Server {
  readonly #sockets = new Set<Socket>();

  constructor(listener: RequestListener) {
    super(listener);
    this.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  /** Of nobody, while there is an answer on its way to anybody. `close` asks for it too. */
  override closeIdleConnections(): void {
    const isSending = [...this.#sockets].some(({ writableLength }) => writableLength > 0);
    if (!isSending) super.closeIdleConnections();
  }
}
