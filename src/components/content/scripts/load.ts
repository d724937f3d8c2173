import { getCollection } from 'astro:content';
import { stages, type Script, type ScriptParts } from '@/calculators/reply-script/index.ts';

const rank = (script: Script) => stages.indexOf(script.stage) * 2 + (script.frequent ? 0 : 1);

/** Every script in reading order (by stage, the everyday ones first) with the parts they share. */
export async function loadScripts(): Promise<{ parts: ScriptParts; scripts: Script[] }> {
  const scripts = (await getCollection('scripts')).map(({ data }) => data as Script);
  const [shared] = await getCollection('scriptParts');
  if (!shared) throw new Error('The parts all scripts share are missing.');
  scripts.sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
  return { parts: shared.data as ScriptParts, scripts };
}
