import { useNotify } from "react-admin";
import { sentencesOf, statusOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";

/**
 * Tells in a notice why something that was asked did not happen.
 *
 * @example const sayFailure = useSayFailure(); call().catch(sayFailure);
 */
export function useSayFailure(): (error: unknown) => void {
  const say = useSay();
  const notify = useNotify();
  return (error) => {
    const unreachable = statusOf(error) === 0;
    const sentence = unreachable ? say("errors.unreachableText") : sentencesOf(error).join(" ");
    notify(sentence || say("errors.refusedText"), { type: "error", autoHideDuration: 8000 });
  };
}
