import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { Form } from "react-admin";
import { useFormState } from "react-hook-form";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { problemOf, statusOf } from "../app/api/api-problem.ts";
import { failureText } from "../app/errors/failure-text.ts";
import { type Say, useLanguage, useSay } from "../app/i18n/use-say.ts";
import { bottomBarHeight } from "../app/shell/bottom-bar.tsx";
import { createCfworkerValidator } from "../app/validation/cfworker-validator.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { FormSettingContext } from "./form-context.ts";
import { FormFields } from "./form-fields.tsx";
import { type FormValues, startingValues } from "./form-values.ts";
import { type FormChecker, resolverFor, valuesNow } from "./validate-form.ts";

/** Sentences by dotted field; those of `root` stand above the form. */
export interface FormErrors {
  readonly [field: string]: string;
}

interface SchemaFormProps {
  /** As it is served: self-contained, with its conditions. */
  readonly schema: DataSchema;
  /** What is known already. Read once: what colleagues change meanwhile does not undo what is being typed. */
  readonly record?: FormValues | undefined;
  /**
   * Sends what was filled in; empty fields are not in it. May answer what is wrong; when the office refuses
   * (`HttpError`), its sentences are put at the fields.
   */
  readonly onSubmit: (values: JsonObject) => Promise<FormErrors | undefined> | Promise<void>;
  /** Once it was accepted, and leaving the page no longer loses anything: the place to go elsewhere. */
  readonly onDone?: (() => void) | undefined;
  readonly submitLabel: string;
  /** The page has its one filled button elsewhere: this one is outlined. */
  readonly quiet?: boolean;
  readonly onCancel?: (() => void) | undefined;
  /** Above the fields: what happened meanwhile. */
  readonly notice?: ReactNode;
  /** Above the buttons: what will happen. */
  readonly note?: ReactNode;
  /** The fields that this reader may change; null or absent for all of them. */
  readonly writable?: readonly string[] | null | undefined;
  /** Asks before leaving what was typed; for pages, not for forms in passing. */
  readonly guarded?: boolean;
}

const validator = createCfworkerValidator();

/**
 * A form made from a schema: one column, sections, conditions that live, checked before it is sent as the office
 * will check it.
 *
 * @example <SchemaForm schema={offer.form} onSubmit={(payload) => send(offer.event, payload)} submitLabel={offer.title} />
 */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, record, onSubmit, writable } = props;
  const say = useSay();
  const language = useLanguage();
  const formId = useId();
  const [starting] = useState(() => startingValues(schema, record ?? {}));
  const { isHeld, hold } = useHold();
  const { checker, setting, resolver } = useMemo(() => {
    const untouchable = untouchableOf(schema, writable);
    const made: FormChecker = { schema, validator, language, untouchable, noSuchDay: say("form.noSuchDay") };
    return { checker: made, setting: { formId, untouchable, hold }, resolver: resolverFor(made) };
  }, [schema, language, writable, formId, say, hold]);

  const reportDone = useDone(props.onDone);

  const submit = async (values: FormValues) => {
    try {
      return (await onSubmit(valuesNow(checker, values))) ?? undefined;
    } catch (error) {
      return errorsOf(error, say);
    }
  };

  return (
    <FormSettingContext.Provider value={setting}>
      <Form
        defaultValues={starting}
        resolver={resolver}
        onSubmit={submit}
        disableInvalidFormNotification
        noValidate
        warnWhenUnsavedChanges={props.guarded ?? false}
      >
        <Leaving onCancel={props.onCancel}>
          <Box sx={{ position: "relative", display: "grid", gap: 2, maxWidth: 640 }}>
            <ErrorSummary schema={schema} />
            {props.notice}
            <WhenAccepted report={reportDone} />
            <FormFields checker={checker} />
            {props.note}
            <FormButtons {...props} isHeld={isHeld} />
          </Box>
        </Leaving>
      </Form>
    </FormSettingContext.Provider>
  );
}

/**
 * Calls `onDone` one render after the form is known to be saved: by then nothing stops the reader from leaving, which
 * `guarded` does for what is not saved.
 */
function useDone(onDone: (() => void) | undefined): () => void {
  const [accepted, setAccepted] = useState(0);
  const latest = useRef(onDone);
  latest.current = onDone;
  useEffect(() => {
    if (accepted > 0) latest.current?.();
  }, [accepted]);
  return useCallback(() => setAccepted((times) => times + 1), []);
}

/** Whether a field is still at something that the form must wait for. */
function useHold() {
  const [count, setCount] = useState(0);
  const hold = useCallback(async (work: Promise<void>) => {
    setCount((before) => before + 1);
    try {
      await work;
    } finally {
      setCount((before) => before - 1);
    }
  }, []);
  return { isHeld: count > 0, hold };
}

/** Escape leaves a form in which nothing was changed; what was typed is not lost by it. */
function Leaving({ onCancel, children }: Pick<SchemaFormProps, "onCancel"> & { readonly children: ReactNode }) {
  const { isDirty } = useFormState();
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isDirty || !onCancel) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <Box sx={{ containerType: "inline-size" }} onKeyDown={leave}>
      {children}
    </Box>
  );
}

function WhenAccepted({ report }: { readonly report: () => void }) {
  const { isSubmitSuccessful, submitCount } = useFormState();
  useEffect(() => {
    if (isSubmitSuccessful && submitCount > 0) report();
  }, [isSubmitSuccessful, submitCount, report]);
  return null;
}

interface ButtonsProps extends Pick<SchemaFormProps, "submitLabel" | "quiet" | "onCancel" | "guarded"> {
  readonly isHeld: boolean;
}

/** Those of a page, which may be long, stay in sight while it is scrolled. */
function FormButtons({ submitLabel, quiet, onCancel, guarded, isHeld }: ButtonsProps) {
  const say = useSay();
  const { isSubmitting } = useFormState();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1, ...(guarded ? inSight : {}) }}>
      <Button type="submit" variant={quiet ? "outlined" : "contained"} disabled={isHeld} loading={isSubmitting}>
        {submitLabel}
      </Button>
      {onCancel ? <Button onClick={onCancel}>{say("form.cancel")}</Button> : null}
    </Box>
  );
}

/** Above the bar of a phone, which is fixed. */
const inSight = {
  position: "sticky",
  bottom: { xs: bottomBarHeight, md: 0 },
  zIndex: 1,
  mx: -1,
  px: 1,
  py: 1.5,
  backgroundColor: "background.paper",
  borderTop: 1,
  borderColor: "divider",
} as const;

function untouchableOf(schema: DataSchema, writable: readonly string[] | null | undefined): ReadonlySet<string> {
  if (!writable) return new Set();
  return new Set(Object.keys(schema.properties ?? {}).filter((name) => !writable.includes(name)));
}

function errorsOf(error: unknown, say: Say): FormErrors {
  if (statusOf(error) === null) reportError(error);
  const atFields = problemOf(error)?.errors ?? {};
  return Object.keys(atFields).length > 0 ? { ...atFields } : { root: failureText(error, say) };
}
