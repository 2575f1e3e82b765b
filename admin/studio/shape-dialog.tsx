import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type Say, useLanguage, useSay } from "../app/i18n/use-say.ts";
import { lightStages } from "../app/theme/stage-palette.ts";
import { SchemaForm } from "../schema-ui/schema-form.tsx";
import { type NewAction, type NewStage, withAction, withStage } from "./shape-machine.ts";

interface Props {
  readonly what: "stage" | "action";
  readonly definition: WorkflowDefinition;
  readonly onChange: (definition: WorkflowDefinition) => void;
  readonly onClose: () => void;
}

/** Adds a stage or an action to the draft by a form, for those who would rather not write JSON. */
export function ShapeDialog({ what, definition, onChange, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const title = say(what === "stage" ? "studio.addStage" : "studio.addAction");
  const stages = stagesOf(definition)
    .filter(({ leaf }) => leaf)
    .map(({ path, title: name }) => [path, inLanguage(name, language)] as const);
  const add = async (answers: object) => {
    onChange(
      what === "stage" ? withStage(definition, answers as NewStage) : withAction(definition, answers as NewAction),
    );
    onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <SchemaForm
          schema={what === "stage" ? stageSchema(say) : actionSchema(stages, say)}
          onSubmit={add}
          submitLabel={title}
          onCancel={onClose}
        />
      </DialogContent>
    </Dialog>
  );
}

function titles(say: Say): { readonly [name: string]: DataSchema } {
  return {
    titleFr: { type: "string", minLength: 1, maxLength: 80, title: say("settings.titleFr") },
    titleEn: { type: "string", maxLength: 80, title: say("settings.titleEn") },
  };
}

function stageSchema(say: Say): DataSchema {
  const colors = Object.keys(lightStages);
  return {
    type: "object",
    required: ["titleFr"],
    properties: {
      ...titles(say),
      color: {
        type: "string",
        title: say("studio.color"),
        enum: colors,
        "x-labels": Object.fromEntries(
          colors.map((color) => [color, say(`studio.color-${color}` as "studio.color-blue")]),
        ),
      },
      final: { type: "boolean", title: say("studio.finalStage") },
    },
  };
}

function actionSchema(stages: readonly (readonly [string, string])[], say: Say): DataSchema {
  const choice: DataSchema = {
    type: "string",
    enum: stages.map(([path]) => path),
    "x-labels": Object.fromEntries(stages),
  };
  return {
    type: "object",
    required: ["titleFr", "from", "to"],
    properties: {
      ...titles(say),
      from: {
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: choice,
        title: say("studio.actionFrom"),
        "x-widget": "checkboxes",
      },
      to: { ...choice, title: say("studio.actionTo") },
    },
  };
}
