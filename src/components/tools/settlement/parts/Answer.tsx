import type { SettlementOk } from '@/calculators/settlement/index.ts';
import { minorDigits } from '@/calculators/shared/currency-digits.ts';
import { toDecimal } from '@/calculators/shared/exact.ts';
import { readMoney } from '@/calculators/shared/money.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { clocksOf } from '../clocks.ts';
import { replyTo, replyToBundle, whyNoReply, type Reply } from '../replies.ts';
import type { SettlementModel } from '../settlement.model.ts';
import type { SettlementWords } from '../words.ts';

interface AnswerProps {
  result: SettlementOk;
  model: SettlementModel;
  words: SettlementWords;
  folder: string;
}

/** The reply that makes an offer, or why none opens. */
export function ReplyLink({
  reply,
  result,
  words,
}: {
  reply: Reply | null;
  result: SettlementOk;
  words: SettlementWords;
}) {
  return reply ? (
    <a href={reply.href}>{words.own(`script.${reply.id}`)}</a>
  ) : (
    <span class="muted">{words.own(`script.${whyNoReply(result)}`)}</span>
  );
}

/** What to read first, the steps with their replies, the bundles, and what a wrong guess changes. */
export function Answer({ result, model, words, folder }: AnswerProps) {
  const { own, sum } = words;
  const { currency, overlap, gap, warnings } = result;
  const money = (amount: string) => sum(amount, currency);
  const clocks = clocksOf(result.platform, result.reason);
  const { loseChance, disputeCost } = result.sensitivity;
  return (
    <>
      <BetResult result={result} model={model} words={words} />
      {warnings.length > 0 && (
        <section class="notice">
          <h2>{own('warnings-title')}</h2>
          <ul>
            {warnings.map(({ id, amount = '0', least = '0' }) => (
              <li key={id} data-id={id}>
                <Unbroken
                  text={own(`warning.${id}`, { amount: money(amount), least: money(least) })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {overlap !== null && (
        <p>
          <output
            name="overlap"
            data-value={overlap === 'none' ? 'none' : `${overlap.low}/${overlap.high}`}
            aria-live="off"
          >
            {overlap === 'none'
              ? own('overlap.none', { gap: money(gap ?? '0') })
              : own('overlap', { low: money(overlap.low), high: money(overlap.high) })}
          </output>
        </p>
      )}
      {result.spentAlready !== null && (
        <p>
          <output name="spentAlready" data-value={result.spentAlready} aria-live="off">
            {own('spent', { amount: money(result.spentAlready) })}
          </output>
        </p>
      )}
      {(result.ladder.length > 0 || result.heldBack !== null) && (
        <Ladder {...{ result, words, folder }} />
      )}
      {result.bundles.length > 0 && <Bundles {...{ result, words, folder }} />}
      <h2>{own('sensitivity-title')}</h2>
      <dl class="quiet-row">
        {loseChance.map(({ at, walkAway }) => (
          <div key={at} data-id={`loseChance.${at}`}>
            <dt>{own('sensitivity.chance', { percent: words.share(at) })}</dt>
            <dd>{money(walkAway)}</dd>
          </div>
        ))}
        {disputeCost.map(({ times, walkAway }) => (
          <div key={times} data-id={`disputeCost.${String(times)}`}>
            <dt>{own('sensitivity.dispute', { times })}</dt>
            <dd>{money(walkAway)}</dd>
          </div>
        ))}
      </dl>
      <p class="screen-only" data-id="clocks">
        {'flow' in clocks ? (
          <a href={`/${folder}/tools/deadline-planner/${encode({ flow: clocks.flow })}`}>
            {own(clocks.isGeneral ? 'clocks-general' : 'clocks')}
          </a>
        ) : (
          <>
            {own(`clocks-none.${clocks.why}`)}
            {words.language === 'en' && ' '}
            <a href={`/${folder}/${clocks.page}/`}>
              {own(clocks.isOfAll ? 'clocks-page.all' : 'clocks-page')}
            </a>
          </>
        )}
      </p>
    </>
  );
}

/** What was guessed before, beside what came out. */
function BetResult({ result, model, words }: Omit<AnswerProps, 'folder'>) {
  const { isOn, isPlaced, amount } = model.bet;
  const read = readMoney(amount.value, result.currency);
  if (!isOn.value || !isPlaced.value || 'problem' in read) return null;
  const bet = toDecimal(read.value, minorDigits(result.currency) ?? 2);
  const [first] = result.ladder;
  return (
    <p>
      <output name="bet" data-value={bet} aria-live="off">
        {words.own(first === undefined ? 'bet.result.none' : 'bet.result', {
          bet: words.sum(bet, result.currency),
          first: first === undefined ? '' : words.sum(first, result.currency),
          walkAway: words.sum(result.walkAway, result.currency),
        })}
      </output>
    </p>
  );
}

type PartProps = Omit<AnswerProps, 'model'>;

function Ladder({ result, words, folder }: PartProps) {
  const { own } = words;
  return (
    <section>
      <h2>{own('ladder-title')}</h2>
      {result.heldBack !== null ? (
        <p data-id="held-back">{own(`held-back.${result.heldBack}`)}</p>
      ) : (
        <Steps {...{ result, words, folder }} />
      )}
    </section>
  );
}

function Steps({ result, words, folder }: PartProps) {
  const { own, sum } = words;
  const { currency, atOwnRate } = result;
  return (
    <>
      <ol class="steps">
        {result.ladder.map((offer, i) => {
          const option = result.options.find(({ step }) => step === i + 1);
          const own2 = atOwnRate?.ladder[i];
          return (
            <li key={offer} data-id={`step.${String(i + 1)}`}>
              <output name={`ladder.${String(i)}`} data-value={offer} aria-live="off">
                {own('step', {
                  offer: sum(offer, currency),
                  cost: sum(option?.cost ?? offer, currency),
                })}
              </output>{' '}
              {own2 !== undefined && (
                <span>
                  {own('step-own-rate', { amount: sum(own2, atOwnRate?.currency ?? null) })}{' '}
                </span>
              )}
              <ReplyLink
                reply={replyTo(folder, result, 'partial-refund', offer)}
                result={result}
                words={words}
              />
            </li>
          );
        })}
      </ol>
      <p class="muted">{own('ladder-note')}</p>
    </>
  );
}

function Bundles({ result, words, folder }: PartProps) {
  const { own, sum } = words;
  return (
    <section>
      <h2>{own('bundles-title')}</h2>
      <p class="muted">{own('bundles-note')}</p>
      <ul class="offers">
        {result.bundles.map((bundle, i) => (
          <li key={i} data-id={`bundle.${String(i + 1)}`}>
            <ul>
              {bundle.offers.map(({ id, amount, cost }) => (
                <li key={id} data-id={id}>
                  {own(
                    id === 'mixed'
                      ? 'bundle.mixed'
                      : amount === null
                        ? 'bundle.whole'
                        : 'bundle.part',
                    {
                      option: words.option(id),
                      amount: amount === null ? '' : sum(amount, result.currency),
                      cost: sum(cost, result.currency),
                    },
                  )}
                </li>
              ))}
            </ul>
            <ReplyLink
              reply={replyToBundle(folder, result, bundle)}
              result={result}
              words={words}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
