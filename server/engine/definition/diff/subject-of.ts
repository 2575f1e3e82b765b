/** What a place of a definition belongs to, as people know it. */
export interface Subject {
  readonly kind:
    | "stage"
    | "action"
    | "timer"
    | "field"
    | "required"
    | "form"
    | "form-field"
    | "delay"
    | "right"
    | "columns"
    | "card"
    | "other";
  /** Where the subject itself stands. */
  readonly path: readonly string[];
  /** The names in it: stage path, event, delay, form, field. */
  readonly stage?: string;
  readonly name: string;
  readonly field?: string;
}

/** Finds the innermost subject of a place: a change of it is told as a change of that. */
export function subjectOf(path: readonly string[]): Subject {
  const [first = "", second = "", third, fourth] = path;
  if (first === "machine") return machineSubject(path);
  if (first === "schema" && second === "properties" && third !== undefined) {
    return { kind: "field", path: path.slice(0, 3), name: third };
  }
  if (first === "schema" && second === "required") return { kind: "required", path: path.slice(0, 2), name: second };
  if (first === "forms" && second !== "") {
    const form = { path: path.slice(0, 2), name: second };
    if (third !== "properties" || fourth === undefined) return { kind: "form", ...form };
    return { kind: "form-field", path: path.slice(0, 4), name: second, field: fourth };
  }
  if (first === "delays" && second !== "") return { kind: "delay", path: path.slice(0, 2), name: second };
  if (first === "permissions" && path.length > 1) return rightSubject(path);
  if (first === "board" && second === "columns") return { kind: "columns", path: path.slice(0, 2), name: second };
  if (first === "board" && second === "card" && third !== undefined) {
    return { kind: "card", path: path.slice(0, 3), stage: third, name: third };
  }
  return { kind: "other", path, name: path.join(" › ") };
}

/** A right is one of a type (`read`), of an event, or of a field. */
function rightSubject(path: readonly string[]): Subject {
  const length = path[1] === "events" || path[1] === "fields" || path[1] === "scope" ? 3 : 2;
  return { kind: "right", path: path.slice(0, length), name: path.slice(1, length).join(" › ") };
}

function machineSubject(path: readonly string[]): Subject {
  const stages: string[] = [];
  let at = 1;
  while (path[at] === "states" && path[at + 1] !== undefined) {
    stages.push(path[at + 1] ?? "");
    at += 2;
  }
  const stage = stages.join(".");
  const [key, name] = [path[at], path[at + 1]];
  if (name !== undefined && (key === "on" || key === "after")) {
    return { kind: key === "on" ? "action" : "timer", path: path.slice(0, at + 2), stage, name };
  }
  return { kind: "stage", path: path.slice(0, at), stage, name: stage };
}
