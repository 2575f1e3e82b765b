import { expect, test } from "vitest";
import { openMailbox, plainText as plain } from "../../support/mailbox.ts";
import { startLibrary } from "./running-library.ts";

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
