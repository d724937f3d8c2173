import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { GuardResult, GuardToolInput } from '@/calculators/reply-guard/index.ts';
import {
  buyerLanguages,
  calculate,
  exampleOf,
  fieldsOf,
  optionalParts,
  readDate,
  readLink,
  readValue,
  replyPlatforms,
  tones,
  writeLink,
  type Days,
  type ReplyResult,
  type ReplySettings,
  type Script,
  type Variable,
} from '@/calculators/reply-script/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { dayHere } from '../../platform/clock.ts';
import { followMomentWords } from '../shared/arrivals.ts';
import { createForm, type Form } from '../shared/form.model.ts';
import type { KeptSettings } from './kept.model.ts';
import { EXAMPLE, type Library } from './library.ts';
import type { Typed } from './typed.ts';
import { languagesIn } from './reading.ts';
import { createWaiting, type Waiting } from './waiting.model.ts';

/**
 * What an answer needs is still on its way, or did not arrive: the texts of a language, all situations, or
 * the guard, which reads words of one's own.
 */
export interface Away {
  kind: 'away';
  language: string | null;
  guard?: true;
}

const GUARD_AWAY: Away = { kind: 'away', language: null, guard: true };

/** Nobody has said which language the buyer writes. */
interface AsksLanguage {
  kind: 'asks-language';
}
export type Outcome = ReplyResult | Away | AsksLanguage;

/** In an address: the language is to be asked. */
const ASKS = /([?&])language=ask(?:&|$)/u;
const LANGUAGE = /([?&]language=)[^&]*/u;

/** Asked once and used in every reply. */
export const COMMON = ['buyerName', 'orderId', 'item', 'date'];
const NOTHING = { vars: {}, switches: {}, stack: [], ownWords: [], confirmed: [] } as const;

const within = <T extends string>(values: readonly T[], value: string | undefined) =>
  values.find((each) => each === value);
const without = <T>(list: readonly T[], item: T) => list.filter((each) => each !== item);

/** State of the reply tool: the form every tool has, and a text of one's own beside it. */
export function createReplyScript(language: Language, known: Library, builtOn: string) {
  /** Null for a situation that is still on its way. */
  const scriptOf = (id: string): Script | null => known.library.value.scripts.get(id) ?? null;
  const isSituation = (id: string) => known.titleOf(id) !== undefined;
  /** Facts of the order outlive a change of situation; what is promised is asked for anew. */
  const carried = new Set(
    known.library.peek().parts.variables.flatMap((entry) => (entry.carried ? [entry.name] : [])),
  );
  const blank: Typed = {
    ...NOTHING,
    situation: EXAMPLE.situation,
    platform: 'aliexpress',
    language: EXAMPLE.language,
    asksLanguage: false,
    gloss: language,
    tone: 'warm',
    settings: {},
  };
  /** What this device was asked to remember; a link comes on top of it and leaves nothing behind. */
  let preferred: Partial<Typed> = {};

  /** The agent's own day; until the page is read, the one its server built it with. */
  const dayAt = (asOf: string) => (asOf === builtOn ? asOf.slice(0, 10) : dayHere(asOf));
  const daysAt = (asOf: string): Days => ({ today: dayAt(asOf), read: known.readDay });
  type Fields = ReturnType<typeof fieldsOf>;
  /** Asked by all that follows a key. */
  let lastFields: { of: Typed; from: unknown; with: string; are: Fields } | null = null;
  const fieldsIn = (typed: Typed): Fields => {
    const from = known.library.value;
    if (!scriptOf(typed.situation)) return { all: [], used: [] };
    // Texts are put into the library as it stands.
    const texts = [typed.language, typed.gloss].map(known.stateOf).join(' ');
    if (lastFields?.of !== typed || lastFields.from !== from || lastFields.with !== texts) {
      const { situation, platform, language: buyer, gloss, settings, vars, switches } = typed;
      const asked = { situation, platform, gloss, settings, vars, blocks: switches };
      lastFields = {
        of: typed,
        from,
        with: texts,
        are: fieldsOf({ ...asked, language: buyer, stack: [...typed.stack] }, from),
      };
    }
    return lastFields.are;
  };
  const partsOf = (typed: Typed) =>
    optionalParts(known.library.value, typed.situation, typed.stack, typed.platform);
  const valuesOf = (typed: Typed, all: readonly Variable[], days: Days) => {
    const declared = new Map(all.map((variable) => [variable.name, variable]));
    return Object.fromEntries(
      Object.entries(typed.vars).flatMap(([name, raw]) => {
        const variable = declared.get(name);
        const value = variable ? readValue(variable, raw, days) : raw;
        return value === '' || (!variable && !carried.has(name)) ? [] : [[name, value]];
      }),
    );
  };

  /** What the reply says that is not the library's own, nor a day, a figure or one of the choices. */
  const ownWordsIn = (typed: Typed): string => {
    if (form.isExample.value) return '';
    const { shop = '', signature = '' } = typed.settings;
    const plain = new Set(
      fieldsIn(typed).all.flatMap(({ name, type }) =>
        ['date', 'money', 'number', 'currency'].includes(type) ||
        (type === 'choice' && !typed.ownWords.includes(name))
          ? [name]
          : [],
      ),
    );
    const values = Object.entries(typed.vars).flatMap(([name, value]) =>
      plain.has(name) ? [] : [value],
    );
    return [shop, signature, ...values].filter(Boolean).join('\n');
  };
  /** The languages in which those words are read; none where there are none. */
  const guardedIn = (typed: Typed): string[] => {
    const words = ownWordsIn(typed);
    return words === '' ? [] : languagesIn(typed.language, words);
  };

  const waiting = signal<Waiting | null>(null);
  const lacksTexts = (typed: Typed): boolean =>
    [typed.language, typed.gloss].some((each) => known.stateOf(each) !== 'here') ||
    [typed.situation, ...typed.stack].some((id) => isSituation(id) && scriptOf(id) === null);
  /** What the answer to a form waits for. Until all is here, there is the situation the page brings and no other. */
  const awayOf = (typed: Typed): Away | null => {
    if (!known.isWhole()) {
      if (waiting.value || lacksTexts(typed)) return { kind: 'away', language: null };
    } else {
      const language = [typed.language, typed.gloss].find((each) => known.stateOf(each) !== 'here');
      if (language !== undefined) return { kind: 'away', language };
    }
    return known.reads(guardedIn(typed)) ? null : GUARD_AWAY;
  };

  const form: Form<Typed, Outcome> = createForm<Typed, Outcome>(
    {
      example: (like = blank, asOf) => {
        const script = scriptOf(like.situation);
        const { parts } = known.library.value;
        const { language: buyer, platform } = like;
        const vars = script ? exampleOf(script, parts, buyer, platform, dayAt(asOf)) : {};
        return { ...like, ...NOTHING, vars };
      },
      empty: (like) => ({ ...like, ...NOTHING }),
      answer: (typed, asOf) => {
        followMomentWords();
        const away = awayOf(typed);
        if (away) return away;
        if (typed.asksLanguage) return { kind: 'asks-language' };
        const { all } = fieldsIn(typed);
        const offered = partsOf(typed);
        let isLacking = false;
        const check = known.checkIn(guardedIn(typed), () => (isLacking = true));
        const reply = calculate(
          {
            situation: typed.situation,
            platform: typed.platform,
            language: typed.language,
            gloss: typed.gloss,
            tone: typed.tone,
            vars: valuesOf(typed, all, daysAt(asOf)),
            // A part another platform does not know is no part of this reply.
            blocks: Object.fromEntries(
              Object.entries(typed.switches).filter(([id]) =>
                offered.some((part) => part.id === id),
              ),
            ),
            stack: [...typed.stack],
            settings: typed.settings,
            confirm: typed.confirmed.filter(
              (path) =>
                path.startsWith('settings.') ||
                all.some(({ name }) => name === path.replace(/^vars\./u, '')),
            ),
          },
          known.library.value,
          check,
          asOf,
          daysAt(asOf),
        );
        return isLacking ? GUARD_AWAY : reply;
      },
      toLink: (typed, asOf) => {
        const { greetByName, pronoun, shop, signature } = typed.settings;
        const link = writeLink({
          situation: typed.situation,
          platform: typed.platform,
          language: typed.language,
          gloss: typed.gloss,
          tone: typed.tone,
          vars: valuesOf(typed, fieldsIn(typed).all, daysAt(asOf)),
          switches: typed.switches,
          stack: [...typed.stack],
          settings: { greetByName, pronoun, shop, signature },
        });
        return typed.asksLanguage ? link.replace(LANGUAGE, '$1ask') : link;
      },
      fromLink: (fragment, current, asOf) => {
        const base = { ...blank, ...preferred, situation: current.situation };
        const { linked, ignored } = readLink(
          fragment.replace(ASKS, '$1'),
          known.library.value,
          base.situation,
          base.platform,
          daysAt(asOf),
        );
        const { settings, situation, ...rest } = linked;
        const chosen = Object.fromEntries(
          Object.entries(rest).filter(([, value]) => value !== undefined),
        );
        const typed: Typed = {
          ...base,
          ...chosen,
          situation: situation ?? base.situation,
          settings: { ...base.settings, ...settings },
        };
        const own = fieldsIn(typed).all.filter(
          ({ name, type, options }) =>
            type === 'choice' &&
            typed.vars[name] &&
            !options.some(({ id }) => id === typed.vars[name]),
        );
        const asksLanguage = ASKS.test(fragment);
        const isLink =
          asksLanguage ||
          Object.values(linked).some(
            (part) => part && (typeof part === 'string' || Object.keys(part).length > 0),
          );
        // A reply to something else than was meant must not stand here as if it were the one.
        const isUnnamed =
          isLink && situation === null && ignored.every(({ key }) => key !== 'situation');
        return {
          input: isLink ? { ...typed, asksLanguage, ownWords: own.map(({ name }) => name) } : null,
          leftOut: isUnnamed
            ? [...ignored, { key: 'situation', raw: '', why: 'no-situation' }]
            : ignored,
        };
      },
      typed: (typed, name, value) => {
        const [group, ...rest] = name.split('.');
        const key = rest.join('.');
        if (group === 'vars')
          return {
            ...typed,
            vars: { ...typed.vars, [key]: value },
            confirmed: without(typed.confirmed, name),
          };
        if (group === 'blocks')
          return { ...typed, switches: { ...typed.switches, [key]: value === 'true' } };
        if (group === 'settings')
          return { ...typed, settings: { ...typed.settings, [key]: value || undefined } };
        if (name === 'situation')
          return isSituation(value) ? { ...typed, ...NOTHING, situation: value } : typed;
        return {
          ...typed,
          platform: (name === 'platform' && within(replyPlatforms, value)) || typed.platform,
          language: (name === 'language' && within(buyerLanguages, value)) || typed.language,
          asksLanguage: typed.asksLanguage && name !== 'language',
          gloss: name === 'gloss' ? (value === 'en' ? 'en' : 'zh-CN') : typed.gloss,
          tone: (name === 'tone' && within(tones, value)) || typed.tone,
        };
      },
    },
    builtOn,
  );

  const { settle, open, permalink } = createWaiting(form, known, waiting, {
    isAnswered: (typed) => awayOf(typed) === null && known.understandsWanted(),
    lacksTexts,
    guardedIn,
    lacksWords: (typed) =>
      fieldsIn(typed).all.some((variable) => {
        const text = variable.type === 'date' ? (typed.vars[variable.name] ?? '') : '';
        const read = text === '' ? null : readDate(variable, text, daysAt(form.asOf.peek()));
        return read?.kind === 'unreadable' && read.why === 'words-missing';
      }),
  });

  const ownText = signal('');
  const ownPlatform = signal<Typed['platform'] | null>(null);
  const ownLanguage = signal<string | null>(null);
  const asked = computed(() => fieldsIn(form.input.value));
  /** The variables the reply asks for as it stands: the common four first. */
  const variables = computed<Variable[]>(() => {
    const wanted = asked.value.used;
    const first = wanted.filter(({ name }) => COMMON.includes(name));
    return [...first, ...wanted.filter((variable) => !first.includes(variable))];
  });
  const ownCheck = computed<GuardResult | Away>(() => {
    const { platform, language: buyer, gloss } = form.input.value;
    const spoken = ownLanguage.value ?? buyer;
    const question: GuardToolInput = {
      platform: ownPlatform.value ?? platform,
      language: spoken as GuardToolInput['language'],
      gloss,
      text: ownText.value,
    };
    return known.readReply(question, form.asOf.value) ?? GUARD_AWAY;
  });

  /** How a reply is written is no part of the case: the example stays one. */
  const choose = (part: Partial<Typed>) => {
    const chosen = part.language ? { ...part, asksLanguage: false } : part;
    if (form.isExample.value) form.choose(chosen);
    else form.change(chosen);
    if (part.language || part.gloss) void settle();
  };

  const readIn = (languages: readonly string[]) =>
    Promise.all([known.loadGuard(languages), known.loadLater(languages)]);
  /**
   * Somebody turns to where words of their own are written: what reads them is on its way before the first one.
   *
   * @param isName a name has no language, and mostly neither day nor amount.
   */
  const expectOwnWords = (isName = false) => {
    const { language: buyer } = form.input.peek();
    return isName ? known.loadGuard([buyer]) : readIn([buyer]);
  };
  /** The same for the text beside the form. */
  const expectOwnText = () =>
    readIn([...new Set([ownLanguage.peek() ?? form.input.peek().language, ...neededFor.peek()])]);

  /** The languages in which the text beside the form is read. */
  const neededFor = computed(() =>
    ownText.value === ''
      ? []
      : languagesIn(ownLanguage.value ?? form.input.value.language, ownText.value),
  );
  const needed = computed(() => neededFor.value.join(' '));
  effect(() => {
    if (needed.value !== '') untracked(() => void readIn(neededFor.peek()));
  });
  // Whatever is chosen or typed: what it needs is fetched, and asked for anew where it did not come.
  effect(() => {
    if (form.input.value) untracked(() => void settle());
  });

  return {
    form: { ...form, open, permalink },
    known,
    /** Somebody turns to the form, or tries again: fetches what it needs, where it is not here. */
    settle,
    /** Somebody turns to the list of situations: any of them may be chosen. */
    expectSituations: () => {
      const { language: buyer, gloss } = form.input.peek();
      return known.load([...new Set([buyer, gloss])]);
    },
    expectOwnWords,
    expectOwnText,
    script: computed(() => scriptOf(form.input.value.situation)),
    all: computed(() => asked.value.all),
    variables,
    /** What a day was understood as; null where nothing is typed. */
    readDate: (variable: Variable, text: string) =>
      text.trim() === '' ? null : readDate(variable, text, daysAt(form.asOf.value)),
    switchable: computed(() => partsOf(form.input.value)),
    ownText,
    ownPlatform,
    ownLanguage,
    ownCheck,
    choose,
    /** Whose data the form still holds when a situation changes: the name, else the order number. */
    holds: computed(() => {
      const { vars } = form.input.value;
      return form.isExample.value ? '' : (vars['buyerName'] ?? vars['orderId'] ?? '').trim();
    }),
    applySettings: (kept: KeptSettings) => {
      const { platform, language: buyer, tone, ...settings } = kept;
      preferred = {
        platform: within(replyPlatforms, platform) ?? blank.platform,
        language: within(buyerLanguages, buyer) ?? blank.language,
        tone: within(tones, tone) ?? blank.tone,
        settings: Object.fromEntries(
          Object.entries(settings).filter(([, value]) => value !== undefined),
        ),
      };
      form.prefer(preferred);
      if (known.stateOf(form.input.peek().language) !== 'here') void settle();
    },
    /** What stands in a field, by its path. */
    valueAt: (path: string) => {
      const [group, ...rest] = path.split('.');
      const { vars, settings } = form.input.value;
      const name = rest.join('.');
      return group === 'vars'
        ? (vars[name] ?? '')
        : String(settings[name as keyof ReplySettings] ?? '');
    },
    keepWriting: (path: string) =>
      form.change((own) => ({ ...own, confirmed: [...own.confirmed, path] })),
    isOn: (id: string, byDefault: boolean | undefined) =>
      form.input.value.switches[id] ?? byDefault ?? true,
    pick: (situation: string) => {
      if (!isSituation(situation)) return;
      if (form.isExample.value) form.choose({ ...NOTHING, situation });
      else
        form.change((own) => ({
          ...own,
          ...NOTHING,
          situation,
          vars: Object.fromEntries(Object.entries(own.vars).filter(([name]) => carried.has(name))),
        }));
    },
    /** The next buyer: whatever belongs to the last one goes, the ways of the shop stay. */
    newBuyer: () => form.change((own) => ({ ...own, ...NOTHING })),
    /** A row copied from a table fills this field and the ones after it. */
    fillFrom: (name: string, cells: readonly string[]) => {
      const fields = variables.value;
      const from = fields.findIndex((variable) => variable.name === name);
      const given: Record<string, string> = {};
      const own = new Set(form.isExample.value ? [] : form.input.value.ownWords);
      cells.forEach((cell, i) => {
        const variable = fields[from + i];
        const text = cell.trim();
        if (!variable || text === '') return;
        given[variable.name] = text;
        const value = readValue(variable, text, daysAt(form.asOf.value));
        if (variable.other && !variable.options.some(({ id }) => id === value))
          own.add(variable.name);
      });
      form.change((typed) => ({
        ...typed,
        vars: { ...typed.vars, ...given },
        ownWords: [...own],
        confirmed: typed.confirmed.filter((path) => !(path.replace(/^vars\./u, '') in given)),
      }));
    },
    setOwnWords: (name: string, own: boolean, value: string) =>
      batch(() => {
        form.type(`vars.${name}`, value);
        form.change((typed) => ({
          ...typed,
          ownWords: own ? [...without(typed.ownWords, name), name] : without(typed.ownWords, name),
        }));
      }),
    setSwitch: (id: string, on: boolean, byDefault: boolean | undefined) => {
      const { switches } = form.input.value;
      const others = Object.fromEntries(Object.entries(switches).filter(([part]) => part !== id));
      const next = on === (byDefault ?? true) ? others : { ...others, [id]: on };
      form.change((own) => ({ ...own, switches: next }));
    },
    addToStack: (id: string) =>
      form.change((own) =>
        isSituation(id) && id !== own.situation && !own.stack.includes(id)
          ? { ...own, stack: [...own.stack, id] }
          : own,
      ),
    removeFromStack: (id: string) =>
      form.change((own) => ({
        ...own,
        stack: without(own.stack, id),
        switches: Object.fromEntries(
          Object.entries(own.switches).filter(([part]) => !part.startsWith(`${id}:`)),
        ),
      })),
    setSetting: (given: ReplySettings) =>
      choose({ settings: { ...form.input.value.settings, ...given } }),
  };
}

export type ReplyScriptModel = ReturnType<typeof createReplyScript>;
