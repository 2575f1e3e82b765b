declare module "@socialgouv/jours-feries" {
  /** Public holidays of a year in France, by name, at local midnight. */
  function joursFeries(year: number): { readonly [name: string]: Date };
  export = joursFeries;
}
