/** Gives the reader a file that was made in the page. */
export function handOutCsv(csv: string, name: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
