import { useSignal } from '@preact/signals';
import type { Finding, ListingOk } from '@/calculators/listing-check/index.ts';
import { copyText } from '../../../platform/clipboard.ts';
import { useSaid } from '../../../ui/use-said.ts';
import type { Library } from '../library.ts';
import type { ListingWords } from '../words.ts';
import { keptBy, OwnOrder } from './OwnOrder.tsx';

interface FindingsProps {
  result: ListingOk;
  known: Library;
  words: ListingWords;
  folder: string;
  /** The listing is made up, and every piece of it says so. */
  isExample: boolean;
}

/** How many findings a screen can hold before they only weigh. */
const AT_FIRST = 12;

/** What is wrong with the listing: the words, the dispute, the repair. */
export function Findings({ result, known, words, folder, isExample }: FindingsProps) {
  const { own } = words;
  const isWhole = useSignal(false);
  const byOwn = useSignal(true);
  const whole = known.whole.value;
  const kept = whole ? keptBy(whole) : null;
  const costs = kept ? result.findings.some(({ id }) => kept.losses.has(id)) : false;
  const ordered =
    whole && kept && costs && byOwn.value
      ? whole.byOwnLoss(result.findings, kept.losses)
      : result.findings;
  const shown = isWhole.value ? ordered : ordered.slice(0, AT_FIRST);
  const rest = ordered.length - shown.length;
  const costOf = (id: string) => {
    const loss = kept?.losses.get(id);
    if (!kept || !loss || loss.count === 0) return null;
    return own(loss.money > 0 && kept.currency !== null ? 'own.cost' : 'own.cases', {
      money: words.count(loss.money),
      currency: kept.currency ?? '',
      count: words.count(loss.count),
    });
  };
  return (
    <>
      {kept && costs && <OwnOrder kept={kept} byOwn={byOwn} words={words} />}
      <ol class="findings">
        {shown.map((finding, i) => (
          <One
            key={`${finding.messageKey}.${finding.part}.${finding.start}.${i}`}
            finding={finding}
            cost={costOf(finding.id)}
            known={known}
            words={words}
            folder={folder}
            isExample={isExample}
          />
        ))}
      </ol>
      {rest > 0 && (
        <p>
          <button type="button" class="action" onClick={() => (isWhole.value = true)}>
            {own('show-all', { count: rest })}
          </button>
        </p>
      )}
    </>
  );
}

interface OneProps {
  isExample: boolean;
  finding: Finding;
  /** What disputes of this class cost the person, in words. */
  cost: string | null;
  known: Library;
  words: ListingWords;
  folder: string;
}

function One({ finding, cost, known, words, folder, isExample }: OneProps) {
  const { own } = words;
  const said = useSaid();
  const { id, part, severity, reason, repair, repairKind, repairInto, ruleIds } = finding;
  const fault = known.faultOf(id);
  const rules = known.rules().filter((rule) => ruleIds.includes(rule.id));
  return (
    <li data-id={id} data-part={part} data-severity={severity}>
      <p class="finding-head">
        <strong>{own(`severity.${severity}`)}</strong>{' '}
        <span class="muted">
          {own('finding.where', { part: words.part(part), fault: fault?.label ?? id })}
          {reason !== null && ` · ${own('finding.reason', { reason: own(`reason.${reason}`) })}`}
        </span>
      </p>
      <p>{words.finding(finding)}</p>
      {fault && (
        <p class="muted">
          {fault.harm} <a href={`/${folder}/${fault.page}/`}>{own('finding.page')}</a>
        </p>
      )}
      {rules.length > 0 && (
        <p class="muted" data-id="rules">
          {own('finding.rule')}{' '}
          {rules.map((rule, i) => (
            <span key={rule.id} data-id={rule.id}>
              {i > 0 && ' · '}
              <a href={rule.address}>{rule.label}</a>{' '}
              {own('limit.confidence', {
                confidence: words.text(`ui.confidence.${rule.confidence}`),
              })}
            </span>
          ))}
        </p>
      )}
      {cost !== null && <p class="own-cost">{cost}</p>}
      {repair !== null && repair !== '' && (
        <p class="repair" data-kind={repairKind}>
          <span class="muted">
            {own(repairKind === 'gap' ? 'finding.repair-gap' : 'finding.repair', {
              part: words.part(repairInto ?? part),
            })}
          </span>{' '}
          <output name={`repair.${id}`} data-value={repair} aria-live="off">
            {repair}
          </output>{' '}
          <button
            type="button"
            class="action"
            onClick={() => {
              void copyText(isExample ? `${words.common('example-mark')} ${repair}` : repair).then(
                (done) => (said.value = words.common(done ? 'copied' : 'copy-failed')),
              );
            }}
          >
            {own('finding.copy')}
          </button>{' '}
          <span class="muted" role="status">
            {said.value}
          </span>
        </p>
      )}
    </li>
  );
}
