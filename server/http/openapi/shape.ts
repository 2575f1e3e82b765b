/** A JSON Schema of what is sent or answered. */
export interface Shape {
  readonly [keyword: string]: unknown;
}

/** A member that may be left out. */
interface Optional {
  readonly optional: Shape;
}

/** A shape for each member of a type of ours: one that is forgotten, misspelt or gone does not compile. */
type Members<Body> = {
  readonly [Name in keyof Body]-?: Record<never, never> extends Pick<Body, Name> ? Optional : Shape;
};

/** Any value at all. */
export const anything: Shape = {};
export const text: Shape = { type: "string" };
export const number: Shape = { type: "number" };
export const integer: Shape = { type: "integer" };
export const flag: Shape = { type: "boolean" };
export const instant: Shape = { type: "string", format: "date-time" };
export const day: Shape = { type: "string", format: "date" };
/** An object whose members are the office's own: data, settings, a definition. */
export const data: Shape = { type: "object" };
/** A JSON Schema of the served dialect. */
export const servedSchema: Shape = { type: "object", description: "JSON Schema 2020-12" };

export const optional = (shape: Shape): Optional => ({ optional: shape });
export const list = (items: Shape): Shape => ({ type: "array", items });
export const oneOf = (...values: readonly (string | boolean | null)[]): Shape => ({ enum: values });
export const nullable = (shape: Shape): Shape => ({ anyOf: [shape, { type: "null" }] });
export const mapOf = (values: Shape): Shape => ({ type: "object", additionalProperties: values });
export const component = (name: string): Shape => ({ $ref: `#/components/schemas/${name}` });

/**
 * An object with the members of a type, and no others.
 * @example
 * closed<StaffMember>({ id: text, name: text, roles: list(text) });
 */
export function closed<Body extends object>(members: Members<Body>): Shape {
  const entries: readonly (readonly [string, Shape | Optional])[] = Object.entries(members);
  const isOptional = (member: Shape | Optional): member is Optional => Object.hasOwn(member, "optional");
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, each]) => [name, isOptional(each) ? each.optional : each])),
    required: entries.flatMap(([name, each]) => (isOptional(each) ? [] : [name])),
    additionalProperties: false,
  };
}
