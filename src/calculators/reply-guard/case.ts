import type { Case } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import { guardLanguages, guardPlatforms, type GuardToolInput } from './schema.ts';

/** The last thing said to the buyer, to be read once more. */
export function fromCase({ platform, buyer, replies }: Case): Partial<GuardToolInput> {
  const last = replies?.at(-1);
  const language = last?.language ?? buyer?.language;
  return given({
    platform: guardPlatforms.find((each) => each === platform),
    language: guardLanguages.find((each) => each === language),
    text: last?.text,
  });
}
