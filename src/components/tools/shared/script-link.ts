import { encode } from '@/calculators/shared/permalink.ts';

/** The reply tool, open at a situation, and filled in as far as the case knows it. */
export const scriptLink = (
  folder: string,
  situation: string,
  known: Parameters<typeof encode>[0] = {},
) => `/${folder}/tools/reply-script/${encode({ ...known, situation })}`;
