import type { errors as french } from "../fr/errors.ts";
import type { Words } from "../words.ts";

export const errors: Words<typeof french> = {
  retry: "Try again",
  stale: "What is shown could not be read again and may have changed.",
  home: "Back to the home page",
  unreachable: "The server is not answering",
  unreachableText: "Check your network connection, then try again.",
  forbidden: "You do not have access to this page",
  forbiddenText: "Ask your administrator whether you should have it.",
  missing: "There is nothing at this address",
  missingText: "The address is wrong, or what it showed has been deleted.",
  broken: "This page stopped working",
  brokenText: "Everything else still works. Try again; if it happens again, tell your administrator.",
  refused: "The request did not go through",
  refusedText: "Try again in a moment; if it happens again, tell your administrator.",
};
