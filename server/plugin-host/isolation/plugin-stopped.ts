/** The thread of a plugin was ended, with all that it was doing. */
export class PluginStopped extends Error {
  override readonly name = "PluginStopped";

  /** It gave no sign of life: a loop that does not end, most likely. */
  static stuck(): PluginStopped {
    return new PluginStopped("it kept its thread busy past the deadline, and was stopped");
  }

  /** It ended by itself, or was ended by the system. */
  static ended(
    failure: unknown,
    { code, memoryMb }: { readonly code: number; readonly memoryMb: number },
  ): PluginStopped {
    if (failure instanceof Error && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY")
      return new PluginStopped(`it needed more than ${memoryMb} MB of memory, and was stopped`);
    if (failure instanceof Error) return new PluginStopped(`its thread ended: ${failure.message}`, { cause: failure });
    return new PluginStopped(`it ended its own thread (exit code ${code})`);
  }
}
