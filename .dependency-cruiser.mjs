/** Rooms and the rooms that they may lean on; everything else is forbidden. See docs/architecture.md. */
const rooms = {
  "server/plugin-api": [],
  "server/engine": ["server/plugin-api"],
  "server/domain": ["server/engine", "server/plugin-api"],
  "server/adapters": ["server/domain", "server/engine", "server/plugin-api"],
  "server/plugin-host": ["server/domain", "server/engine", "server/plugin-api"],
  "server/http": ["server/domain", "server/engine", "server/plugin-api", "server/plugin-host"],
  plugins: ["server/plugin-api", "admin/plugin-slots/kit"],
  admin: ["server/engine", "server/plugin-api", "server/http/api-types"],
};

function forbidden([room, allowed]) {
  const others = [room, ...allowed].map((path) => `^${path}(/|\\.|$)`).join("|");
  return {
    name: `${room.replaceAll("/", "-")}-leans-on`,
    comment: `${room} may import ${allowed.join(", ") || "no other room"}.`,
    severity: "error",
    from: { path: `^${room}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: "^(server|admin|plugins|workflows|test)/", pathNot: others },
  };
}

export default {
  forbidden: [
    ...Object.entries(rooms).map(forbidden),
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: { pathNot: "node_modules" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "engine-is-pure",
      comment: "The engine also runs in the browser: no I/O, nothing of Node.",
      severity: "error",
      from: { path: "^server/engine/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "one-place-knows-xstate",
      comment: "A new XState major touches one folder.",
      severity: "error",
      from: { pathNot: "^server/engine/(definition/|.*\\.test\\.ts$)|^test/" },
      to: { path: "node_modules/xstate" },
    },
    {
      name: "one-place-knows-knex",
      severity: "error",
      from: { pathNot: "^(server/adapters/sql/|test/)" },
      to: { path: "node_modules/(knex|pg|sqlite3)/" },
    },
    {
      name: "no-two-plugins-know-each-other",
      severity: "error",
      from: { path: "^plugins/([^/]+)/" },
      to: { path: "^plugins/([^/]+)/", pathNot: "^plugins/$1/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default", "types"] },
  },
};
