// What the weekly look finds overdue, worked out from the content alone: no clock, no network.

/** What is said of an address whose host has no number. */
export const NO_HOST = 'no such host';

const day = (date) => date.toISOString().slice(0, 10);

/** Rules whose review is due by `today`, the longest overdue first. */
export function overdueReviews(rules, today) {
  return rules
    .filter(({ review }) => review && review.on <= today)
    .map(({ id, review, confidence }) => ({ id, due: review.on, confidence }))
    .sort((one, other) => (one.due + one.id).localeCompare(other.due + other.id));
}

/** Countries whose holidays end before `daysAhead` days from `today`: clocks would count on empty pages. */
export function endingCalendars(calendars, today, daysAhead = 120) {
  const last = new Map();
  for (const { country, year } of calendars)
    last.set(country, Math.max(year, last.get(country) ?? 0));
  const until = day(new Date(Date.parse(today) + daysAhead * 86_400_000));
  return [...last]
    .filter(([, year]) => `${year}-12-31` < until)
    .map(([country, year]) => ({ country, until: `${year}-12-31` }))
    .sort((one, other) => one.country.localeCompare(other.country));
}

/** Addresses readers can follow, each once, with the sources that name it. */
export function linksOf(sources) {
  const byUrl = new Map();
  for (const { id, url, link } of sources)
    if (url && link) byUrl.set(url, [...(byUrl.get(url) ?? []), id]);
  return [...byUrl].map(([url, ids]) => ({ url, ids }));
}

/**
 * Dead links as they are to be reported. Where none of many addresses has a host, it is the machine that has no
 * network, and nothing is known of any.
 */
export const believable = (dead, asked) =>
  asked > 9 && dead.length === asked && dead.every(({ why }) => why === NO_HOST)
    ? [{ url: `All ${asked}`, ids: ['this machine has no network'], why: 'asked in vain' }]
    : dead;

/** The report in Markdown; `null` where there is nothing to do. */
export function report({ reviews, calendars, links, packages }) {
  const part = (title, advice, lines) =>
    lines.length ? [`## ${title}`, advice, lines.map((line) => `- ${line}`).join('\n')] : [];
  const parts = [
    ...part(
      `${reviews.length} rules to look at again`,
      'Read the source, set `checkedOn` and the next `review.on`; a value that ended gets its `to`.',
      reviews.map(({ id, due, confidence }) => `\`${id}\`, due ${due} (${confidence})`),
    ),
    ...part(
      `${calendars.length} calendars that end soon`,
      'Add the year to `scripts/build-calendars.mjs`; China and Russia are files of their own.',
      calendars.map(({ country, until }) => `${country}: known until ${until}`),
    ),
    ...part(
      `${links.length} addresses that no longer answer`,
      'Find the page’s new address or an archived copy, or set `link: false`.',
      links.map(({ url, ids, why }) => `${url} (${ids.join(', ')}): ${why}`),
    ),
    ...part(
      `${packages.length} packages with a newer version`,
      'Raise one at a time, with `npm test` after each.',
      packages.map(({ name, current, latest }) => `${name}: ${current} → ${latest}`),
    ),
  ];
  return parts.length ? parts.join('\n\n') : null;
}
