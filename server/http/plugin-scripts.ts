import { type RequestHandler, Router } from "express";
import type { HttpDeps } from "./http-deps.ts";
import { unknownRoute } from "./http-errors.ts";

/** `/plugins/<id>/admin.js`: the back-office part of each plugin in force; beside it the map to its own lines. */
export function pluginScripts({ plugins }: Pick<HttpDeps, "plugins">): Router {
  const router = Router();
  const send =
    (end: string, type: string): RequestHandler =>
    (request, response, next) => {
      const script = plugins.scripts().find((one) => one.id === request.params["id"]);
      if (!script) throw unknownRoute();
      response.set("Cache-Control", "no-cache").type(type);
      response.sendFile(`${script.file}${end}`, { etag: true, lastModified: true, cacheControl: false }, (error) => {
        if (error) next("code" in error && error.code === "ENOENT" ? unknownRoute() : error);
      });
    };
  router.get("/:id/admin.js", send("", "text/javascript"));
  router.get("/:id/admin.js.map", send(".map", "application/json"));
  router.use(() => {
    throw unknownRoute();
  });
  return router;
}
