import { useLogout } from "react-admin";
import { callApi } from "../api/api-client.ts";
import { statusOf } from "../api/api-problem.ts";
import { useSayFailure } from "../errors/use-say-failure.ts";

/** Ends the session, then leads to the sign-in; says so when it could not be ended: whoever leaves must know. */
export function useSignOut(): () => void {
  const leave = useLogout();
  const sayFailure = useSayFailure();
  const end = async () => {
    try {
      await callApi("/api/auth/logout", { method: "POST" });
    } catch (error) {
      // It had ended by itself.
      if (statusOf(error) !== 401) throw error;
    }
    await leave();
  };
  return () => void end().catch(sayFailure);
}
