import { useMemo } from 'preact/hooks';
import type { Change } from '@/calculators/case-desk/index.ts';
import { hasRoom } from '../../../platform/room.ts';
import { Standing } from '../../../ui/Standing.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import type { Desk, DeskPage } from '../case-desk.model.ts';
import type { Detail as DetailOf } from '../work/view.ts';
import type { More } from '../more.ts';
import type { DeskWords } from '../words.ts';
import { CaseFile } from './CaseFile.tsx';
import { CloseForm } from './CloseForm.tsx';
import { Clocks, Dates } from './Dates.tsx';
import { Evidence } from './Evidence.tsx';
import { Facts } from './Facts.tsx';
import { HandOver } from './HandOver.tsx';
import { Offers } from './Offers.tsx';
import { partFor, type PartName } from './Part.tsx';
import { Timeline } from './Timeline.tsx';

export interface PartProps {
  base: string;
  page: DeskPage;
  desk: Desk;
  words: DeskWords;
  more: More;
  detail: DetailOf;
  folder: string;
  /** Nothing of a made-up case can be changed. */
  isMade: boolean;
  change: (change: Change) => void;
  /** Whether a section is unfolded by itself: where there is room, and where the next step is done. */
  isOpen: (part: PartName) => boolean;
}

/** One case with everything that is known of it, and the one thing to do next on top. */
export function Detail(
  props: Omit<PartProps, 'change' | 'isMade' | 'isOpen'> & { onBack: () => void },
) {
  const { base, page, desk, words, detail, folder, onBack } = props;
  const { own } = words;
  const { one, judged } = detail;
  const { next } = judged;
  const isMade = desk.form.isExample.value;
  const change = useMemo(() => (what: Change) => void desk.change(one.id, what), [one.id]);
  const isRoomy = useMemo(hasRoom, [one.id]);
  const current = partFor(next?.action);
  const isOpen = (part: PartName) => isRoomy || part === current;
  const parts: PartProps = { ...props, change, isMade, isOpen };
  const { lines } = desk.answer.value;
  const at = lines.findIndex(({ id }) => id === one.id);
  const go = (step: number) => {
    const line = lines[at + step];
    if (!line) return;
    desk.at.value = at + step;
    void desk.openCase(line.id);
  };
  const ruleNames = (next?.ruleIds ?? []).flatMap(
    (id) => page.rules.find((each) => each.id === id) ?? [],
  );
  return (
    <section class="desk-section desk-detail" aria-labelledby={`${base}-case-title`}>
      <div class="button-row no-print">
        <button type="button" class="action" data-do="back" onClick={onBack}>
          {own('case.back')}
        </button>
        <button type="button" class="action" disabled={at <= 0} onClick={() => go(-1)}>
          {own('case.previous')}
        </button>
        <button
          type="button"
          class="action"
          data-do="next"
          disabled={at < 0 || at >= lines.length - 1}
          onClick={() => go(1)}
        >
          {own('case.next')}
        </button>
      </div>
      <h2 id={`${base}-case-title`} tabIndex={-1}>
        {words.title({ name: one.name ?? '', order: one.order?.id ?? '', id: one.id })}
      </h2>
      <p class="muted">
        {words.list(
          [
            words.kind(judged.flow),
            one.reason ? words.reason(one.reason) : '',
            one.buyer?.country ? words.country(one.buyer.country) : '',
            judged.stake ? words.money(judged.stake.amount, judged.stake.currency) : '',
            one.owner ? own('case.owner', { owner: one.owner }) : '',
          ].filter(Boolean),
        )}
      </p>
      {next && (
        <div class="answer-card desk-step" data-because={next.because}>
          <p class="lead-figure">
            <output class="lead" name="action" data-value={next.action}>
              {words.action(next)}
            </output>
          </p>
          <p class="sentence">
            <Unbroken text={words.because(next)} />
          </p>
          <dl class="quiet-row">
            <div>
              <dt>{own('case.by')}</dt>
              <dd>
                <output name="by" data-value={next.by}>
                  {words.person(next.by)}
                </output>
              </dd>
            </div>
            {next.until && (
              <div>
                <dt>{own('case.until')}</dt>
                <dd>
                  <output name="until" data-value={next.until}>
                    {words.at(next.until)}
                  </output>
                </dd>
              </div>
            )}
            <div>
              <dt>{own('case.read')}</dt>
              <dd>
                <a href={`/${folder}/${next.page}/`}>{page.pages[next.page] ?? next.page}</a>
              </dd>
            </div>
          </dl>
          {ruleNames.length > 0 && (
            <p class="muted">
              {own('case.rules')}
              {words.colon}
              {ruleNames.map((rule, i) => (
                <span key={rule.id}>
                  {i > 0 && words.apart(['', ''])}
                  <a href={rule.address}>{rule.label}</a>
                </span>
              ))}
            </p>
          )}
          <Corridor {...parts} isRoomy={isRoomy} />
        </div>
      )}
      <Clocks words={words} detail={detail} />
      {judged.state === 'closed' && <Standing is="unknown" word={own('state.closed')} />}
      {judged.alerts.length > 0 && (
        <ul class="desk-alerts">
          {judged.alerts.map((alert) => (
            <li key={`${alert.id} ${JSON.stringify(alert.values)}`} data-alert={alert.id}>
              <Unbroken text={words.alert(alert)} />
            </li>
          ))}
        </ul>
      )}
      {!isMade && (
        <div class="desk-parts no-print">
          <Dates {...parts} />
          <Offers {...parts} />
          <Evidence {...parts} />
          <Facts {...parts} />
          <Timeline {...parts} />
          <HandOver {...parts} />
          <CloseForm {...parts} />
        </div>
      )}
      <CaseFile {...parts} />
    </section>
  );
}

const TOOLS = [
  'reply-script',
  'deadline-planner',
  'settlement',
  'buyer-motives',
  'transit-warning',
  'dispute-rate',
] as const;

/** On to another tool, which is filled from this case and writes back what a person confirms. */
function Corridor({
  desk,
  words,
  detail,
  folder,
  isMade,
  isRoomy,
}: PartProps & { isRoomy: boolean }) {
  const { own } = words;
  if (isMade) return null;
  if (!desk.ownView.value?.keeps) return <p class="muted no-print">{own('corridor.keep-first')}</p>;
  const to = (tool: (typeof TOOLS)[number]) => (
    <a
      key={tool}
      class="action"
      data-tool={tool}
      href={`/${folder}/tools/${tool}/`}
      onClick={() => desk.take(detail.one.id)}
    >
      {own(`corridor.${tool}`)}
    </a>
  );
  const [reply, ...others] = TOOLS;
  if (isRoomy) return <p class="button-row no-print desk-corridor">{TOOLS.map(to)}</p>;
  return (
    <div class="no-print desk-corridor">
      <p class="button-row">{to(reply)}</p>
      <details class="more">
        <summary>{own('corridor.others', { count: others.length })}</summary>
        <p class="button-row">{others.map(to)}</p>
      </details>
    </div>
  );
}
