import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useMemo } from "react";
import { useNotify } from "react-admin";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type MessageKey, useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useOffice } from "../app/office/use-office.ts";
import { SchemaForm } from "../schema-ui/schema-form.tsx";
import { RemovePart } from "./remove-part.tsx";
import { answersNow, reshaped } from "./reshape-part.ts";
import { type NewDeadline, type NewField, withCaseField, withDeadline } from "./shape-details.ts";
import { type NewAction, type NewStage, withAction, withStage } from "./shape-machine.ts";
import { type NewRule, withRule } from "./shape-rules.ts";
import { type KnownPart, knownSchema, type ShapedPart, shapeSchema } from "./shape-schema.ts";

interface Props {
  readonly what: ShapedPart;
  /** It is there already, and is changed. */
  readonly known?: KnownPart | undefined;
  readonly definition: WorkflowDefinition;
  readonly onChange: (definition: WorkflowDefinition) => void;
  readonly onClose: () => void;
}

/** Adds to the draft by a form, or changes what is there, for those who would rather not write JSON. */
export function ShapeDialog({ what, known, definition, onChange, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { types, roles } = useOffice();
  const notify = useNotify();
  const title = say(known ? changeWords[known.what] : addWords[what]);
  const schema = useMemo(() => {
    const context = { definition, say, language, types, roles };
    return known ? knownSchema(known, context) : shapeSchema(what, context);
  }, [what, known, definition, say, language, types, roles]);
  const keep = (next: WorkflowDefinition, done: MessageKey) => {
    onChange(next);
    notify(say(done), { type: "success" });
    onClose();
  };
  const submit = async (answers: object) => {
    if (known) keep(reshaped(known, definition, answers), "studio.changed");
    else keep(shaped(what, definition, answers), "studio.added");
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {typeof schema === "string" ? (
          <>
            <Alert severity="info" sx={{ mb: 2 }}>
              {schema}
            </Alert>
            <Button onClick={onClose}>{say("shell.close")}</Button>
          </>
        ) : (
          <SchemaForm
            schema={schema}
            record={known ? { ...answersNow(known, definition) } : undefined}
            onSubmit={submit}
            submitLabel={known ? say("studio.change") : title}
            onCancel={onClose}
          />
        )}
        {known ? (
          <RemovePart part={known} definition={definition} onRemove={(next) => keep(next, "studio.removed")} />
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

/** What the button and the dialog of each are called. */
export const addWords = {
  stage: "studio.addStage",
  action: "studio.addAction",
  field: "studio.addField",
  rule: "studio.addRule",
  deadline: "studio.addDeadline",
} as const satisfies { readonly [part in ShapedPart]: MessageKey };

const changeWords = {
  stage: "studio.changeStage",
  action: "studio.changeAction",
  rule: "studio.changeRule",
  deadline: "studio.changeDeadline",
} as const satisfies { readonly [part in KnownPart["what"]]: MessageKey };

function shaped(what: ShapedPart, definition: WorkflowDefinition, answers: object): WorkflowDefinition {
  switch (what) {
    case "stage":
      return withStage(definition, answers as NewStage);
    case "action":
      return withAction(definition, answers as NewAction);
    case "field":
      return withCaseField(definition, answers as NewField);
    case "rule":
      return withRule(definition, answers as NewRule);
    case "deadline":
      return withDeadline(definition, answers as NewDeadline);
  }
}
