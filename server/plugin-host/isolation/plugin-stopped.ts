import { ToldFailure } from "../told-failure.ts";

/** The thread of a plugin was ended, with all that it was doing. */
export class PluginStopped extends ToldFailure {
  override readonly name = "PluginStopped";

  /** It gave no sign of life: a loop that does not end, most likely. */
  static stuck(): PluginStopped {
    return new PluginStopped({
      fr: "elle occupait son fil d’exécution au-delà du délai (une boucle sans fin ?), et a été arrêtée",
      en: "it kept its thread busy past the deadline (a loop without end?), and was stopped",
    });
  }

  /** It ended by itself, or was ended by the system. */
  static ended(
    failure: unknown,
    { code, memoryMb }: { readonly code: number; readonly memoryMb: number },
  ): PluginStopped {
    if (failure instanceof Error && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY")
      return new PluginStopped({
        fr: `elle demandait plus de ${memoryMb} Mo de mémoire, et a été arrêtée`,
        en: `it needed more than ${memoryMb} MB of memory, and was stopped`,
      });
    if (failure instanceof Error)
      return new PluginStopped(
        {
          fr: `son fil d’exécution s’est arrêté : ${failure.message}`,
          en: `its thread ended: ${failure.message}`,
        },
        { cause: failure },
      );
    return new PluginStopped({
      fr: `elle a mis fin à son propre fil d’exécution (code ${code})`,
      en: `it ended its own thread (exit code ${code})`,
    });
  }
}
