import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

/** Where the cursor stands in a JSON document. */
export interface JsonPlace {
  /** Keys and indexes from the root to the object or array around it. */
  readonly path: readonly string[];
  /** The name that is being written (`key`), or the value of which key. */
  readonly kind: "key" | "value";
  /** The key whose value is being written. */
  readonly key: string | null;
  /** What is to be replaced. */
  readonly from: number;
  readonly to: number;
  /** Keys that the object around it has already. */
  readonly siblings: ReadonlySet<string>;
}

/** Reads the place of the cursor from the syntax tree, in a document that need not be valid yet. */
export function jsonPlaceAt(state: EditorState, position: number): JsonPlace | null {
  const node = syntaxTree(state).resolveInner(position, -1);
  const text = (from: SyntaxNode) => state.sliceDoc(from.from, from.to);
  const owner = closest(node, "Object", "Array");
  if (!owner) return null;
  const property = closest(node, "Property");
  const name = property?.getChild("PropertyName") ?? null;
  const inProperty = property !== null && property.parent?.from === owner.from;
  const onName = node.name === "PropertyName";
  const base = { path: pathOf(owner, text), siblings: keysOf(owner, text) };
  if (onName) return { ...base, kind: "key", key: null, from: node.from, to: node.to };
  const writing = node.name === "String" ? { from: node.from, to: node.to } : { from: position, to: position };
  if (owner.name === "Array") return { ...base, kind: "value", key: null, ...writing };
  if (inProperty && name && position > name.to)
    return { ...base, kind: "value", key: unquoted(text(name)), ...writing };
  return { ...base, kind: "key", key: null, ...writing };
}

function closest(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (names.includes(at.name)) return at;
  return null;
}

function pathOf(container: SyntaxNode, text: (node: SyntaxNode) => string): readonly string[] {
  const path: string[] = [];
  for (let at: SyntaxNode | null = container; at; at = at.parent) {
    const parent: SyntaxNode | null = at.parent;
    if (parent?.name === "Property") {
      const name = parent.getChild("PropertyName");
      if (name) path.unshift(unquoted(text(name)));
    } else if (parent?.name === "Array") {
      path.unshift("0");
    }
  }
  return path;
}

function keysOf(object: SyntaxNode, text: (node: SyntaxNode) => string): ReadonlySet<string> {
  const names = object.getChildren("Property").map((property) => property.getChild("PropertyName"));
  return new Set(names.flatMap((name) => (name ? [unquoted(text(name))] : [])));
}

function unquoted(name: string): string {
  return name.replace(/^"|"$/g, "");
}
