/** Gives the reader a file to keep. */
export function handOutFile(content: Blob | string, name: string): void {
  const address = URL.createObjectURL(new Blob([content]));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
