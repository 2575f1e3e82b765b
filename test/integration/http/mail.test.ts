import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { startLibrary } from "./running-library.ts";

/** A mail server that keeps what it is given. */
async function openMailbox() {
  const letters: string[] = [];
  let told = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push(Buffer.concat(parts).toString());
        done();
        told();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: () =>
      new Promise<void>((resolve) => {
        told = resolve;
      }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** The text of a letter, quoted-printable undone. */
function plain(letter = ""): string {
  return letter
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

test("invitations and new passwords are mailed, and the link is not shown", async () => {
  await using mailbox = await openMailbox();
  await using library = await startLibrary({ smtpUrl: mailbox.url });
  const admin = await library.as("admin");
  const invited = await admin.post("/api/users", { email: "new@library.test", name: "New", roles: ["desk"] });
  expect([invited.status, invited.body["link"]]).toEqual([201, undefined]);
  const link = /\/login\?link=([\w-]+)/.exec(plain(mailbox.letters[0]));
  const client = library.stranger();
  expect((await client.post(`/api/auth/links/${link?.[1]}`, { password: "long enough to keep" })).status).toBe(200);

  const sent = mailbox.next();
  const known = await library.stranger().post("/api/auth/forgotten", { email: "new@library.test" });
  const unknown = await library.stranger().post("/api/auth/forgotten", { email: "nobody@library.test" });
  await sent;
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  expect(mailbox.letters).toHaveLength(2);
  expect(plain(mailbox.letters[1])).toContain("To: new@library.test");
});

test("an invitation that no mail server takes shows its link", async () => {
  await using library = await startLibrary({ smtpUrl: "smtp://127.0.0.1:1" });
  const admin = await library.as("admin");
  const invited = await admin.post("/api/users", { email: "new@library.test", name: "New", roles: ["desk"] });
  expect(String(invited.body["link"])).toContain("/login?link=");
});
