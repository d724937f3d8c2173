/**
 * Small texts that outlive a reload of this tab and nothing else: what a form holds that its address
 * cannot. A blocked or full store is quiet, since nothing was promised to be kept.
 */
export const sessionText = (key: string) => {
  const name = `amicable:session:${key}`;
  const guarded = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(window.sessionStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => guarded((storage) => storage.getItem(name) ?? '', ''),
    write: (text: string) =>
      guarded((storage) => {
        if (text === '') storage.removeItem(name);
        else storage.setItem(name, text);
      }, undefined),
  };
};
