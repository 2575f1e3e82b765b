import { Router } from "express";
import { inLanguage } from "../../plugin-api/text.ts";
import { queryText } from "../answers/list-query.ts";
import type { SignInPageBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { requireSignIn } from "../sign-in/who-asks.ts";

/** `/api/auth/office`, all that is told to those who are not signed in, and `/api/communes`. */
export function publicRoutes({ office, people, communes, sampleSignIns, identity }: HttpDeps): Router {
  const router = Router();

  router.get("/auth/office", async (_request, response) => {
    const { name, languages, roles } = office.registry.office();
    const { language } = response.locals;
    const titles = new Map(roles.map((role) => [role.id, inLanguage(role.title, language)]));
    const shown = new Set(sampleSignIns());
    const users = shown.size === 0 ? [] : (await people.users.all()).filter(({ id }) => shown.has(id));
    const signIns = users.map(({ email, roles: given }) => ({
      email,
      title: given.map((role) => titles.get(role) ?? role).join(", "),
    }));
    const answer: SignInPageBody = {
      name: inLanguage(name, language),
      languages,
      sample: shown.size > 0,
      signIns,
      oidc: identity !== null,
    };
    response.json(answer);
  });

  router.get("/communes", requireSignIn, async (request, response) => {
    const codes = queryText(request, "code");
    const postalCode = queryText(request, "postalCode");
    response.set("Cache-Control", "private, max-age=86400");
    if (codes !== undefined) response.json(await communes.byCodes(codes.split(",")));
    else if (postalCode !== undefined) response.json(await communes.byPostalCode(postalCode));
    else response.json(await communes.search(queryText(request, "q") ?? ""));
  });

  return router;
}
