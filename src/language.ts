import type { Language } from './calculators/shared/rule.ts';

export const languages: Language[] = ['en', 'zh-CN'];

/** Folder of a language in addresses. */
export const folderOf = (language: Language) => (language === 'en' ? 'en' : 'zh-cn');

/** Language of a page, read from its address: the one thing every page has. */
export const languageOf = (url: URL): Language =>
  url.pathname.startsWith('/zh-cn/') ? 'zh-CN' : 'en';
