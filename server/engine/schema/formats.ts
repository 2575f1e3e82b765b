/** The formats that schemas may name, each with its check: both validators use these, and no others. */
export const formats: { readonly [name: string]: (text: string) => boolean } = {};
