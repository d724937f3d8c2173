import { inspectScript } from '../inspect.ts';
import { textLanguages, type Block, type Script, type TextLanguage } from '../schema.ts';
import { library } from './sound.ts';

export const said = { en: 'said', 'zh-CN': '说' };
/** A text in every language: this one in that language, and one that no rule speaks of in all others. */
export const texts = (language?: TextLanguage, text = '') =>
  Object.fromEntries(
    textLanguages.map((each) => [each, each === language ? text : '12 34 56']),
  ) as Required<Block>['text'];
/** A script of these parts. */
export const scriptOf = (blocks: readonly Block[], more: Partial<Script> = {}): Script => ({
  id: 'made-up',
  stage: 'order',
  playbook: 'none',
  title: said,
  when: said,
  whenNot: said,
  commits: said,
  aliases: { en: [], zh: [], ru: [], pinyin: [] },
  rules: [],
  variables: ['item', 'days', 'date', 'buyerName'],
  blocks,
  ...more,
});
const quiet = () => [];
/** What the inspection says of it. */
export const problemsOf = (blocks: readonly Block[], more: Partial<Script> = {}, guard = quiet) =>
  inspectScript(scriptOf(blocks, more), library.parts, guard);
