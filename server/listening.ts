import type { Server } from "node:http";
import { isIPv6 } from "node:net";
import { type Settings, SettingsError } from "./settings.ts";

/** Answers that are under way when the office stops have so long to end, in milliseconds. */
const grace = 10_000;
/** How often connections that have fallen silent are looked for meanwhile. */
const sweep = 50;

/** Takes the port, and answers the address that it can be reached at. @throws SettingsError when it cannot be taken. */
export async function listen(server: Server, { port, host }: Pick<Settings, "port" | "host">): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return `http://${nameOf(host)}:${taken}`;
}

/** Takes no new connection, lets what is under way be answered, and hangs up on whoever is not done by then. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweeping = setInterval(() => server.closeIdleConnections(), sweep);
  const hangUp = setTimeout(() => server.closeAllConnections(), grace);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweeping);
  clearTimeout(hangUp);
}

/** Only this machine is meant. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

/** What a browser can open: an address that means all of the machine's is none. */
function nameOf(host: string): string {
  if (isLoopback(host) || host === "0.0.0.0" || host === "::") return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new SettingsError(
      `PORT : le port ${port} est déjà pris sur ${host}. Arrêtez l’autre programme, ou choisissez un autre port (PORT=3001 npm start).`,
    );
  }
  if (error.code === "EACCES") {
    return new SettingsError(
      `PORT : le port ${port} demande des droits que ce compte n’a pas ; choisissez-en un autre.`,
    );
  }
  return new SettingsError(`HOST : impossible d’écouter sur « ${host} » (${error.code ?? error.message}).`);
}
