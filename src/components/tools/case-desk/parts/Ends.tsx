import type { FlowClocks } from '@/calculators/find-case/index.ts';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Recognised } from '../find.model.ts';
import type { PasteWords } from './Paste.tsx';

/** Which kind of case and clock an end was said to be; `none` keeps it in the words alone. */
export type EndChoices = Readonly<Record<string, string>>;

export const endKey = (made: Recognised, at: string) => `${made.flow ?? ''} ${at}`;
const NONE = 'none';

interface EndsProps {
  base: string;
  made: Recognised;
  flows: readonly (FlowClocks & { platform: string })[];
  choices: EndChoices;
  /** Somebody wanted the case before saying which clock it is. */
  isMissing: boolean;
  words: PasteWords;
  onChoose: (key: string, value: string) => void;
}

/** The ends that go into the case, by their clocks; where none fits for certain, it is asked which. */
export function Ends({ base, made, flows, choices, isMissing, words, onChoose }: EndsProps) {
  const own = (key: string, values?: Readonly<Record<string, unknown>>) =>
    words.text(`tool.find-case.page.${key}`, values);
  const { platform } = made.patch;
  const possible = made.flow
    ? flows.filter(({ id }) => id === made.flow)
    : flows.filter((one) => platform === undefined || one.platform === platform);
  const options = [
    { value: '', label: own('end-choose') },
    { value: NONE, label: own('end-none') },
    ...possible.flatMap(({ id, clocks }) =>
      clocks.map((clock) => ({
        value: `${id}/${clock.id}`,
        label: words.clock(clock.id),
        group: words.kind(id),
      })),
    ),
  ];
  return (
    <>
      {made.ends.map(({ text, at, clock }, i) => {
        const said = { text, at: words.at(at) };
        const key = endKey(made, at);
        const value = choices[key] ?? '';
        return clock === null ? (
          <Select
            key={key}
            id={`${base}-end-${i}`}
            name={`end.${i}`}
            label={own('end-which', said)}
            value={value}
            options={options}
            error={isMissing && value === '' ? own('end-missing') : undefined}
            onChange={(chosen) => onChoose(key, chosen)}
          />
        ) : (
          <p key={key}>
            <output name="end" data-value={clock}>
              <Unbroken text={own('end-taken', { ...said, clock: words.clock(clock) })} />
            </output>
          </p>
        );
      })}
    </>
  );
}

/** The first end nobody has said the clock of; -1 where there is none. */
export const openEnd = (made: Recognised, choices: EndChoices): number =>
  made.ends.findIndex(({ at, clock }) => clock === null && !choices[endKey(made, at)]);

/** What goes into the case, with every end at its clock. A kind of case comes with the clock that was chosen. */
export function withEnds(made: Recognised, choices: EndChoices): Recognised {
  const taken = made.ends.flatMap(({ at, clock }) => {
    const [flow, id] =
      clock === null
        ? (choices[endKey(made, at)] ?? NONE).split('/')
        : [made.flow ?? undefined, clock];
    return flow && id ? [{ flow, id, at }] : [];
  });
  const flow = made.flow ?? taken[0]?.flow ?? null;
  const shownDue = Object.fromEntries(
    taken.filter((one) => one.flow === flow).map(({ id, at }) => [id, at]),
  );
  return Object.keys(shownDue).length === 0
    ? made
    : { ...made, flow, patch: { ...made.patch, shownDue } };
}
