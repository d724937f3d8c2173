/** A file as readers see it: bytes on request, so that none has to lie in memory as a whole. */
export interface Source {
  name: string;
  size: number;
  read: (from: number, to: number) => Promise<Uint8Array>;
  /**
   * All bytes from a place on, one piece after the other, where the holder of the file has a quicker way
   * to give them than piece by piece on request. A piece is valid only until the next one is asked for.
   */
  flow?: (from: number) => AsyncIterable<Uint8Array>;
}

export const sourceOf = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
});

/** Told after each piece; throws to stop the reading. */
export type Progress = (bytes: number) => void;

/** Read at a time: small enough to stop soon, large enough to be quick. */
export const PIECE = 1 << 22;
