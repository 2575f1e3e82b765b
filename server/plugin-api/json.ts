/** A value that survives a round trip through JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of JSON values: the data of a record, a payload, a set of parameters. */
export type JsonObject = { readonly [key: string]: Json };
