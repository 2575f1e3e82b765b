import { ensureSyntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

/** The characters that a JSON pointer names; as near to it as the document goes, its first line at worst. */
export function rangeAtPointer(state: EditorState, pointer: string): { readonly from: number; readonly to: number } {
  const tree = ensureSyntaxTree(state, state.doc.length, 200);
  const value = tree?.topNode.firstChild;
  if (!value) return state.doc.line(1);
  let here: SyntaxNode = value;
  let shown: SyntaxNode = value;
  for (const key of pointer.split("/").slice(1).map(unescaped)) {
    const next = here.name === "Array" ? element(here, Number(key)) : property(here, key, state);
    if (!next) break;
    shown = next.name === "Property" ? (next.getChild("PropertyName") ?? next) : next;
    here = next.name === "Property" ? (next.lastChild ?? next) : next;
  }
  const line = state.doc.lineAt(shown.from);
  return { from: shown.from, to: Math.min(shown.to, line.to) };
}

function unescaped(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function property(object: SyntaxNode, key: string, state: EditorState): SyntaxNode | undefined {
  return object.getChildren("Property").find((candidate) => {
    const name = candidate.getChild("PropertyName");
    return name !== null && state.sliceDoc(name.from, name.to) === JSON.stringify(key);
  });
}

function element(array: SyntaxNode, index: number): SyntaxNode | undefined {
  const values: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling)
    if (/^[A-Z]/.test(child.name)) values.push(child);
  return values[index];
}
