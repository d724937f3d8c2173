/**
 * How much a message is like others whose situation a person has said. Cues know words that somebody thought
 * of; this knows what the other words around them mostly belong to. It counts: no word is read that stands in
 * no sentence of its language, and the words two sentences share are shown.
 */
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** The situation of sentences that fit none. */
const NONE = 'none';
/** So many of the likest sentences speak. */
const LIKEST = 7;
/** Beginnings and pieces of a word so long stand for the word in its other forms, and with a slip in it. */
const PIECES: readonly number[] = [4, 5];
/** A page that was pasted is like no sentence; what is beyond this is not asked. */
const MOST_TOKENS = 200;
/** A word decides where it brings this part of what two sentences share. */
const DECIDES = 0.12;

/** What stands in no sentence makes a text so much less like all of them. */
const UNKNOWN = 0.3;

type Weights = ReadonlyMap<string, number>;

/** What a piece of a text is compared by. */
function featuresOf(token: Token, next: Token | undefined): string[] {
  if (token.isNumber) return ['#'];
  const { word } = token;
  if (/^(?:\p{Script=Han}|\p{Script=Hangul})$/u.test(word))
    return next?.from === token.to ? [word, word + next.word] : [word];
  const framed = `^${word}$`;
  return [
    word,
    word,
    ...PIECES.flatMap((length) =>
      Array.from({ length: Math.max(0, framed.length - length + 1) }, (_, i) =>
        framed.slice(i, i + length),
      ),
    ),
  ];
}

interface Sentence {
  situation: string;
  weights: Weights;
}

export interface Likeness {
  /** How much it is like sentences of each situation, from 0 to some 3. */
  situations: ReadonlyMap<string, number>;
  /** And like sentences that fit none. */
  none: number;
  /** Places of the tokens that it shares with the likest sentence of a situation. */
  shared: (situation: string) => number[];
}

/** Sentences of one language, as `situation | sentence`. */
export function createLikeness(lines: readonly string[]): (tokens: readonly Token[]) => Likeness {
  const texts = lines.map((line) => {
    const at = line.indexOf(' | ');
    const tokens = tokensOf(line.slice(at + 3));
    return { situation: line.slice(0, at), features: countOf(tokens) };
  });
  const inTexts = new Map<string, number>();
  for (const { features } of texts)
    for (const feature of features.keys()) inTexts.set(feature, (inTexts.get(feature) ?? 0) + 1);
  /** Rare ones weigh more; what stands in no sentence only makes the others weigh less. */
  const weigh = (features: ReadonlyMap<string, number>): Weights => {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [feature, count] of features) {
      const known = inTexts.get(feature);
      const weight = Math.log1p(count) * Math.log1p(texts.length / (known ?? 1));
      if (known !== undefined) weights.set(feature, weight);
      square += (known === undefined ? UNKNOWN : 1) * weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    return new Map([...weights].map(([feature, weight]) => [feature, weight / length]));
  };
  const sentences = texts.map(({ situation, features }): Sentence => ({
    situation,
    weights: weigh(features),
  }));
  return (all) => {
    const tokens = all.slice(0, MOST_TOKENS);
    const own = weigh(countOf(tokens));
    const likest = sentences
      .map((sentence) => ({ sentence, like: product(own, sentence.weights) }))
      .sort((a, b) => b.like - a.like)
      .slice(0, LIKEST)
      .filter(({ like }) => like > 0);
    const situations = new Map<string, number>();
    for (const { sentence, like } of likest)
      situations.set(sentence.situation, (situations.get(sentence.situation) ?? 0) + like * like);
    const none = situations.get(NONE) ?? 0;
    situations.delete(NONE);
    const shared = (situation: string): number[] => {
      const best = likest.find(({ sentence }) => sentence.situation === situation);
      if (!best) return [];
      const brings = tokens.map((token, i) =>
        [...new Set(featuresOf(token, tokens[i + 1]))].reduce(
          (sum, feature) =>
            sum + (own.get(feature) ?? 0) * (best.sentence.weights.get(feature) ?? 0),
          0,
        ),
      );
      const least = Math.min(DECIDES * best.like, Math.max(...brings));
      return brings.flatMap((each, i) => (each > 0 && each >= least ? [i] : []));
    };
    return { situations, none, shared };
  };
}

function countOf(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  tokens.forEach((token, i) => {
    for (const feature of featuresOf(token, tokens[i + 1]))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  });
  return counts;
}

const product = (a: Weights, b: Weights): number => {
  let sum = 0;
  for (const [feature, weight] of a) sum += weight * (b.get(feature) ?? 0);
  return sum;
};
