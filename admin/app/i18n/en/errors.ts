import type { errors as french } from "../fr/errors.ts";
import type { Words } from "../words.ts";

export const errors: Words<typeof french> = {
  retry: "Try again",
  home: "Back to the start",
  unreachable: "The server does not answer",
  unreachableText: "Check your network, then try again.",
  forbidden: "This page is not among your rights",
  forbiddenText: "Ask the administrator whether you should have access to it.",
  missing: "There is nothing at this address",
  missingText: "The address is wrong, or what it showed has been deleted.",
  broken: "This page stopped",
  brokenText: "Everything else goes on working. Try again; if it happens again, tell the administrator.",
  refused: "The request did not go through",
  refusedText: "Try again in a moment; if it happens again, tell the administrator.",
};
