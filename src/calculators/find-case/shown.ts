/** The ends a text shows, and which clock of a case each of them belongs to. */
import type { FindOk } from './calculate.ts';

/** What is asked of a kind of case here. */
export interface FlowClocks {
  id: string;
  primary: string;
  clocks: readonly { id: string; actor: string; startsFrom: string }[];
}

export interface EndShown {
  /** As it was written. */
  text: string;
  /** ISO 8601 with `Z`. */
  at: string;
  /** The clock the words beside it name; null where somebody has to say which it is. */
  clock: string | null;
}

/** What platforms call what an end is for. */
const ANSWER =
  /respon[ds]|\banswer|\brepl(?:y|ies)|回应|回复|响应|响應|答复|处理|ответ|réponse|répond|repond|respuesta|contest|antwort|reagier|odpow|답변|응답|회신/iu;
const NAMED: readonly (readonly [clocks: RegExp, words: RegExp])[] = [
  [
    /^(?:evidence|information|defence|packing-video)$/,
    /evidence|proof|举证|证据|凭证|доказат|prueba|prova(?!v)|evidência|preuve|beweis|nachweis|dow[oó]d|증거|증빙/iu,
  ],
  [/^negotiation-end$/, /negoti|协商|переговор|negoci|verhandl|negocj|협상|협의/iu],
  [
    /^appeal$/,
    /\bappeal|申诉|апелляц|обжал|apelac|apelaç|recurso|faire appel|einspruch|odwoła|이의/iu,
  ],
  [
    /^(?:receipt-period-end|buyer-window)$/,
    /protection|confirm receipt|确认收货|收货|защит|protecci[oó]n|proteç|käuferschutz|ochron|구매자 보호|수취/iu,
  ],
];

/** The line of an end, and the one above it, where pages put what the figure is for. */
function linesAround(text: string, from: number, to: number): string[] {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const stop = text.indexOf('\n', to);
  const above = text.slice(0, Math.max(0, begin - 1)).trimEnd();
  return [
    text.slice(begin, stop === -1 ? undefined : stop),
    above.slice(above.lastIndexOf('\n') + 1),
  ];
}

/** The clocks of a case that a line speaks of. */
function namedIn(line: string, { clocks, primary }: FlowClocks): string[] {
  const ids = NAMED.flatMap(([wanted, words]) =>
    words.test(line) ? clocks.filter(({ id }) => wanted.test(id)).map(({ id }) => id) : [],
  );
  // An answer with something of its own, as with evidence, is that.
  if (ids.length > 0 || !ANSWER.test(line)) return ids;
  return clocks
    .filter(({ actor, startsFrom }) => actor === 'seller' && startsFrom === primary)
    .map(({ id }) => id);
}

/**
 * The countdowns of a text, and the moments it calls an end, each once, with the clock the words beside it
 * name. A kind of case with one clock has no other; where nothing tells, or two ends claim one clock, the
 * clock is null: a wrong one would promise time that is not there.
 */
export function endsShown(text: string, result: FindOk, flow: FlowClocks | null): EndShown[] {
  const ends = result.moments.flatMap(({ text: written, at, kind, end, question, from, to }) => {
    if (at === null || question !== null || (kind !== 'due' && end === null)) return [];
    const named = flow
      ? (linesAround(text, from, to)
          .map((line) => namedIn(line, flow))
          .find((ids) => ids.length > 0) ??
        (flow.clocks.length === 1 ? flow.clocks.map(({ id }) => id) : []))
      : [];
    return [{ text: written, at, clock: named.length === 1 ? (named[0] ?? null) : null }];
  });
  const once = ends.filter((one, i) => ends.findIndex(({ at }) => at === one.at) === i);
  const claims = (clock: string) => once.filter((one) => one.clock === clock).length;
  return once.map((one) =>
    one.clock !== null && claims(one.clock) > 1 ? { ...one, clock: null } : one,
  );
}
