import { batch, computed, signal } from '@preact/signals';
import {
  calculate as checkReply,
  type GuardToolInput,
  type GuardResult,
} from '@/calculators/reply-guard/index.ts';
import {
  buyerLanguages,
  calculate,
  exampleOf,
  fieldsOf,
  optionalParts,
  readLink,
  readValue,
  replyPlatforms,
  tones,
  writeLink,
  type ReplyInput,
  type ReplyResult,
  type ReplySettings,
  type Script,
  type Variable,
} from '@/calculators/reply-script/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import type { KeptSettings } from './kept.model.ts';
import type { Knowledge } from './library.ts';

type Platform = NonNullable<ReplyInput['platform']>;
type BuyerLanguage = ReplyInput['language'];
type Gloss = NonNullable<ReplyInput['gloss']>;
type Tone = NonNullable<ReplyInput['tone']>;

/** The situation the tool opens with. */
const EXAMPLE = 'inr-in-transit';
/** Asked once and used in every reply. */
export const COMMON = ['buyerName', 'orderId', 'item', 'date'];

const silent = () => [];
const within = <T extends string>(values: readonly T[], value: string | undefined) =>
  values.find((each) => each === value);

/** State of the reply-script tool: what was chosen and typed, and the reply it gives. */
export function createReplyScript(
  language: Language,
  { library, check, checks }: Knowledge,
  builtOn: string,
  /** False while a page opens: the guard is asked once it is made, or once anything changes. */
  guarded: boolean,
) {
  const { scripts, parts } = library;
  const scriptOf = (id: string): Script => {
    const script = scripts.get(id);
    if (!script) throw new Error(`The page has no script "${id}".`);
    return script;
  };
  /** Facts of the order outlive a change of situation; what is promised is asked for anew. */
  const carried = new Set(parts.variables.flatMap((entry) => (entry.carried ? [entry.name] : [])));
  const asOf = signal(builtOn);
  const situation = signal(EXAMPLE);
  const platform = signal<Platform>('aliexpress');
  const buyer = signal<BuyerLanguage>('ru');
  const gloss = signal<Gloss>(language);
  const tone = signal<Tone>('warm');
  const constructed = () =>
    exampleOf(scriptOf(situation.value), parts, buyer.value, platform.value, asOf.value);
  const vars = signal<Readonly<Record<string, string>>>(constructed());
  const switches = signal<Readonly<Record<string, boolean>>>({});
  const stack = signal<readonly string[]>([]);
  const settings = signal<ReplySettings>({});
  /** Choices answered in the agent's own words. */
  const ownWords = signal<ReadonlySet<string>>(new Set());
  /** Fields whose unusual writing somebody has looked at. */
  const confirmed = signal<readonly string[]>([]);
  const ignored = signal<readonly { key: string; raw: string; why: string }[]>([]);
  /** The values in the form are made up. */
  const isExample = signal(true);
  /** Somebody has changed something. */
  const touched = signal(false);
  const isGuarded = signal(guarded);
  const ownText = signal('');
  const ownPlatform = signal<Platform | null>(null);
  const ownLanguage = signal<string | null>(null);

  const script = computed(() => scriptOf(situation.value));
  const form = computed(() =>
    fieldsOf(
      {
        situation: situation.value,
        platform: platform.value,
        language: buyer.value,
        gloss: gloss.value,
        stack: [...stack.value],
        blocks: switches.value,
        settings: settings.value,
        vars: vars.value,
      },
      library,
    ),
  );
  const declared = computed(() => form.value.all);
  const switchable = computed(() =>
    optionalParts(library, situation.value, stack.value, platform.value),
  );
  const isKnown = (name: string) => declared.value.some((variable) => variable.name === name);
  const values = computed(() => {
    const known = new Map(declared.value.map((variable) => [variable.name, variable]));
    return Object.fromEntries(
      Object.entries(vars.value).flatMap(([name, raw]) => {
        const variable = known.get(name);
        const value = variable ? readValue(variable, raw) : raw;
        return value === '' || (!variable && !carried.has(name)) ? [] : [[name, value]];
      }),
    );
  });
  const input = computed(() => ({
    situation: situation.value,
    platform: platform.value,
    language: buyer.value,
    gloss: gloss.value,
    tone: tone.value,
    // A part another platform does not know is no part of this reply.
    blocks: Object.fromEntries(
      Object.entries(switches.value).filter(([id]) =>
        switchable.value.some((part) => part.id === id),
      ),
    ),
    stack: [...stack.value],
    settings: settings.value,
    confirm: confirmed.value.filter(
      (path) => path.startsWith('settings.') || isKnown(path.replace(/^vars\./u, '')),
    ),
  }));
  const outcome = computed<ReplyResult>(() =>
    calculate(
      { ...input.value, vars: values.value },
      library,
      isGuarded.value ? check : silent,
      asOf.value,
    ),
  );
  /** The variables the reply asks for as it stands: the common four first. */
  const variables = computed<Variable[]>(() => {
    const wanted = form.value.used;
    const first = wanted.filter(({ name }) => COMMON.includes(name));
    return [...first, ...wanted.filter((variable) => !first.includes(variable))];
  });
  const permalink = computed(() => {
    const { greetByName, pronoun, shop, signature } = settings.value;
    return writeLink({
      situation: situation.value,
      platform: platform.value,
      language: buyer.value,
      gloss: gloss.value,
      tone: tone.value,
      vars: values.value,
      switches: switches.value,
      stack: [...stack.value],
      settings: { greetByName, pronoun, shop, signature },
    });
  });
  const ownCheck = computed<GuardResult>(() => {
    const asked: GuardToolInput = {
      platform: ownPlatform.value ?? platform.value,
      language: (ownLanguage.value ?? buyer.value) as GuardToolInput['language'],
      gloss: gloss.value,
      text: ownText.value,
    };
    return checkReply(asked, check, asOf.value);
  });

  const change = (then: () => void) =>
    batch(() => {
      touched.value = true;
      isGuarded.value = true;
      then();
    });
  const typed = (given: Readonly<Record<string, string>>) => {
    // Nothing made up may end in a reply to a real buyer.
    vars.value = isExample.value ? given : { ...vars.value, ...given };
    const changed = Object.keys(given).map((name) => `vars.${name}`);
    confirmed.value = confirmed.value.filter((path) => !changed.includes(path));
    isExample.value = false;
  };
  const applySettings = (kept: KeptSettings) => {
    const { platform: place, language: tongue, tone: manner, ...rest } = kept;
    platform.value = within(replyPlatforms, place) ?? platform.value;
    buyer.value = within(buyerLanguages, tongue) ?? buyer.value;
    tone.value = within(tones, manner) ?? tone.value;
    settings.value = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    );
  };

  return {
    asOf,
    situation,
    platform,
    buyer,
    gloss,
    tone,
    vars,
    switches,
    stack,
    settings,
    ownWords,
    ignored,
    isExample,
    touched,
    ownText,
    ownPlatform,
    ownLanguage,
    script,
    switchable,
    variables,
    outcome,
    permalink,
    ownCheck,
    applySettings,
    /** The guard made in small steps; afterwards `isGuarded` may be set. */
    guardSteps: () =>
      checks.map((each) => () => {
        calculate({ ...input.value, vars: values.value }, library, each, '');
      }),
    isGuarded,
    /** What stands in a field, by its path. */
    valueAt: (path: string) => {
      const [group, name = ''] = path.split('.');
      return group === 'vars'
        ? (vars.value[name] ?? '')
        : String(settings.value[name as keyof ReplySettings] ?? '');
    },
    keepWriting: (path: string) =>
      change(() => {
        confirmed.value = [...confirmed.value, path];
      }),
    /** The moment it is now. A made-up case moves along, so that its days stay ahead. */
    setAsOf: (moment: string) =>
      batch(() => {
        asOf.value = moment;
        if (isExample.value) vars.value = constructed();
      }),
    isOn: (id: string, byDefault: boolean | undefined) => switches.value[id] ?? byDefault ?? true,
    pick: (id: string) =>
      change(() => {
        const kept = isExample.value
          ? []
          : Object.entries(vars.value).filter(([name]) => carried.has(name));
        vars.value = Object.fromEntries(kept);
        isExample.value = false;
        situation.value = id;
        switches.value = {};
        stack.value = [];
        confirmed.value = [];
        ownWords.value = new Set();
      }),
    setPlatform: (id: string) =>
      change(() => {
        platform.value = within(replyPlatforms, id) ?? platform.value;
        if (isExample.value) vars.value = constructed();
      }),
    setBuyer: (id: string) =>
      change(() => {
        buyer.value = within(buyerLanguages, id) ?? buyer.value;
        if (isExample.value) vars.value = constructed();
      }),
    setGloss: (id: string) =>
      change(() => {
        gloss.value = id === 'en' ? 'en' : 'zh-CN';
      }),
    setTone: (id: string) =>
      change(() => {
        tone.value = within(tones, id) ?? tone.value;
      }),
    setVar: (name: string, text: string) => change(() => typed({ [name]: text })),
    /** A row copied from a table fills this field and the ones after it. */
    fillFrom: (name: string, cells: readonly string[]) =>
      change(() => {
        const fields = variables.value;
        const from = fields.findIndex((variable) => variable.name === name);
        const given: Record<string, string> = {};
        const own = new Set(ownWords.value);
        cells.forEach((cell, i) => {
          const variable = fields[from + i];
          const text = cell.trim();
          if (!variable || text === '') return;
          given[variable.name] = text;
          const value = readValue(variable, text);
          if (variable.other && !variable.options.some(({ id }) => id === value))
            own.add(variable.name);
        });
        ownWords.value = own;
        typed(given);
      }),
    setOwnWords: (name: string, own: boolean, value: string) =>
      change(() => {
        const names = new Set(ownWords.value);
        if (own) names.add(name);
        else names.delete(name);
        ownWords.value = names;
        typed({ [name]: value });
      }),
    setSwitch: (id: string, on: boolean, byDefault: boolean | undefined) =>
      change(() => {
        const others = Object.entries(switches.value).filter(([part]) => part !== id);
        switches.value = Object.fromEntries(
          on === (byDefault ?? true) ? others : [...others, [id, on]],
        );
      }),
    addToStack: (id: string) =>
      change(() => {
        if (scripts.has(id) && id !== situation.value && !stack.value.includes(id))
          stack.value = [...stack.value, id];
      }),
    removeFromStack: (id: string) =>
      change(() => {
        stack.value = stack.value.filter((each) => each !== id);
        switches.value = Object.fromEntries(
          Object.entries(switches.value).filter(([part]) => !part.startsWith(`${id}:`)),
        );
      }),
    setSetting: (given: ReplySettings) =>
      change(() => {
        settings.value = { ...settings.value, ...given };
      }),
    clear: () =>
      change(() => {
        vars.value = {};
        isExample.value = false;
        ignored.value = [];
        ownWords.value = new Set();
      }),
    showExample: () =>
      change(() => {
        vars.value = constructed();
        switches.value = {};
        stack.value = [];
        isExample.value = true;
        ignored.value = [];
        ownWords.value = new Set();
      }),
    dismissIgnored: () => {
      ignored.value = [];
    },
    /** Fills the form from an address. An address without inputs leaves the form as it is. */
    open: (fragment: string) => {
      if (!fragment.startsWith('#?')) return;
      const { linked, ignored: left } = readLink(
        fragment,
        library,
        situation.value,
        platform.value,
      );
      batch(() => {
        ignored.value = left;
        touched.value = true;
        isExample.value = false;
        situation.value = linked.situation ?? situation.value;
        platform.value = linked.platform ?? platform.value;
        buyer.value = linked.language ?? buyer.value;
        gloss.value = linked.gloss ?? gloss.value;
        tone.value = linked.tone ?? tone.value;
        vars.value = linked.vars;
        switches.value = linked.switches;
        stack.value = linked.stack;
        settings.value = { ...settings.value, ...linked.settings };
        ownWords.value = new Set(
          declared.value
            .filter(
              ({ name, type, options }) =>
                type === 'choice' &&
                linked.vars[name] &&
                !options.some(({ id }) => id === linked.vars[name]),
            )
            .map(({ name }) => name),
        );
      });
    },
  };
}

export type ReplyScriptModel = ReturnType<typeof createReplyScript>;
