import { batch, useSignal } from '@preact/signals';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import { plainAt } from '../../shared/time-words.ts';
import type { MomentRead } from '../work.ts';
import type { PartProps } from './Detail.tsx';
import { HeldInput } from './HeldInput.tsx';
import { Part } from './Part.tsx';

/** What runs, and until when: needed whatever is done next. */
export function Clocks({ words, detail }: Pick<PartProps, 'words' | 'detail'>) {
  const { own } = words;
  const clocks = detail.judged.clocks.filter(({ status }) => status !== 'waiting');
  if (clocks.length === 0) return null;
  return (
    <ul class="desk-clocks">
      {clocks.map((clock) => (
        <li key={clock.id} data-clock={clock.id}>
          <Standing
            is={
              clock.status === 'overdue' && clock.doneAt === null
                ? 'over'
                : clock.status === 'due-soon'
                  ? 'close'
                  : clock.status === 'done'
                    ? 'unknown'
                    : 'clear'
            }
            word={own(`clock.${clock.status}`)}
          />
          <div>
            <strong>{words.clock(clock.id)}</strong>{' '}
            {clock.dueAt && (
              <output class="nowrap" name="dueAt" data-value={clock.dueAt} aria-live="off">
                {words.at(clock.dueAt)}
              </output>
            )}{' '}
            {clock.lastWorkingMoment && clock.lastWorkingMoment !== clock.dueAt && (
              <span class="muted">
                <Unbroken text={own('dates.last', { at: words.at(clock.lastWorkingMoment) })} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What has happened, and when. A moment is taken as it is pasted. */
export function Dates({ base, page, desk, words, detail, change, isOpen }: PartProps) {
  const { own } = words;
  const { one } = detail;
  const shape = page.flows.find(({ id }) => id === one.flow);
  if (!shape) return null;
  const { zone } = desk.answer.value.view;
  const recorded = shape.events.filter((event) => one.events?.[event] !== undefined).length;
  return (
    <Part
      name="dates"
      title={own('dates.title')}
      count={words.of(recorded, shape.events.length)}
      isOpen={isOpen('dates')}
    >
      <div class="fields">
        {shape.events.map((event) => (
          <Moment
            key={`${one.id} ${event}`}
            id={`${base}-event-${event}`}
            name={`events.${event}`}
            label={words.event(event)}
            held={one.events?.[event]}
            read={(text) => desk.readMoment(text, one.flow ?? '', 'event')}
            words={words}
            zone={zone}
            onTake={(at) => change({ type: 'event', event, at })}
          />
        ))}
      </div>
      <details class="more">
        <summary>{own('dates.shown')}</summary>
        <div class="fields">
          {shape.clocks.map((clock) => (
            <Moment
              key={`${one.id} ${clock}`}
              id={`${base}-shown-${clock}`}
              name={`shownDue.${clock}`}
              label={words.clock(clock)}
              held={one.shownDue?.[clock]}
              read={(text) => desk.readMoment(text, one.flow ?? '', 'shown')}
              words={words}
              zone={zone}
              onTake={(at) => change({ type: 'shown', clock, at })}
            />
          ))}
        </div>
      </details>
    </Part>
  );
}

interface MomentProps {
  id: string;
  name: string;
  label: string;
  held: string | undefined;
  /** On whose clock a moment that is kept is shown. */
  zone: string;
  read: (text: string) => Promise<MomentRead>;
  words: PartProps['words'];
  onTake: (at: string | null) => void;
}

/** A moment of the case. It is fixed when it is entered: “2 hours ago” means the same tomorrow. */
function Moment({ id, name, label, held, zone, read, words, onTake }: MomentProps) {
  const wrong = useSignal('');
  const typed = useSignal('');
  const isMoment = held !== undefined && Number.isFinite(Date.parse(held));
  return (
    <div class="field" data-invalid={wrong.value ? '' : undefined}>
      <label for={id}>{label}</label>
      <HeldInput
        id={id}
        name={name}
        held={typed.value || (held === undefined ? '' : plainAt(held, zone))}
        isWrong={wrong.value !== ''}
        describedBy={wrong.value ? `${id}-error` : isMoment ? `${id}-help` : undefined}
        onTake={async (raw) => {
          const text = raw.trim();
          if (held !== undefined && text === plainAt(held, zone)) return;
          if (text === '') {
            batch(() => {
              wrong.value = '';
              typed.value = '';
            });
            onTake(null);
            return;
          }
          // What cannot be read stands there until it is mended.
          typed.value = raw;
          const found = await read(text);
          const isRead = 'at' in found;
          batch(() => {
            wrong.value = isRead
              ? ''
              : words.own(`dates.${found.why}`, { text, word: found.word ?? '' });
            if (isRead) typed.value = '';
          });
          if (isRead) onTake(found.at);
        }}
      />
      {wrong.value && (
        <span class="error" id={`${id}-error`}>
          {wrong.value}
        </span>
      )}
      {!wrong.value && isMoment && (
        <span class="help" id={`${id}-help`}>
          {words.at(held)}
        </span>
      )}
    </div>
  );
}
