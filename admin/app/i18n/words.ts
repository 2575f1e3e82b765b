/** The sentences of an area, the same keys in every language: one that is missing does not compile. */
export type Words<Area> = { readonly [Key in keyof Area]: string };
