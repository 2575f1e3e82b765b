import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A real mail server that keeps what it is given. */
export interface Mailbox extends AsyncDisposable {
  readonly url: string;
  /** As they came. */
  readonly letters: readonly string[];
  /** Resolves with the next letter; to be called before what sends it. */
  next(): Promise<string>;
}

/** Opens it on a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: string[] = [];
  let told: (letter: string) => void = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const letter = Buffer.concat(parts).toString();
        letters.push(letter);
        done();
        told(letter);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: () =>
      new Promise((resolve) => {
        told = resolve;
      }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** The text of a letter, quoted-printable undone. */
export function plainText(letter = ""): string {
  const bytes = letter
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
