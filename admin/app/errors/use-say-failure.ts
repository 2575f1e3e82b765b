import { useNotify } from "react-admin";
import { useSay } from "../i18n/use-say.ts";
import { failureText } from "./failure-text.ts";

/**
 * Tells in a notice why something that was asked did not happen.
 *
 * @example const sayFailure = useSayFailure(); call().catch(sayFailure);
 */
export function useSayFailure(): (error: unknown) => void {
  const say = useSay();
  const notify = useNotify();
  return (error) => notify(failureText(error, say), { type: "error", autoHideDuration: 8000 });
}
