import EditIcon from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { delayInWords } from "../../server/engine/definition/delay-in-words.ts";
import { delayOf } from "../../server/engine/definition/delays.ts";
import { eventTitles } from "../../server/engine/definition/event-titles.ts";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import {
  nodesOf,
  stateTree,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../../server/engine/definition/state-tree.ts";
import { inLanguage, type Language } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type Say, useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useShownPart } from "../app/parts/tabbed-parts.tsx";
import { placeOf } from "./reshape-machine.ts";
import { answersOf, rulesOf } from "./shape-rules.ts";
import type { KnownPart } from "./shape-schema.ts";
import { StageName } from "./stage-name.tsx";

interface Props {
  readonly definition: WorkflowDefinition;
  readonly onEdit: (part: KnownPart) => void;
}

/** The stages with what leads from each, and the rules, in words; each with the way to change it. */
export function PartsInWords({ definition, onEdit }: Props) {
  const say = useSay();
  const language = useLanguage();
  const stages = stagesOf(definition);
  const machine = stateTree(definition);
  const nodes = nodesOf(machine).filter(({ path }) => stages.some((stage) => stage.path === path));
  return (
    <Box component="section" aria-labelledby="parts-in-words">
      <Typography id="parts-in-words" component="h2" variant="h6">
        {say("studio.stagesList")}
      </Typography>
      <Box component="ul" sx={list}>
        {transitionsOf(machine).length > 0 ? (
          <li>
            <strong>{say("studio.everyStage")}</strong>
            <Arrows node={machine} definition={definition} onEdit={onEdit} />
          </li>
        ) : null}
        {nodes.map((node) => (
          <li key={node.path}>
            <Line
              name={inLanguage(node.definition.meta?.title ?? node.key, language)}
              onEdit={() => onEdit({ what: "stage", path: node.path })}
            >
              <StageName stages={stages} stage={node.path} />
            </Line>
            <Arrows node={node} definition={definition} onEdit={onEdit} />
          </li>
        ))}
      </Box>
      <Rules definition={definition} onEdit={onEdit} />
    </Box>
  );
}

const list = { listStyle: "none", pl: 0, "& ul": { pl: 2, listStyle: "none" } } as const;

function Arrows({ node, definition, onEdit }: Props & { readonly node: TreeNode }) {
  const say = useSay();
  const language = useLanguage();
  const arrows = transitionsOf(node);
  if (arrows.length === 0) return <> {say("studio.noArrow")}</>;
  return (
    <ul>
      {arrows.map((arrow) => {
        const text = inWords(arrow, { definition, say, language });
        const part = partOf(arrow);
        return (
          <li key={arrow.pointer}>
            {part ? (
              <Line name={text} onEdit={() => onEdit(part)}>
                {text}
              </Line>
            ) : (
              <InText>{text}</InText>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function partOf(arrow: TreeTransition): KnownPart | null {
  if (arrow.cause === "after") return { what: "deadline", place: placeOf(arrow) };
  return arrow.cause === "on" && arrow.name !== "*" ? { what: "action", place: placeOf(arrow) } : null;
}

interface Words {
  readonly definition: WorkflowDefinition;
  readonly say: Say;
  readonly language: Language;
}

function inWords(arrow: TreeTransition, { definition, say, language }: Words): string {
  const { cause, name, actions } = arrow;
  const stages = stagesOf(definition);
  const to = targetsOf(arrow)
    .map(({ path, key }) => inLanguage(stages.find((stage) => stage.path === path)?.title ?? key, language))
    .join(", ");
  if (cause === "after") {
    const title = delayInWords(delayOf(definition, name), name, language);
    if (to) return say("studio.timerArrow", { title, to });
    return say(actions.some(({ type }) => type === "task") ? "studio.timerTask" : "studio.timerActs", { title });
  }
  if (cause !== "on") return say("studio.ownArrow", { to });
  const title = inLanguage(arrow.definition.meta?.title ?? eventTitles(definition).get(name) ?? name, language);
  return to ? say("studio.arrow", { title, to }) : say("studio.arrowStays", { title });
}

function Rules({ definition, onEdit }: Props) {
  const say = useSay();
  const language = useLanguage();
  const titles = eventTitles(definition);
  const rules = rulesOf(definition);
  if (rules.length === 0) return null;
  return (
    <>
      <Typography component="h2" variant="h6">
        {say("studio.rulesList")}
      </Typography>
      <Box component="ul" sx={list}>
        {rules.map(({ key, guard, events }) => {
          const actions = events.map((event) => inLanguage(titles.get(event) ?? event, language)).join(", ");
          const sentence = inLanguage(
            guard.params?.message ?? say("studio.ruleUnsaid", { type: guard.type }),
            language,
          );
          const line = (
            <>
              {sentence}{" "}
              <Box component="span" sx={{ color: "text.secondary" }}>
                {say("studio.ruleBlocks", { actions })}
              </Box>
            </>
          );
          return (
            <li key={key}>
              <Line name={sentence} onEdit={() => onEdit({ what: "rule", key })}>
                {line}
              </Line>
              {answersOf(guard).kind ? null : <InText>{say("studio.ruleKept")}</InText>}
            </li>
          );
        })}
      </Box>
    </>
  );
}

/** What no form can say, with the way to its text. */
function InText({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const [, show] = useShownPart();
  return (
    <Box sx={{ color: "text.secondary" }}>
      {children}{" "}
      <Button size="small" onClick={() => show("definition")}>
        {say("studio.seeText")}
      </Button>
    </Box>
  );
}

interface LineProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

function Line({ name, onEdit, children }: LineProps) {
  const say = useSay();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 0.5, py: 0.25 }}>
      <Box>{children}</Box>
      <IconButton size="small" onClick={onEdit} aria-label={say("studio.changeNamed", { name })}>
        <EditIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
