/** A failure of a plugin's code whose sentence is the host's own, for the administrator: in both languages. */
export class ToldFailure extends Error {
  readonly text: { readonly fr: string; readonly en: string };

  constructor(text: { readonly fr: string; readonly en: string }, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
