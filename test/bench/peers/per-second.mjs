/** Does `once` 32 at a time for so many milliseconds; answers how often a second. */
export async function perSecond(milliseconds, once) {
  let done = 0;
  const began = performance.now();
  const until = began + milliseconds;
  const client = async () => {
    while (performance.now() < until) {
      await once();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, client));
  return (done * 1000) / (performance.now() - began);
}
