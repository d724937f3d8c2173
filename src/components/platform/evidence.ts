/** What an evidence folder holds, by name, size, time and SHA-256. Files are read, never copied or sent. */
export interface FoundFile {
  name: string;
  size: number;
  modifiedAt: string;
  sha256: string;
}

/** A film of an hour would hold the page up; beyond this a file is listed without its hash. */
const LARGEST_HASHED = 500_000_000;

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The index of the chosen files, by name. A file that cannot be read is left out and counted. */
export async function readEvidence(
  files: readonly File[],
): Promise<{ found: FoundFile[]; unread: number }> {
  const found: FoundFile[] = [];
  let unread = 0;
  for (const file of files) {
    try {
      const sha256 =
        file.size > LARGEST_HASHED
          ? ''
          : hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      found.push({
        name: file.webkitRelativePath || file.name,
        size: file.size,
        modifiedAt: new Date(file.lastModified).toISOString(),
        sha256,
      });
    } catch {
      unread += 1;
    }
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { found, unread };
}
