/** The planner's kind of case, by platform, for goods that are not as described and for goods not received. */
const FLOWS: Readonly<Record<string, { snad?: string; inr?: string }>> = {
  aliexpress: { snad: 'aliexpress.snad-new', inr: 'aliexpress.inr' },
  ozon: { snad: 'ozon.realfbs-return' },
  amazon: { snad: 'amazon.atoz', inr: 'amazon.atoz' },
  ebay: { snad: 'ebay.request', inr: 'ebay.request' },
  etsy: { snad: 'etsy.case', inr: 'etsy.case' },
  paypal: { snad: 'paypal.dispute', inr: 'paypal.dispute' },
  tiktok: { snad: 'tiktok.return-us' },
};

/** What runs in every order there, for a cause of which no case is recorded or that is still open. */
const GENERAL: Readonly<Record<string, string>> = { aliexpress: 'aliexpress.order' };

type None = 'cause' | 'kind';

/**
 * The kind of case whose clocks run. Where there is none, the clocks of an order as such stand in, and
 * where nothing is recorded of those either, the page of what is known of the platform, beside why: it
 * depends on a platform or a `cause` nobody has named, or no clock of such a case is recorded (`kind`).
 */
export type Clocks =
  { flow: string; isGeneral?: true } | { why: None; page: string; isOfAll?: true };

/** Where the clocks of every platform stand side by side. */
const ALL = 'platforms/compare';
/** Platforms whose clocks have a page of their own; of the others the rulebook has one. */
const PAGES: Readonly<Record<string, string>> = { ozon: 'platforms/ozon/lifecycle' };

export function clocksOf(platform: string | null, reason: string): Clocks {
  const exact = exactOf(platform, reason);
  if ('flow' in exact) return exact;
  const flow = GENERAL[platform ?? ''];
  if (flow !== undefined) return { flow, isGeneral: true };
  return platform === null || platform === 'other'
    ? { ...exact, page: ALL, isOfAll: true }
    : { ...exact, page: PAGES[platform] ?? `reference/rulebook/${platform}` };
}

function exactOf(platform: string | null, reason: string): { flow: string } | { why: None } {
  const flows = FLOWS[platform ?? ''];
  if (platform === null) return { why: 'cause' };
  if (!flows) return { why: 'kind' };
  const [kind] = reason.split('-');
  if (kind === 'snad' || kind === 'inr') {
    const flow = flows[kind];
    return flow === undefined ? { why: 'kind' } : { flow };
  }
  // Poor service breaks no promise about the goods: none of these cases is opened for it.
  if (reason === 'service') return { why: 'kind' };
  return flows.snad !== undefined && flows.snad === flows.inr
    ? { flow: flows.snad }
    : { why: 'cause' };
}
