import type { Content } from '../shared/tool.ts';
import { createGuard } from './readers.ts';
import type { GuardCheck, GuardParts, GuardRule } from './rule.ts';

/** The guard made from the rules in the content. */
export function guardOf(content: Content): GuardCheck {
  const parts = content.collection<GuardParts>('guard-parts').get('shared');
  if (!parts) throw new Error('src/content/guard-parts/shared.yaml is missing.');
  return createGuard([...content.collection<GuardRule>('guards').values()], parts);
}
