import { Router } from "express";
import { listStaff } from "../../domain/users/list-staff.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/staff`: the members of the office whom cases and tasks may be given to. */
export function staffRoutes({ people, office }: HttpDeps): Router {
  const router = Router();

  router.get("/staff", async (_request, response) => {
    response.json(await listStaff(office, callerFrom(response), people.users));
  });

  return router;
}
