/**
 * How long a second is: some limits are promised in seconds, of a machine like that on which they were set. One that
 * is slower, or busy with other tests, has a longer one.
 */

/** Seconds of the processor that this process has taken so far. */
export const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** What that machine did in a tenth of a second: work an engine does alike each time. */
function reference(): void {
  const text = JSON.stringify(
    Array.from({ length: 20_000 }, (_, i) => ({ id: i, name: `word ${i}`, of: [i / 3] })),
  );
  for (let round = 0; round < 16; round += 1) JSON.parse(text);
}

/** Such a second on this machine at this moment, in seconds; never less than one. */
export function secondHere(): number {
  const began = processorSeconds();
  reference();
  return Math.max(1, 10 * (processorSeconds() - began));
}
