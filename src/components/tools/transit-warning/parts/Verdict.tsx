import type { TransitOk } from '@/calculators/transit-warning/index.ts';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { scriptLink } from '../../shared/script-link.ts';
import type { CommonWords } from '../../shared/words.ts';

interface VerdictProps {
  result: TransitOk;
  words: CommonWords & {
    date: (iso: string) => string;
    country: (code: string) => string;
    inSentence: (code: string) => string;
  };
  folder: string;
}

/** Told in the sentence above; here for whoever reads the page by machine. */
const FIGURES = ['daysLost', 'mustTravelWithin', 'promisedDays', 'usualDays', 'survives'] as const;

/** The promised day, the holidays that lie before it, and what to do about them. */
export function Verdict({ result, words, folder }: VerdictProps) {
  const { own } = words;
  return (
    <>
      <output class="unseen" name="verdict" data-value={result.verdict} aria-live="off">
        {own(`badge.${result.verdict}`)}
      </output>
      <p>
        <output name="promisedDate" data-value={result.promisedDate} aria-live="off">
          <Unbroken
            text={own('promised', {
              date: words.date(result.promisedDate),
              days: result.promisedDays,
            })}
          />
        </output>
      </p>
      {FIGURES.map((name) => (
        <output
          key={name}
          class="unseen"
          name={name}
          data-value={String(result[name])}
          aria-live="off"
        >
          {String(result[name] ?? '–')}
        </output>
      ))}
      {result.holidays.length > 0 && (
        <ul class="spans">
          {result.holidays.map((span) => (
            <li key={span.country + span.from} data-id={`${span.country}.${span.from}`}>
              <Unbroken
                text={own(span.from === span.to ? 'span.one-day' : 'span', {
                  country: own(`end.${span.end}`, { country: words.country(span.country) }),
                  names: words.list(span.names.map((name) => name[words.language])),
                  from: words.date(span.from),
                  ...(span.from === span.to ? {} : { to: words.date(span.to) }),
                  days: span.workingDaysLost,
                })}
              />
              {!span.official && <span class="muted"> {own('span.computed')}</span>}
            </li>
          ))}
        </ul>
      )}
      {result.advice.length > 0 && (
        <section class="advice">
          <h3>{own('advice-title')}</h3>
          <ol>
            {result.advice.map(({ id, values }, i) => (
              <li key={id + String(i)} data-id={id}>
                <Unbroken
                  text={own(`advice.${id}`, {
                    ...values,
                    ...(typeof values['date'] === 'string'
                      ? { date: words.date(values['date']) }
                      : {}),
                    ...(typeof values['country'] === 'string'
                      ? { country: words.inSentence(values['country']) }
                      : {}),
                  })}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
      {result.script && (
        <p>
          <a href={scriptLink(folder, result.script)}>{words.common('reply-script')}</a>
        </p>
      )}
    </>
  );
}
