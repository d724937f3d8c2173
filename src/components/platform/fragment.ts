/** The part of the address after #, which never reaches a server. */
export const readFragment = () => window.location.hash;

/** The part after ?, where a mail program or a shortener may have put what belongs behind #. */
export const readQuery = () => window.location.search;

/**
 * Makes the address bar follow the form without adding steps to the back button. What a damaged link
 * had in its query moves into the fragment, where no server sees it.
 */
export const writeFragment = (fragment: string) => {
  if (window.location.hash === fragment && window.location.search === '') return;
  try {
    window.history.replaceState(window.history.state, '', window.location.pathname + fragment);
  } catch {
    // Safari stops after a hundred changes in half a minute; the answer goes on, the address catches up.
  }
};

/** Somebody pasted another permalink into the address bar of the open page. */
export const onFragmentChange = (then: () => void) => {
  window.addEventListener('hashchange', then);
  return () => window.removeEventListener('hashchange', then);
};

export const currentAddress = () => window.location.href;
