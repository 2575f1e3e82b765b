import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import * as kit from "./kit.ts";

declare global {
  var passerelle: { modules: { readonly [name: string]: unknown } } | undefined;
}

/** Lends the host's React and kit to the scripts of plugins, which are built without them. */
export function lendHostModules(): void {
  globalThis.passerelle ??= { modules: { react: React, "react/jsx-runtime": jsxRuntime, kit } };
}
