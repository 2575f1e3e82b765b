/** A definition that no machine can be made of. Lint says the same beforehand, with its place. */
export class DefinitionError extends Error {
  readonly code = "definition-broken";
  readonly workflow: string;

  constructor(workflow: string, why: string) {
    super(`The workflow "${workflow}" cannot be used: ${why} Correct the definition; lint names the place.`);
    this.name = "DefinitionError";
    this.workflow = workflow;
  }
}
