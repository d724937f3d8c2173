import { MOTIVES, OTHERS, type MotivesOk } from '@/calculators/buyer-motives/index.ts';
import { Intervals } from '../../../ui/Intervals.tsx';
import { scriptLink } from '../../shared/script-link.ts';
import type { MotiveWords } from '../words.ts';

interface PartProps {
  result: MotivesOk;
  words: MotiveWords;
}

/** What to ask, offer and keep for every motive that may be the likeliest, good faith first. */
export function ToDo({ result, words, folder }: PartProps & { folder: string }) {
  const { own } = words;
  return (
    <>
      <output class="unseen" name="standing" data-value={result.standing} aria-live="off">
        {own(`badge.${result.standing}`)}
      </output>
      {result.toConvince && (
        <p>
          <output name="toConvince" data-value={result.toConvince.times} aria-live="off">
            {own('lead-note', { times: result.toConvince.times })}
          </output>
        </p>
      )}
      <section class="advice">
        <h3>{own('approach-title')}</h3>
        <ol class="approach">
          {result.approach.map((one) => {
            const texts = words.texts(one);
            return (
              <li key={one.motive} data-id={one.motive}>
                <h4>{own('approach-if', { motive: words.motive(one.motive) })}</h4>
                <dl>
                  {(['ask', 'offer', 'keep'] as const).map((part) => (
                    <div key={part}>
                      <dt>{own(`approach.${part}`)}</dt>
                      <dd>{texts[part]}</dd>
                    </div>
                  ))}
                </dl>
                <p class="button-row">
                  <a href={scriptLink(folder, one.script)}>{own('approach.script')}</a>
                  <a href={`/${folder}/${one.playbook}/`}>{own('approach.playbook')}</a>
                </p>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

/** The intervals drawn and in a table, and where good faith stops being the better assumption. */
export function Chart({ result, words }: PartProps) {
  const { own } = words;
  const said = (motive: (typeof MOTIVES)[number]) => {
    const { low, high } = result.posterior[motive];
    return own('chart-row', {
      motive: words.motive(motive),
      low: words.percent(low.percent),
      high: words.percent(high.percent),
    });
  };
  return (
    <>
      <section class="motives-chart">
        <h2>{own('chart-title')}</h2>
        <Intervals
          title={own('chart-title')}
          halfLabel={own('chart-even')}
          format={(percent) => words.percent(String(percent))}
          rows={MOTIVES.map((motive) => ({
            id: motive,
            label: words.motive(motive),
            low: Number(result.posterior[motive].low.percent),
            high: Number(result.posterior[motive].high.percent),
            said: said(motive),
          }))}
        />
        <p class="muted">{own('chart-note')}</p>
        <div class="table-scroll" tabIndex={0} role="region" aria-label={own('chart-title')}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{own('table.motive')}</th>
                <th scope="col">{own('table.before')}</th>
                <th scope="col">{own('table.low')}</th>
                <th scope="col">{own('table.high')}</th>
              </tr>
            </thead>
            <tbody>
              {MOTIVES.map((motive) => (
                <tr key={motive} data-id={motive}>
                  <th scope="row">{words.motive(motive)}</th>
                  <td class="figure">{words.percent(result.priors[motive].percent)}</td>
                  {(['low', 'high'] as const).map((end) => (
                    <td key={end} class="figure">
                      <output
                        name={`posterior.${motive}.${end}`}
                        data-value={result.posterior[motive][end].percent}
                        aria-live="off"
                      >
                        {words.percent(result.posterior[motive][end].percent)}
                      </output>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {!result.ownPriors && <p class="muted">{own('priors-note')}</p>}
      </section>
      {result.toConvince && (
        <section class="motives-chart">
          <h2>{own('stops-title')}</h2>
          <p class="muted">{own('stops-note')}</p>
          <div class="table-scroll" tabIndex={0} role="region" aria-label={own('stops-title')}>
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{own('table.motive')}</th>
                  <th scope="col">{own('stops.needed')}</th>
                  <th scope="col">{own('stops.by')}</th>
                </tr>
              </thead>
              <tbody>
                {OTHERS.map((motive) => {
                  const needed = result.toConvince?.each[motive] ?? null;
                  return (
                    <tr key={motive} data-id={motive}>
                      <th scope="row">{words.motive(motive)}</th>
                      <td>
                        {needed ? (
                          <output
                            name={`toConvince.${motive}`}
                            data-value={needed.times}
                            aria-live="off"
                          >
                            {needed.times}
                          </output>
                        ) : (
                          own('stops.nobody')
                        )}
                      </td>
                      <td>
                        {needed &&
                          (needed.reachedBy
                            ? own('stops.reached', { word: words.strength(needed.reachedBy) })
                            : own('stops.never', { word: words.strength('much-more') }))}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
