/** The part of the address after #, which never reaches a server. */
export const readFragment = () => window.location.hash;

/** Makes the address bar follow the form without adding steps to the back button. */
export const writeFragment = (fragment: string) => {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search + fragment);
};

/** Somebody pasted another permalink into the address bar of the open page. */
export const onFragmentChange = (then: () => void) => {
  window.addEventListener('hashchange', then);
  return () => window.removeEventListener('hashchange', then);
};

export const currentAddress = () => window.location.href;
