/** A file a person chose to be written to by itself. Not every browser can; where none can, nobody is asked. */
export type ChosenFile = FileSystemFileHandle;

/** Not in the language’s own tables yet. */
interface Picks {
  showSaveFilePicker?: (options: object) => Promise<ChosenFile>;
}
interface Permits {
  queryPermission?: (what: object) => Promise<PermissionState>;
  requestPermission?: (what: object) => Promise<PermissionState>;
}

const READ_AND_WRITE = { mode: 'readwrite' };

/** How a file looked when it was last seen, to tell whether somebody has changed it since. */
export interface FileMark {
  size: number;
  modified: number;
}

export const canChooseFile = (): boolean =>
  typeof (window as unknown as Picks).showSaveFilePicker === 'function';

/** Asks where to. Null where the person closed the question. */
export async function chooseFile(name: string): Promise<ChosenFile | null> {
  const pick = (window as unknown as Picks).showSaveFilePicker;
  try {
    return (
      (await pick?.({
        suggestedName: name,
        types: [{ accept: { 'application/json': ['.json'] } }],
      })) ?? null
    );
  } catch {
    return null;
  }
}

/** May it be written to? `asks`: the person is asked where that is open; it has to follow their own press. */
export async function mayWrite(file: ChosenFile, asks: boolean): Promise<boolean> {
  const { queryPermission, requestPermission } = file as unknown as Permits;
  try {
    // A browser that knows no such question asks when it is written to.
    if (!queryPermission || (await queryPermission.call(file, READ_AND_WRITE)) === 'granted')
      return true;
    return asks && (await requestPermission?.call(file, READ_AND_WRITE)) === 'granted';
  } catch {
    return false;
  }
}

export async function markOf(file: ChosenFile): Promise<FileMark> {
  const { size, lastModified } = await file.getFile();
  return { size, modified: lastModified };
}

export const textOf = async (file: ChosenFile): Promise<string> => (await file.getFile()).text();

/** Writes all of it or nothing: what was there stays until the last byte is written. */
export async function writeTo(file: ChosenFile, text: string): Promise<FileMark> {
  const writing = await file.createWritable();
  try {
    await writing.write(text);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
  return markOf(file);
}

/** One tab at a time. */
export const inTurn = <Value>(name: string, then: () => Promise<Value>): Promise<Value> =>
  typeof navigator.locks === 'undefined' ? then() : navigator.locks.request(name, then);
