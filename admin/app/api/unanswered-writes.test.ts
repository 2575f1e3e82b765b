import { HttpError } from "react-admin";
import { expect, test } from "vitest";
import { isDone, isFailed, keyOfWrite } from "./unanswered-writes.ts";

test("a write whose answer was lost was done twice when it was sent again", () => {
  const lost = keyOfWrite("POST /api/loans {}");
  expect(keyOfWrite("POST /api/loans {}")).toBe(lost);
  expect(keyOfWrite('POST /api/loans {"a":1}')).not.toBe(lost);
  isFailed("POST /api/loans {}", new HttpError("", 0, { code: "unreachable" }));
  isFailed("POST /api/loans {}", new HttpError("", 409, { code: "idempotency-key-in-use" }));
  isFailed("POST /api/loans {}", new HttpError("", 503, {}));
  expect(keyOfWrite("POST /api/loans {}")).toBe(lost);
  isDone("POST /api/loans {}");
  const next = keyOfWrite("POST /api/loans {}");
  expect(next).not.toBe(lost);
  isFailed("POST /api/loans {}", new HttpError("", 422, { code: "invalid" }));
  expect(keyOfWrite("POST /api/loans {}")).not.toBe(next);
});

test("on a page that came by plain HTTP nothing could be sent: it has no randomUUID", () => {
  const { randomUUID } = crypto;
  Object.assign(crypto, { randomUUID: undefined });
  try {
    expect(keyOfWrite("POST /api/members {}")).toMatch(/^[0-9a-f]{32}$/);
  } finally {
    Object.assign(crypto, { randomUUID });
  }
});
