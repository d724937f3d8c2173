import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { filesBelow } from '../../scripts/lib/tree.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
export const at = (...parts: string[]) => path.join(root, ...parts);
export const read = (file: string) => fs.readFileSync(file, 'utf8');

/** Every YAML file of a collection, parsed, with its path for the message when something is wrong. */
export function collection(name: string): { file: string; data: Record<string, unknown> }[] {
  return (filesBelow(at('src/content', name)) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({
      file: path.relative(root, file),
      data: parse(read(file)) as Record<string, unknown>,
    }));
}

/** Every file of a collection as its schema reads it. A broken file is named, with all that is wrong in it. */
export function parsed<T>(
  name: string,
  schema: z.ZodType<T>,
): { file: string; data: T; raw: Record<string, unknown> }[] {
  return collection(name).map(({ file, data }) => {
    const result = schema.safeParse(data);
    if (!result.success)
      throw new Error(
        `${file}\n${result.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`).join('\n')}`,
      );
    return { file, data: result.data, raw: data };
  });
}

export interface Page {
  file: string;
  language: 'en' | 'zh-cn';
  /** Path without language and ending, as in an address. */
  slug: string;
  front: Record<string, unknown>;
  body: string;
}

export function pages(language: 'en' | 'zh-cn'): Page[] {
  const base = at('src/content/docs', language);
  return (filesBelow(base) as string[]).map((file) => {
    const text = read(file);
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    return {
      file: path.relative(root, file),
      language,
      slug: path.relative(base, file).replace(/\.mdx?$/, ''),
      front: parse(front) as Record<string, unknown>,
      body,
    };
  });
}

export const strings = (language: 'en' | 'zh-CN') => {
  const files = (filesBelow(at('src/content/i18n/parts')) as string[]).filter((file) =>
    file.endsWith(`.${language}.json`),
  );
  return {
    files,
    entries: files.flatMap((file) =>
      Object.entries(JSON.parse(read(file)) as Record<string, string>),
    ),
  };
};
