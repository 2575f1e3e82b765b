import { useState } from "react";
import { Alert, Button, postOnce, sentencesOf, useLanguage, useNotify } from "../../../admin/plugin-slots/kit.ts";
import { sentences } from "./match-sentences.ts";
import { type FoundMatch, useProposal } from "./use-matches.ts";

interface Props {
  readonly type: string;
  readonly id: string;
  readonly match: FoundMatch;
}

/** Proposes the match in one click; what forbids it is told on a line of its own in the flexible row around. */
export function ProposeButton({ type, id, match }: Props) {
  const say = sentences[useLanguage()];
  const notify = useNotify();
  const proposal = useProposal(type);
  const [state, setState] = useState<"open" | "sending" | "proposed">("open");
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const before = match.reasons.some(({ code }) => code === "already-proposed");
  if (!proposal) return null;

  async function propose({ type: created, forField, candidateField }: NonNullable<typeof proposal>) {
    setState("sending");
    setRefusal([]);
    try {
      await postOnce(`/api/${created}`, { [forField]: id, [candidateField]: match.id });
      setState("proposed");
      notify(say.proposedNow);
    } catch (error) {
      setState("open");
      setRefusal(sentencesOf(error));
    }
  }

  const done = before || state === "proposed";
  const word = done ? say.proposed : match.blockers.length > 0 ? say.proposeAnyway : say.propose;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={done || state === "sending"}
        sx={done ? { color: "text.secondary", borderColor: "divider", cursor: "default" } : {}}
        aria-label={say.of(word, match.displayName)}
        onClick={() => {
          if (!done && state !== "sending") void propose(proposal);
        }}
      >
        {word}
      </Button>
      {refusal.map((sentence) => (
        <Alert key={sentence} severity="warning" sx={{ flexBasis: "100%" }}>
          {sentence}
        </Alert>
      ))}
    </>
  );
}
