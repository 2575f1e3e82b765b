import { Router } from "express";
import type { StaffMember } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { requireSignIn } from "../sign-in/who-asks.ts";

/** `/api/staff`: the members of the office whom cases and tasks may be given to. */
export function staffRoutes({ people, office }: HttpDeps): Router {
  const router = Router();

  router.get("/staff", requireSignIn, async (_request, response) => {
    const staffRoles = new Set(
      office.registry
        .office()
        .roles.filter((role) => role.staff)
        .map((role) => role.id),
    );
    const members = (await people.users.all()).filter(
      (user) => user.status === "active" && user.roles.some((role) => staffRoles.has(role)),
    );
    response.json(members.map(({ id, name, roles }): StaffMember => ({ id, name, roles })));
  });

  return router;
}
