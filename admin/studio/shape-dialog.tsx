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
import {
  type NewDeadline,
  type NewField,
  type NewRule,
  withCaseField,
  withDeadline,
  withRule,
} from "./shape-details.ts";
import { type NewAction, type NewStage, withAction, withStage } from "./shape-machine.ts";
import { type ShapedPart, shapeSchema } from "./shape-schema.ts";

interface Props {
  readonly what: ShapedPart;
  readonly definition: WorkflowDefinition;
  readonly onChange: (definition: WorkflowDefinition) => void;
  readonly onClose: () => void;
}

/** Adds to the draft by a form, for those who would rather not write JSON. */
export function ShapeDialog({ what, definition, onChange, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { types } = useOffice();
  const notify = useNotify();
  const title = say(addWords[what]);
  const schema = useMemo(
    () => shapeSchema(what, { definition, say, language, types }),
    [what, definition, say, language, types],
  );
  const add = async (answers: object) => {
    onChange(shaped(what, definition, answers));
    notify(say("studio.added"), { type: "success" });
    onClose();
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
          <SchemaForm schema={schema} onSubmit={add} submitLabel={title} onCancel={onClose} />
        )}
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
