import type { QueryClient } from "@tanstack/react-query";
import type { AuthProvider } from "react-admin";
import type { SignInBody } from "../../../server/http/api-types.ts";
import { callApi } from "./api-client.ts";

/**
 * Signs in and out with the office's session cookie. Whether there is a session is found out by `OfficeGate`, which
 * loads the office before any page; when a later call finds that it has ended, `SignInAgain` asks over the page: leading
 * away from it would lose what is typed there.
 */
export function makeAuthProvider(queries: QueryClient): AuthProvider {
  return {
    login: async ({ email, password }: { email: string; password: string }) => {
      const { body } = await callApi<SignInBody>("/api/auth/login", { method: "POST", body: { email, password } });
      queries.clear();
      return body;
    },
    // The session itself is ended by `useSignOut`.
    logout: () => Promise.resolve(),
    checkAuth: () => Promise.resolve(),
    checkError: () => Promise.resolve(),
    getPermissions: () => Promise.resolve(null),
  };
}
