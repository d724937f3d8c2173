import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openContent } from '../../cli-content.ts';
import { libraryOf } from '../tool.ts';
import { buyerLanguages } from '../index.ts';
import { exportFormats, exportScripts, zip, type ExportOptions } from './index.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const library = libraryOf(openContent(join(import.meta.dirname, '../../../content')));
const all: ExportOptions = {
  situations: [...library.scripts.keys()],
  languages: [...buyerLanguages],
  tones: ['warm', 'plain'],
  platform: 'aliexpress',
  gloss: 'en',
};
const one: ExportOptions = {
  ...all,
  situations: ['inr-in-transit'],
  languages: ['ru'],
  tones: ['warm'],
};
const count = all.situations.length * all.languages.length * all.tones.length;
const text = (format: (typeof exportFormats)[number], options = all) =>
  exportScripts(format, library, options)[0]?.text ?? '';
const noGap = (value: unknown) => expect(JSON.stringify(value)).not.toMatch(/⟦|⟧/u);
const body = z.string().min(20);

describe('Espanso', () => {
  // The shape its match schema allows: no other key, one of `form` and `replace`, and fields that are lists or free text.
  const match = z.strictObject({
    trigger: z.string().regex(/^:[a-z0-9-]+$/u),
    label: z.string().min(1),
    search_terms: z.array(z.string()).min(3),
    form: body,
    form_fields: z
      .record(
        z.string(),
        z.union([
          z.strictObject({ multiline: z.boolean().optional(), default: z.string().optional() }),
          z.strictObject({
            type: z.enum(['choice', 'list']),
            values: z.array(z.string()).min(2),
            default: z.string().optional(),
          }),
        ]),
      )
      .optional(),
  });

  it('reads back as a package of three files', () => {
    const files = exportScripts('espanso', library, all);
    expect(files.map(({ name }) => name.split('/')[1])).toEqual([
      'package.yml',
      '_manifest.yml',
      'README.md',
    ]);
    const manifest = z
      .strictObject({
        name: z.string().regex(/^[a-z0-9-]+$/u),
        title: z.string(),
        description: z.string(),
        version: z.string().regex(/^\d+\.\d+\.\d+$/u),
        author: z.string(),
      })
      .parse(parse(files[1]?.text ?? ''));
    expect(files[0]?.name.startsWith(`${manifest.name}/`)).toBe(true);
    const { matches } = z
      .strictObject({ matches: z.array(match) })
      .parse(parse(files[0]?.text ?? ''));
    expect(matches).toHaveLength(count);
    noGap(matches);
    // Every field of a form is in its text, and no trigger begins another, which would never fire.
    for (const { form, form_fields } of matches)
      for (const field of Object.keys(form_fields ?? {})) expect(form).toContain(`[[${field}]]`);
    const triggers = [...new Set(matches.map(({ trigger }) => trigger))];
    expect(triggers).toHaveLength(count / 2);
    // Typing must be quicker than looking the reply up.
    for (const trigger of triggers) expect(trigger.length).toBeLessThanOrEqual(6);
    for (const trigger of triggers)
      expect(triggers.filter((other) => other.startsWith(trigger))).toEqual([trigger]);
  });

  it('asks for the fields of the reply, a cause as a list in the buyer’s language', () => {
    const { matches } = parse(text('espanso', one)) as { matches: z.infer<typeof match>[] };
    expect(matches[0]?.trigger).toBe(':itrru');
    expect(matches[0]?.form).toContain('Здравствуйте, [[buyerName]]!');
    expect(matches[0]?.form_fields?.['cause']).toMatchObject({ type: 'choice' });
    expect(JSON.stringify(matches[0]?.form_fields)).toContain(
      'таможня проверяет посылку дольше обычного',
    );
    expect(matches[0]?.search_terms).toContain('没收到货');
  });
});

describe('Chatwoot', () => {
  it('reads back as short codes that are there once, and texts', () => {
    const items = z
      .array(z.strictObject({ short_code: z.string().regex(/^[a-z0-9-]+$/u), content: body }))
      .parse(JSON.parse(text('chatwoot')));
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ short_code }) => short_code)).size).toBe(count);
    noGap(items);
  });

  it('greets without a name, which it may not know', () => {
    const [item] = JSON.parse(text('chatwoot', one)) as { content: string }[];
    expect(item?.content).toMatch(/^Здравствуйте!\n/u);
    expect(text('chatwoot')).not.toContain('{{');
    expect(text('gorgias')).not.toContain('{{');
  });
});

describe('Zendesk', () => {
  it('reads back as macros that change nothing but the comment', () => {
    const macro = z.strictObject({
      title: z.string().min(1),
      active: z.boolean(),
      description: z.string(),
      actions: z
        .array(
          z.strictObject({
            field: z.literal('comment_value'),
            value: z.tuple([z.literal('channel:all'), body]),
          }),
        )
        .length(1),
    });
    const items = z.array(z.strictObject({ macro })).parse(JSON.parse(text('zendesk')));
    expect(items).toHaveLength(count);
    noGap(items);
  });

  it('greets by name, and without one where it is not known', () => {
    const [item] = JSON.parse(text('zendesk', one)) as {
      macro: { actions: { value: [string, string] }[] };
    }[];
    const [greeting, next] = item?.macro.actions[0]?.value[1].split('\n\n') ?? [];
    expect(greeting).toBe(
      '{% if ticket.requester.first_name != blank %}Здравствуйте, {{ticket.requester.first_name}}!{% else %}Здравствуйте!{% endif %}',
    );
    expect(next).not.toContain('{%');
  });
});

describe('Gorgias', () => {
  it('reads back as macros with text, HTML and tags', () => {
    const action = z.union([
      z.strictObject({
        name: z.literal('setResponseText'),
        title: z.string(),
        type: z.literal('user'),
        arguments: z.strictObject({ body_text: body, body_html: z.string().startsWith('<p>') }),
      }),
      z.strictObject({
        name: z.literal('addTags'),
        title: z.string(),
        type: z.literal('user'),
        arguments: z.strictObject({ tags: z.string() }),
      }),
    ]);
    const items = z
      .array(
        z.strictObject({
          name: z.string().regex(/^[\p{L}\p{N} -]+$/u),
          intent: z
            .enum([
              'order/damaged',
              'order/wrong',
              'refund/status',
              'return/request',
              'shipping/delivery-issue',
              'shipping/status',
            ])
            .optional(),
          language: z.enum(['en', 'ru', 'es', 'pt', 'fr', 'de', 'pl', 'ko']),
          external_id: z.string(),
          actions: z.array(action).length(2),
        }),
      )
      .parse(JSON.parse(text('gorgias')));
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ external_id }) => external_id)).size).toBe(count);
    noGap(items);
  });
});

describe('Freshdesk', () => {
  it('reads back as one bulk request, escaped', () => {
    const { canned_responses } = z
      .strictObject({
        canned_responses: z.array(
          z.strictObject({
            title: z.string().min(1),
            content_html: z.string().startsWith('<div><p>').endsWith('</p></div>'),
            folder_id: z.number().int(),
            visibility: z.literal(0),
          }),
        ),
      })
      .parse(JSON.parse(text('freshdesk', { ...all, folderId: 7, shop: 'A & <B>' })));
    expect(canned_responses).toHaveLength(count);
    expect(canned_responses.every(({ folder_id }) => folder_id === 7)).toBe(true);
    expect(canned_responses[0]?.content_html).toContain('A &#38; &#60;B&#62;');
    noGap(canned_responses);
  });
});

describe('TextExpander', () => {
  it('reads back as two columns without a header, a file a language', () => {
    const files = exportScripts('textexpander', library, all);
    expect(files).toHaveLength(all.languages.length);
    for (const file of files) {
      expect(file.name.split('.')).toHaveLength(2);
      expect(file.text.startsWith('\ufeff')).toBe(true);
      const { data, errors } = Papa.parse<string[]>(file.text.slice(1).trimEnd());
      expect(errors).toEqual([]);
      expect(data).toHaveLength(all.situations.length * all.tones.length);
      for (const [abbreviation, content, ...rest] of data) {
        expect(abbreviation).toMatch(/^[a-z0-9]+$/u);
        expect(content?.length).toBeGreaterThan(20);
        expect(content).not.toMatch(/^[=+\-@\t\r]/u);
        expect(rest).toEqual([]);
      }
      noGap(data);
    }
  });
});

describe('Markdown', () => {
  it('has a section a situation and a reply a language, with its meaning', () => {
    const document = text('markdown', { ...all, tones: ['warm'], gloss: 'zh-CN' });
    expect(document.match(/^## /gmu)).toHaveLength(all.situations.length);
    expect(document.match(/^### /gmu)).toHaveLength(all.situations.length * all.languages.length);
    expect(document).toContain('何时不用');
    noGap(document);
    expect(text('markdown', one)).toContain('> Здравствуйте, [buyerName]!');
  });
});

describe('every format', () => {
  it.each(exportFormats)('%s takes one script, and refuses one that is not there', (format) => {
    const files = exportScripts(format, library, one);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.text.length).toBeGreaterThan(40);
    expect(() => exportScripts(format, library, { ...one, situations: ['none'] })).toThrow(
      /no situation/u,
    );
  });

  it('a counted noun whose figure is open has a form that is right for any', () => {
    expect(text('chatwoot', one)).toContain('на [days] дн., чтобы');
  });
});

describe('the archive', () => {
  it('holds every file as it is, and is the same every time', async () => {
    const files = exportScripts('espanso', library, one);
    const bytes = zip(files);
    expect(zip(files)).toEqual(bytes);
    const view = new DataView(bytes.buffer);
    let at = 0;
    const found: { name: string; text: string }[] = [];
    while (view.getUint32(at, true) === 0x04034b50) {
      const size = view.getUint32(at + 18, true);
      const nameLength = view.getUint16(at + 26, true);
      const start = at + 30 + nameLength;
      found.push({
        name: new TextDecoder().decode(bytes.subarray(at + 30, start)),
        text: new TextDecoder().decode(bytes.subarray(start, start + size)),
      });
      at = start + size;
    }
    expect(found).toEqual(files.map(({ name, text: content }) => ({ name, text: content })));
    expect(view.getUint32(bytes.length - 22, true)).toBe(0x06054b50);
    const { crc32 } = await import('node:zlib');
    expect(view.getUint32(14, true)).toBe(crc32(files[0]?.text ?? ''));
  });
});
