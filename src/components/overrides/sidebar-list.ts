import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };
const escaped = (text: string) => text.replace(/[&"<]/g, (sign) => signs[sign] as string);

const holdsCurrent = (entry: Entry): boolean =>
  entry.type === 'link' ? entry.isCurrent : entry.entries.some(holdsCurrent);

/**
 * The list of all pages as HTML, the groups that hold the current page open. Written as text: as components,
 * its hundred links took a good part of the time in which a page is built.
 */
export function listOf(sidebar: readonly Entry[]): string {
  // Groups are counted in the order they stand in, so that what a reader opened is found again.
  let groups = 0;
  const list = (entries: readonly Entry[]): string => `<ul>${entries.map(item).join('')}</ul>`;
  const item = (entry: Entry): string => {
    const label = escaped(entry.label);
    if (entry.type === 'link') {
      const current = entry.isCurrent ? ' aria-current="page"' : '';
      return `<li><a href="${escaped(entry.href)}"${current}>${label}</a></li>`;
    }
    const open = holdsCurrent(entry) || !entry.collapsed ? ' open' : '';
    const mark = `<sl-sidebar-restore data-index="${groups++}"></sl-sidebar-restore>`;
    return `<li><details${open}><summary><span>${label}</span></summary>${mark}${list(entry.entries)}</details></li>`;
  };
  return list(sidebar);
}
