import { type FormEvent, type Ref, useState } from "react";
import {
  Box,
  Button,
  FailureAlert,
  postOnce,
  Stack,
  useNotify,
  useQueryClient,
} from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { PersonField, visitorOf } from "./person-field.tsx";
import { PurposeChoice } from "./purpose-choice.tsx";
import { useSentences } from "./screen-sentences.ts";

interface Props {
  readonly label: string;
  readonly submitLabel: string;
  /** What the visit holds beside who comes and why. */
  readonly fixed: { readonly [field: string]: string | boolean };
  readonly said: (name: string) => string;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  /** Who is written in first, where that is asked for. */
  readonly field?: Ref<HTMLInputElement>;
}

/** Who comes and why, in one line: Enter is enough. Nothing in it is required. */
export function VisitForm(props: Props) {
  const say = useSentences();
  const notify = useNotify();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [person, setPerson] = useState<Parameters<typeof visitorOf>[1]>(null);
  const [purpose, setPurpose] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const body = { ...props.fixed, ...visitorOf(name, person), ...(purpose ? { purpose } : {}) };
      await postOnce(`/api/${types.visits}`, body);
      notify(props.said(name.trim() || say.anonymous), { type: "success" });
      setName("");
      setPerson(null);
      setPurpose(null);
      await queries.invalidateQueries({ queryKey: [types.visits] });
      props.onDone?.();
      if (matchMedia("(pointer: fine)").matches) form.querySelector("input")?.focus();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack component="form" spacing={1.5} onSubmit={(event) => void submit(event)} aria-label={props.submitLabel}>
      <FailureAlert error={failure} />
      <Box sx={{ display: "grid", columnGap: 1, rowGap: 1.5, gridTemplateColumns: { xs: "1fr", sm: "1fr auto" } }}>
        <PersonField
          label={props.label}
          name={name}
          person={person}
          field={props.field}
          onChange={(typed, chosen) => {
            setName(typed);
            setPerson(chosen);
          }}
        />
        <Box sx={{ gridColumn: "1 / -1", gridRow: { sm: 2 } }}>
          <PurposeChoice value={purpose} onChange={setPurpose} />
        </Box>
        <Box sx={{ display: "flex", gap: 1, alignItems: "start", pt: { sm: "25px" } }}>
          <Button type="submit" variant="contained" loading={busy}>
            {props.submitLabel}
          </Button>
          {props.onCancel ? <Button onClick={props.onCancel}>{say.cancel}</Button> : null}
        </Box>
      </Box>
    </Stack>
  );
}
