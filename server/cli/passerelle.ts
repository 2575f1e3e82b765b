/** The administrator's command line. Answers the exit code. */
export async function passerelle(args: readonly string[]): Promise<number> {
  console.error(`Commande inconnue : ${args.join(" ")}`);
  return 1;
}
