import { useSignal } from '@preact/signals';
import { causeBehind } from '@/calculators/case-desk/index.ts';
import { OUTCOMES, type OutcomeName } from '@/calculators/shared/outcomes.ts';
import { now } from '../../../platform/clock.ts';
import { copyText } from '../../../platform/clipboard.ts';
import { printPage } from '../../../platform/print.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useSaid } from '../../../ui/use-said.ts';
import { logRows } from '../log-file.ts';
import type { PartProps } from './Detail.tsx';
import { OpenLog } from './OpenLog.tsx';
import { Part } from './Part.tsx';

/** Three questions end a case; what was learned goes into the log. */
export function CloseForm({
  base,
  page,
  desk,
  words,
  more,
  detail,
  folder,
  change,
  isOpen,
}: PartProps) {
  const { own } = words;
  const { one, judged, log } = detail;
  const how = useSignal<OutcomeName>('agreed');
  const cause = useSignal('');
  const cost = useSignal('');
  const wrong = useSignal('');
  const prevention = useSignal('');
  const said = useSaid();
  const snoozeFor = useSignal('');
  const snoozeWhy = useSignal('');
  const isClosed = judged.state === 'closed';
  const last = one.outcomes?.at(-1);
  const behind = causeBehind(one.reason, page.content.desk);
  const close = async () => {
    const typed = cost.value.trim();
    const read = typed === '' ? null : await desk.readAmount(typed, one.order?.currency);
    if (read && ('key' in read || read.currency === null)) {
      wrong.value =
        'key' in read ? await more.refused(read) : own('close.currency', { cost: typed });
      return;
    }
    wrong.value = '';
    change({
      type: 'close',
      outcome: {
        how: how.value,
        ...(cause.value.trim() ? { cause: cause.value.trim() } : {}),
        ...(read?.currency ? { cost: read.amount, currency: read.currency } : {}),
        ...(prevention.value.trim() ? { prevention: prevention.value.trim() } : {}),
        ...((one.level ?? one.owner) ? { by: one.level ?? one.owner } : {}),
      },
    });
  };
  return (
    <>
      {!isClosed && (
        <Part
          name="snooze"
          title={own('snooze.title')}
          count={one.snooze && words.at(one.snooze.until)}
          isOpen={isOpen('snooze')}
        >
          {one.snooze ? (
            <p class="button-row">
              <button type="button" class="action" onClick={() => change({ type: 'wake' })}>
                {own('snooze.wake')}
              </button>
            </p>
          ) : (
            <form
              class="fields"
              onSubmit={(event) => {
                event.preventDefault();
                const hours = Number(snoozeFor.value);
                if (!(hours > 0) || snoozeWhy.value.trim() === '') return;
                change({
                  type: 'snooze',
                  until: new Date(Date.parse(now()) + hours * 3_600_000).toISOString(),
                  reason: snoozeWhy.value.trim(),
                });
                snoozeWhy.value = '';
              }}
            >
              <TextField
                id={`${base}-snooze-hours`}
                name="snooze.hours"
                label={own('snooze.hours')}
                value={snoozeFor.value}
                inputMode="numeric"
                onInput={(value) => {
                  snoozeFor.value = value;
                }}
              />
              <TextField
                id={`${base}-snooze-reason`}
                name="snooze.reason"
                label={own('snooze.reason')}
                value={snoozeWhy.value}
                onInput={(value) => {
                  snoozeWhy.value = value;
                }}
              />
              <p class="button-row">
                <button type="submit" class="action">
                  {own('snooze.do')}
                </button>
              </p>
            </form>
          )}
        </Part>
      )}
      <Part
        name="close"
        id={`${base}-close`}
        title={own(isClosed ? 'close.closed' : 'close.title')}
        isOpen={isOpen('close')}
      >
        {isClosed ? (
          <>
            {last && (
              <p>
                {own(`outcome.${last.how}`)} <span class="muted">{words.at(last.at)}</span>
              </p>
            )}
            {last?.cause && (
              <p>
                {own('close.cause')} {last.cause}
              </p>
            )}
            {last?.cost && (
              <p data-cost="">
                {own('close.costed')}
                {words.colon}
                {words.money(last.cost, last.currency ?? one.order?.currency ?? null)}
              </p>
            )}
            {last?.prevention && (
              <p>
                {own('close.prevention')} {last.prevention}
              </p>
            )}
            {behind ? (
              <div class="notice" data-proposal={behind.id}>
                <p>
                  {own('close.page')}
                  {words.gap}
                  <a href={`/${folder}/${behind.page}/`}>{page.pages[behind.page]}</a>
                </p>
                <p data-fix={behind.listing[0] ?? ''}>
                  {own(`fix.${behind.id}`)}
                  {behind.listing.length > 0 && `${words.gap}${own('close.check')}${words.gap}`}
                  {behind.listing.map((fault, i) => (
                    <span key={fault}>
                      {i > 0 && ' · '}
                      <a href={`/${folder}/tools/listing-check/#${fault.toLowerCase()}`}>
                        {page.listing[fault] ?? fault}
                      </a>
                    </span>
                  ))}
                </p>
              </div>
            ) : (
              <p class="notice" data-proposal="">
                {own('close.no-cause')}
              </p>
            )}
            <p class="button-row">
              <button
                type="button"
                class="action"
                data-do="copy-log"
                onClick={() =>
                  void copyText(
                    logRows([log], words)
                      .map((row) => row.join('\t'))
                      .join('\n'),
                  ).then((isCopied) => {
                    said.value = words.common(isCopied ? 'copied' : 'copy-failed');
                  })
                }
              >
                {own('close.copy-log')}
              </button>
              <OpenLog desk={desk} words={words} folder={folder} />
              <button type="button" class="action" onClick={() => change({ type: 'reopen' })}>
                {own('close.reopen')}
              </button>
            </p>
          </>
        ) : (
          <form
            class="fields"
            onSubmit={(event) => {
              event.preventDefault();
              void close();
            }}
          >
            <Select
              id={`${base}-close-how`}
              name="close.how"
              label={own('close.how')}
              value={how.value}
              options={OUTCOMES.map((value) => ({ value, label: own(`outcome.${value}`) }))}
              onChange={(value) => {
                how.value = OUTCOMES.find((each) => each === value) ?? 'other';
              }}
            />
            <TextField
              id={`${base}-close-cause`}
              name="close.cause"
              label={own('close.cause')}
              value={cause.value}
              onInput={(value) => {
                cause.value = value;
              }}
            />
            <TextField
              id={`${base}-close-cost`}
              name="close.cost"
              label={own('close.cost', { currency: one.order?.currency ?? '' })}
              value={cost.value}
              error={wrong.value || undefined}
              inputMode="decimal"
              onInput={(value) => {
                cost.value = value;
              }}
            />
            <Field wide id={`${base}-close-prevention`} label={own('close.prevention')}>
              {(described) => (
                <textarea
                  {...described}
                  name="close.prevention"
                  rows={2}
                  value={prevention.value}
                  onInput={({ currentTarget }) => {
                    prevention.value = currentTarget.value;
                  }}
                />
              )}
            </Field>
            <p class="button-row">
              <button type="submit" class="action primary" data-do="close">
                {own('close.do')}
              </button>
            </p>
          </form>
        )}
        <p class="button-row">
          <button type="button" class="action" onClick={printPage}>
            {own('file.print')}
          </button>
        </p>
        <p class="muted" role="status">
          {said.value}
        </p>
      </Part>
    </>
  );
}
