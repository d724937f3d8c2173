import { nameOf, type Option, type SettlementOk } from '@/calculators/settlement/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import { amountOf, isSaid, replyTo } from '../replies.ts';
import type { SettlementWords } from '../words.ts';
import { ReplyLink } from './Answer.tsx';
import { Chart } from './Chart.tsx';

interface TableProps {
  base: string;
  result: SettlementOk;
  words: SettlementWords;
  folder: string;
  rules: readonly CitedRule[];
}

/** The chart, and beneath it every way out: what it costs, what the buyer gets, may it count. */
export function Table({ base, result, words, folder, rules }: TableProps) {
  const { own, sum } = words;
  const { currency } = result;
  const gets = ({ gets: kind, buyerReceives }: Option) =>
    kind !== 'goods' && buyerReceives === null
      ? own('gets.unknown')
      : own(`gets.${kind}`, { amount: sum(buyerReceives ?? '0', currency) });
  const counts = ({ countsAgainstYou }: Option) =>
    countsAgainstYou === null ? own('counts-unknown') : own(countsAgainstYou ? 'yes' : 'no');
  const isOpen = ({ allowed, unfit }: Option) => allowed && unfit === null;
  const cited = (ids: readonly string[]) => rules.filter(({ id }) => ids.includes(id));
  return (
    <section>
      <h2>{own('table-title')}</h2>
      <Chart base={base} result={result} words={words} />
      <div class="table-scroll" role="group" tabIndex={0} aria-label={own('table-title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{own('table.option')}</th>
              <th scope="col">{own('table.cost')}</th>
              <th scope="col">{own('table.receives')}</th>
              <th scope="col">{own('table.counts')}</th>
              <th scope="col" class="screen-only">
                {own('table.script')}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.options.map((option, i) => (
              <tr
                key={nameOf(option)}
                data-id={nameOf(option)}
                class={
                  option.cost === null ? 'set-aside' : option.dominatedBy ? 'dominated' : undefined
                }
              >
                <td>{option.cost === null ? '' : i + 1}</td>
                <th scope="row">
                  {words.option(nameOf(option))}
                  {option.dominatedBy !== null && (
                    <small>{own('dominated', { option: words.option(option.dominatedBy) })}</small>
                  )}
                </th>
                <td class={option.cost === null ? undefined : 'figure'}>
                  {option.unfit !== null ? (
                    own(`unfit.${option.unfit}`)
                  ) : option.cost !== null ? (
                    <output
                      name={`options.${nameOf(option)}`}
                      data-value={option.cost}
                      aria-live="off"
                    >
                      {sum(option.cost, currency)}
                    </output>
                  ) : option.allowed ? (
                    own('needs', {
                      fields: words.fields(option.missing),
                    })
                  ) : (
                    <>
                      {own('not-allowed')}
                      {words.colon}
                      {cited(option.ruleIds).map((rule) => (
                        <a key={rule.id} href={rule.address}>
                          {rule.label}
                        </a>
                      ))}
                    </>
                  )}
                </td>
                <td>{isOpen(option) ? gets(option) : ''}</td>
                <td>{isOpen(option) ? counts(option) : ''}</td>
                <td class="screen-only">
                  {option.cost !== null && isSaid(result, option.id) && (
                    <ReplyLink
                      reply={replyTo(folder, result, option.id, amountOf(result, option))}
                      result={result}
                      words={words}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
