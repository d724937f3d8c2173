/** No file of ours comes near this; a larger one is somebody's film. */
const LARGEST = 20_000_000;

/** The text of a chosen file; empty where it is too large or cannot be read. */
export const readTextFile = (file: File): Promise<string> =>
  file.size > LARGEST ? Promise.resolve('') : file.text().catch(() => '');
