/**
 * Opens a bare window that belongs to this page, with its styles, and answers where to draw in it: it
 * needs no network, and goes when this page goes. To be called from a click, or the browser refuses.
 *
 * @param name the same name takes the window that is already open.
 * @returns null where the browser opens none.
 */
export function openPlainWindow(name: string, title: string): HTMLElement | null {
  const opened = window.open('', name);
  if (!opened) return null;
  const { documentElement, head, body } = opened.document;
  opened.document.title = title;
  documentElement.lang = document.documentElement.lang;
  Object.assign(documentElement.dataset, document.documentElement.dataset);
  const styles = [...document.styleSheets].map((sheet) => {
    const style = opened.document.createElement('style');
    style.textContent = [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
    return style;
  });
  head.replaceChildren(...styles);
  const place = opened.document.createElement('main');
  place.className = 'plain-window';
  body.replaceChildren(place);
  opened.focus();
  return place;
}
