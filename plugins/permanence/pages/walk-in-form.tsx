import { useEffect, useRef } from "react";
import { Section } from "../../../admin/plugin-slots/kit.ts";
import type { Session } from "../session.ts";
import { useSentences } from "./screen-sentences.ts";
import { VisitForm } from "./visit-form.tsx";

interface Props {
  readonly session: Session | undefined;
  /** The page was opened to note one. */
  readonly isAsked: boolean;
  readonly onBegun: () => void;
}

/** Someone comes in: they wait from the moment this is sent. */
export function WalkInForm({ session, isAsked, onBegun }: Props) {
  const say = useSentences();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    onBegun();
  }, [isAsked, onBegun]);
  return (
    <Section title={say.walkIn}>
      <VisitForm
        field={field}
        label={say.who}
        submitLabel={say.wait}
        fixed={{ walkIn: true, ...(session ? { permanenceId: session.id } : {}) }}
        said={say.noted}
      />
    </Section>
  );
}
