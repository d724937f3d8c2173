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

/**
 * The kind of case whose clocks run, or why there is none: it depends on a platform or a `cause`
 * nobody has named, or no clock of such a case is recorded (`kind`). Where an order as such has clocks,
 * they stand in.
 */
export type Clocks = { flow: string; isGeneral?: true } | { why: 'cause' | 'kind' };

export function clocksOf(platform: string | null, reason: string): Clocks {
  const exact = exactOf(platform, reason);
  const flow = GENERAL[platform ?? ''];
  return 'flow' in exact || flow === undefined ? exact : { flow, isGeneral: true };
}

function exactOf(platform: string | null, reason: string): Clocks {
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
