import type { Pack } from '@/packs.ts';
import { examPack } from './exam-pack.ts';

/** What the endpoint of packs writes for the workshops. */
export const packs = (): Promise<Pack[]> => Promise.all([examPack('en'), examPack('zh-CN')]);
