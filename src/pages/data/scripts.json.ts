import { feedItem } from '@/calculators/reply-script/index.ts';
import { loadScripts } from '@/components/content/scripts/load.ts';
import { feed } from '@/feed.ts';

export const GET = async () => {
  const { parts, scripts } = await loadScripts();
  return feed(scripts.map((script) => feedItem(script, parts)));
};
