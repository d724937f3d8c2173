import { buyersRead } from '@/calculators/shared/buyers-read.ts';
import { encode } from '@/calculators/shared/permalink.ts';

type Known = Parameters<typeof encode>[0];

/** Where buyers read the meaning, it opens in their language, beside a reply the agent need not send. */
const meaningFor = (platform: unknown): Known => {
  const gloss = buyersRead(platform);
  return gloss === undefined ? {} : { gloss, language: 'en' };
};

/** The reply tool, open at a situation, and filled in as far as the case knows it. */
export const scriptLink = (folder: string, situation: string, known: Known = {}) =>
  `/${folder}/tools/reply-script/${encode({ ...meaningFor(known['platform']), ...known, situation })}`;
