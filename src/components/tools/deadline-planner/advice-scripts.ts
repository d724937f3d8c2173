/** Which reply script goes with an advice; for some it depends on the kind of case. */
const SITUATIONS: Record<string, string | Record<string, string>> = {
  'answer-now-reject-with-evidence': 'decline-with-plan',
  'extend-receipt': 'extend-receipt',
  'consider-extending-receipt': 'extend-receipt',
  'collect-evidence-before-escalation': {
    'aliexpress.snad-classic': 'ask-evidence',
    'aliexpress.snad-new': 'ask-evidence',
    'aliexpress.inr': 'inr-in-transit',
    'ozon.realfbs-return': 'ask-evidence',
  },
  'do-not-let-the-clock-run': 'offer-two-options',
  'decide-within-the-safe-time': 'offer-two-options',
  'choose-the-next-step': 'offer-two-options',
  'send-what-was-asked': 'platform-evidence',
  'never-steer-the-reason': 'cancel-request',
  'one-appeal-only': 'appeal-statement',
  'solve-it-before-the-claim': 'offer-two-options',
};

export function situationFor(advice: string, flow: string): string | null {
  const found = SITUATIONS[advice];
  if (found === undefined) return null;
  return typeof found === 'string' ? found : (found[flow] ?? null);
}
