/** Whether this browser may throw away what it keeps when room gets scarce. */
export type Persistence = 'kept' | 'may-go' | 'unknown';

const answer = async (ask: () => Promise<boolean>): Promise<Persistence> => {
  try {
    return (await ask()) ? 'kept' : 'may-go';
  } catch {
    return 'unknown';
  }
};

/** How it stands, without asking for anything. */
export const persistence = (): Promise<Persistence> => answer(() => navigator.storage.persisted());

/** Asks the browser to keep what is stored until a person deletes it. Some ask the person, some decide. */
export const askToPersist = (): Promise<Persistence> => answer(() => navigator.storage.persist());
