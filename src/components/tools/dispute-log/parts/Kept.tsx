import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import type { KeptLog } from '@/calculators/shared/kept-log.ts';
import { forgetLogs, keepLog, keptLogs } from '../../shared/kept-log.ts';
import type { LogWords } from '../words.ts';
import { useSaid } from '../../../ui/use-said.ts';

/** Keeps the totals of this report on this device, where the person asks for it. */
export function Kept({ result, words }: { result: DisputeLogOk; words: LogWords }) {
  const { own, count } = words;
  const kept = useSignal<readonly KeptLog[]>([]);
  const said = useSaid();
  useLayoutEffect(() => {
    kept.value = keptLogs();
  }, []);
  const keep = () => {
    const { asOf, counts, causes, money } = result;
    const day = asOf.slice(0, 10);
    const isKept = keepLog({
      day,
      from: counts.from ?? day,
      to: counts.to ?? day,
      orders: counts.orders,
      disputed: counts.disputedOrders,
      cases: counts.cases,
      currency: money?.currency ?? null,
      causes: Object.fromEntries(
        causes.map(({ id, count: cases, money: sum }) => [id, { count: cases, money: sum }]),
      ),
    });
    said.value = own(isKept ? 'keep.kept' : 'keep.full');
    kept.value = keptLogs();
  };
  return (
    <section class="log-kept" data-id="kept">
      <h2>{own('keep.title')}</h2>
      <p class="muted">{own('keep.note')}</p>
      <div class="button-row">
        <button type="button" class="action" onClick={keep}>
          {own('keep.do')}
        </button>
        {kept.value.length > 0 && (
          <button
            type="button"
            class="action"
            onClick={() => {
              forgetLogs();
              kept.value = [];
              said.value = '';
            }}
          >
            {own('keep.delete')}
          </button>
        )}
      </div>
      <p role="status">{said.value}</p>
      <ul>
        {kept.value.map(({ day, orders, disputed, cases }) => (
          <li key={day} data-id={day}>
            {own('keep.line', {
              day,
              orders: orders === null ? '–' : count(orders),
              disputed: disputed === null ? '–' : count(disputed),
              cases: count(cases),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
