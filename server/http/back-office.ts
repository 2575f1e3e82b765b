import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { unknownRoute } from "./http-errors.ts";

const nonceMark = "__CSP_NONCE__";

/**
 * The built back office: hashed assets kept by browsers for ever, and its page for every plain path, each with a nonce
 * of its own for the styles that it makes.
 */
export function backOffice(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
    () => {
      throw unknownRoute();
    },
  );
  router.use(express.static(folder, { index: false, redirect: false, maxAge: "1h" }));
  const page = pageReader(join(folder, "index.html"));
  router.get("/{*path}", (request, response) => {
    const html = /\.[a-z0-9]{1,8}$/i.test(request.path) || !request.accepts("html") ? null : page();
    if (html === null) throw unknownRoute();
    response.set("Cache-Control", "no-store").type("html").send(html.replaceAll(nonceMark, response.locals.nonce));
  });
  router.use(() => {
    throw unknownRoute();
  });
  return router;
}

/** Reads the page again when it was built again. */
function pageReader(file: string): () => string | null {
  let known = { html: "", time: -1 };
  return () => {
    if (!existsSync(file)) return null;
    const time = statSync(file).mtimeMs;
    if (time !== known.time) known = { html: readFileSync(file, "utf8"), time };
    return known.html;
  };
}
