type Member = (...args: readonly unknown[]) => unknown;

/** Stands for a function in a declaration that has come from another thread. */
const placeholder = "function of the plugin";

/** What a plugin declares, as data: its functions become placeholders. Null where the module exports no plugin. */
export function declarationOf(plugin: unknown): unknown {
  const text = JSON.stringify(plugin, (_key, value: unknown) =>
    typeof value === "function" ? { placeholder } : value,
  );
  return text === undefined ? null : JSON.parse(text);
}

/** The declaration with a function in each place that had one. `work` is told its path: `matchers.near.match`. */
export function withMembers(declaration: unknown, work: (path: string) => unknown, path = ""): unknown {
  if (Array.isArray(declaration) || typeof declaration !== "object" || declaration === null) return declaration;
  if ("placeholder" in declaration && declaration.placeholder === placeholder) return work(path);
  return Object.fromEntries(
    Object.entries(declaration).map(([key, part]) => [
      key,
      withMembers(part, work, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

/** The function at a path of the plugin, bound to what it stands in. */
export function memberAt(plugin: unknown, path: string): Member {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const owner = names.reduce((value, name) => partOf(value, name), plugin);
  const member = partOf(owner, last);
  if (typeof member !== "function") throw new Error(`The plugin has no function “${path}”`);
  return (...args) => Reflect.apply(member, owner, args);
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
