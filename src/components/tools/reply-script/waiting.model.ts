import { batch, computed, type Signal } from '@preact/signals';
import { textLanguages } from '@/calculators/reply-script/index.ts';
import { mend } from '@/calculators/shared/permalink.ts';
import type { Form } from '../shared/form.model.ts';
import type { Library } from './library.ts';
import type { Typed } from './typed.ts';

/** An address that came before what reads it, and the form as it was then. */
export interface Waiting {
  /** Mended, `#?…`. */
  address: string;
  before: Typed;
}

/** A language an address names: its texts are fetched together with what reads the address. */
const languageIn = (address: string, field: 'language' | 'gloss') => {
  const named = new RegExp(`[?&]${field}=([\\w-]+)`, 'u').exec(address)?.[1];
  return textLanguages.find((each) => each === named);
};
/** What was typed or chosen while an address waited goes over what the address says. */
const since = ({ before }: Waiting, typed: Typed, opened: Typed): Typed => ({
  ...opened,
  ...Object.fromEntries(
    Object.entries(typed).filter(([key, value]) => value !== before[key as keyof Typed]),
  ),
  vars: { ...opened.vars, ...typed.vars },
  switches: { ...opened.switches, ...typed.switches },
  settings: { ...opened.settings, ...typed.settings },
});

/**
 * The page brings one example; everything else comes when somebody turns to the form or an address asks
 * for it. What is typed in between is kept, and an address waits until what reads it is here.
 *
 * @param asks of the form as it stands: whether it has all that its answer needs, whether texts of its
 *   situations are away, the languages its own words are read in (none where there are none), and whether a
 *   day in it waits for what reads its words.
 */
export function createWaiting<Outcome extends { kind: string }>(
  form: Form<Typed, Outcome>,
  known: Library,
  waiting: Signal<Waiting | null>,
  asks: Readonly<Record<'isAnswered' | 'lacksTexts' | 'lacksWords', (typed: Typed) => boolean>> &
    Readonly<Record<'guardedIn', (typed: Typed) => readonly string[]>>,
) {
  /** Fetches what the form as it stands needs, and opens the address that waits for it. */
  const settle = async (): Promise<void> => {
    const typed = form.input.peek();
    const wanted = waiting.peek();
    if (!wanted && asks.isAnswered(typed)) return;
    const address = wanted?.address ?? '';
    const language = languageIn(address, 'language') ?? typed.language;
    const gloss = languageIn(address, 'gloss') ?? typed.gloss;
    const pair = [...new Set([language, gloss])];
    const came = await Promise.all([
      wanted || asks.lacksTexts(typed) ? known.load(pair) : true,
      known.loadGuard(wanted ? [language] : asks.guardedIn(typed)),
      known.loadLater(),
    ]);
    if (!came.every(Boolean) || wanted !== waiting.peek()) return;
    const own = form.input.peek();
    const openWaiting = (asked: Waiting) =>
      batch(() => {
        waiting.value = null;
        form.open(asked.address);
        if (own !== asked.before) form.change((opened) => since(asked, own, opened));
      });
    // An example chosen while it was on its way has no values yet.
    if (wanted) openWaiting(wanted);
    else if (form.isExample.peek()) form.prefer({});
    // A day of the address is in words that are not here: read once more with those of more languages.
    for (let opened = form.input.peek(); wanted && asks.lacksWords(opened);) {
      if (!(await known.loadMoreWords()) || opened !== form.input.peek()) break;
      openWaiting(wanted);
      opened = form.input.peek();
    }
    await settle();
  };
  return {
    settle,
    /** Of the form, or the address that waits, so that it outlives a reload. */
    permalink: computed(() => waiting.value?.address ?? form.permalink.value),
    /** As the form's own, but that an address may wait: then it counts as one that asked for something. */
    open: (address: string): boolean => {
      const mended = mend(address);
      if (!known.isWhole() && mended !== null) {
        batch(() => {
          // Made-up values never stand in for what somebody was sent.
          form.change({});
          waiting.value = { address: mended, before: form.input.peek() };
        });
        void settle();
        return true;
      }
      const opened = form.open(address);
      if (opened) void settle();
      return opened;
    },
  };
}
