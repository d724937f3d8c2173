import { compilePattern, PatternIndex } from './pattern.ts';
import { tokensOf } from './tokens.ts';

/**
 * Makes the reader of platforms: which of them a text names, in the order it names them.
 *
 * @param names what each is called, by its id.
 */
export function createPlatforms(names: Readonly<Record<string, readonly string[]>>) {
  const index = new PatternIndex();
  for (const [platform, patterns] of Object.entries(names))
    for (const source of patterns)
      for (const pattern of compilePattern(platform, source, {})) index.add(pattern);
  return (text: string): string[] => [
    ...new Set(index.search(tokensOf(text), ({ word }) => [word]).map(({ cue }) => cue)),
  ];
}
