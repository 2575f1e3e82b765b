/** An operation of OpenAPI 3.1, as far as we write it. */
export interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: { readonly [status: string]: object };
}

export interface PathItem {
  readonly [method: string]: Operation;
}
