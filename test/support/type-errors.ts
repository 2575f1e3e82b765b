import path from "node:path";
import ts from "typescript";

/** Answers what TypeScript says against texts as if each were the file at that path; libraries are read once. */
export function typeChecker(file: string): (text: string) => readonly string[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd());
  const place = path.resolve(file);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  let text = "";
  let before: ts.Program | undefined;
  const known = new Map<string, ts.SourceFile | undefined>();
  host.fileExists = (name) => path.resolve(name) === place || fileExists(name);
  host.readFile = (name) => (path.resolve(name) === place ? text : readFile(name));
  host.getSourceFile = (name, version) => {
    if (path.resolve(name) === place) return ts.createSourceFile(name, text, version, true);
    if (!known.has(name)) known.set(name, getSourceFile(name, version));
    return known.get(name);
  };
  return (written) => {
    text = written;
    before = ts.createProgram({ rootNames: [place], options, host, ...(before && { oldProgram: before }) });
    const source = before.getSourceFile(place);
    return [...before.getSyntacticDiagnostics(source), ...before.getSemanticDiagnostics(source)].map(
      ({ start = 0, messageText }) => {
        const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      },
    );
  };
}
