/** What can go wrong with a plugin, told to whoever asked. The message is a sentence in the reader's language. */
export class PluginError extends Error {
  readonly code: "plugin-unknown" | "plugin-broken" | "plugin-config" | "plugin-call-failed";
  readonly plugin: string;
  /** What is wrong, by dotted field of the settings. */
  readonly errors: { readonly [field: string]: string };

  constructor(
    code: PluginError["code"],
    message: string,
    details: { readonly plugin: string; readonly errors?: PluginError["errors"]; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.name = "PluginError";
    this.code = code;
    this.plugin = details.plugin;
    this.errors = details.errors ?? {};
  }
}
