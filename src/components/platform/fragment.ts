/** Does it name a place in this page, as `#why` does? */
function isPlace(hash: string): boolean {
  try {
    const id = decodeURIComponent(hash.slice(1));
    return id === '' || id === 'top' || document.getElementById(id) !== null;
  } catch {
    return false;
  }
}

/**
 * What the part of the address after # asks a tool, which never reaches a server. Empty where it names
 * a place in the page; anything else is a link, however damaged.
 */
export const readFragment = () => {
  const { hash } = window.location;
  return isPlace(hash) ? '' : hash;
};

/** What advertisers, chats and shops of apps hang on an address, and a number against a stale copy. */
const FOREIGN =
  /^(?:(?:utm|mtm|pk|mc|hsa|ga|gad|share|wt|at)_.*|_\w+|\w*(?:clk?id|braid)|li_fat_id|igsh(?:id)?|spm|scm|from|isappinstalled|nsukey|ref|referrer|src|source|srsltid|si|chksm|scene|\d*)$/i;

/**
 * The part after ?, where a mail program or a shortener may have put what belongs behind #, without
 * what others put there.
 */
export const readQuery = () =>
  window.location.search
    .slice(1)
    .split('&')
    .filter((pair) => !FOREIGN.test(pair.split('=')[0] ?? ''))
    .join('&');

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
