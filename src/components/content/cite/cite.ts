import { buildCsv } from '@/calculators/shared/csv.ts';
import { fill } from '@/calculators/shared/result.ts';
import en from '@/content/i18n/parts/cite.en.json';
import zh from '@/content/i18n/parts/cite.zh-CN.json';
import { copyText } from '../../platform/clipboard.ts';
import { today } from '../../platform/clock.ts';
import { saveFile } from '../../platform/download.ts';
import { frameCode } from '../../platform/frame-code.ts';
import { onEscape } from '../../platform/keyboard.ts';
import { svgFile } from './svg-file.ts';

type Words = typeof en;
interface Deed {
  label: string;
  /** Does it and answers what to say about it. */
  run: () => Promise<string> | string;
}

const isEnglish = () => document.documentElement.lang === 'en';
const words = (): Words => (isEnglish() ? en : zh);
const text = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const say = (key: keyof Words, values: Record<string, string>) => fill(words()[key], values);
const pageAddress = () => location.origin + location.pathname;

const copying =
  (what: string): Deed['run'] =>
  async () =>
    words()[(await copyText(what)) ? 'cite.copied' : 'cite.not-copied'];
const saving =
  (name: string, type: string, content: () => string): Deed['run'] =>
  () => {
    saveFile(name, type, content());
    return say('cite.saved', { name });
  };

/** What a card of the rulebook says, as its reader sees it. */
function ruleOf(card: HTMLElement) {
  const what = text(card.querySelector('h3'));
  const lines = [...card.querySelectorAll('.rule-head')].map((head) => {
    const link = head.querySelector('a');
    const meta = text(head.querySelector('.meta'));
    const publisher = text(link);
    // A publisher may be named again in what follows.
    const at = meta.indexOf(publisher);
    const [period, published] = [meta.slice(0, at), meta.slice(at + publisher.length)];
    return {
      figure: text(head.querySelector('.figure-text')),
      period: period.trim(),
      title: link?.title ?? '',
      publisher,
      published: published.replace(/^[,，\s]+/, ''),
      trust: text([...head.querySelectorAll('.badge')].at(-1)),
    };
  });
  const rivals = [...card.querySelectorAll('li')].map((rival) => {
    const link = rival.querySelector('a');
    const figure = text(rival.querySelector('strong'));
    const publisher = text(link);
    const whole = text(rival);
    return {
      figure,
      title: link?.title ?? '',
      publisher,
      note: whole.slice(whole.indexOf(publisher) + publisher.length).replace(/^[)）\s]+/, ''),
    };
  });
  const note = text(card.querySelector('.rule-head ~ p:not(.rule-head)'));
  return { id: card.id, what, lines, rivals, note, address: `${pageAddress()}#${card.id}` };
}

function ofRule(card: HTMLElement): { citation: string; deeds: Deed[] } {
  const rule = ruleOf(card);
  const english = isEnglish();
  const comma = english ? ', ' : '，';
  const stop = english ? '.' : '。';
  const figures = rule.lines.map(({ figure, period }) =>
    [figure, period].filter(Boolean).join(comma),
  );
  const said = figures.filter(Boolean).join(english ? '; ' : '；');
  const what = said ? `${rule.what}${english ? ': ' : '：'}${said}` : rule.what;
  const source = [
    ...new Set(
      rule.lines.map(({ title, publisher, published, trust }) =>
        [english ? `“${title}”` : `《${title}》`, publisher, published, trust]
          .filter(Boolean)
          .join(comma),
      ),
    ),
  ].join(english ? '; ' : '；');
  const citation = say('cite.rule', {
    what: /[.!?。！？]$/.test(what) ? what : what + stop,
    source,
    id: rule.id,
    address: rule.address,
    day: today(),
  });
  const column = (key: string) => words()[`cite.column.${key}` as keyof Words];
  const csv = () =>
    buildCsv([
      ['what', 'figure', 'period', 'source', 'publisher', 'trust', 'note', 'id', 'address'].map(
        column,
      ),
      ...rule.lines.map(({ figure, period, title, publisher, published, trust }) => [
        rule.what,
        figure,
        period,
        [title, published].filter(Boolean).join(comma),
        publisher,
        trust,
        rule.note,
        rule.id,
        rule.address,
      ]),
      ...rule.rivals.map(({ figure, title, publisher, note }) => [
        rule.what,
        figure,
        '',
        title,
        publisher,
        '',
        note,
        rule.id,
        rule.address,
      ]),
    ]);
  return {
    citation,
    deeds: [{ label: words()['cite.csv'], run: saving(`${rule.id}.csv`, 'text/csv', csv) }],
  };
}

const isShown = (svg: Element) => svg.getClientRects().length > 0;
/** What a drawing is called: its own title, or the first sentence of what is read out in its place. */
const titleOf = (svg: Element) =>
  text(svg.querySelector('title')) ||
  (/^.*?(?=\. |。|$)/u.exec(svg.getAttribute('aria-label') ?? '')?.[0] ?? '');
const fileName = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
/** What is said of the made-up example that a drawing shows; empty for what is nobody's invention. */
const madeUp = (svg: Element) =>
  svg.closest<HTMLElement>('[data-made-up]')?.dataset['madeUp'] ??
  text(svg.closest('.tool-frame')?.querySelector('.answer-card .example-mark'));
/** A file of an example says so before it is opened. */
const nameFor = (svg: Element, ending: string) =>
  `${madeUp(svg) && 'example-'}${fileName(titleOf(svg))}.${ending}`;
const drawing = (svg: SVGSVGElement, label: string): Deed => ({
  label,
  run: () =>
    saving(nameFor(svg, 'svg'), 'image/svg+xml', () => svgFile(svg, pageAddress(), madeUp(svg)))(),
});

/** What a drawing says, as it is read out in its place, statement by statement. */
const saidBy = (svg: Element) =>
  (svg.getAttribute('aria-label')?.replace(titleOf(svg), '') ?? text(svg.querySelector('desc')))
    .split(/[;；。]\s*|\.(?:\s+|$)/u)
    .map((each) => each.trim())
    .filter(Boolean);
const table = (svg: SVGSVGElement, label: string): Deed => ({
  label,
  run: () =>
    saving(nameFor(svg, 'csv'), 'text/csv', () =>
      buildCsv([
        (['what', 'note', 'address'] as const).map((key) => words()[`cite.column.${key}`]),
        ...[madeUp(svg), ...saidBy(svg)]
          .filter(Boolean)
          .map((said) => [titleOf(svg), said, pageAddress()]),
      ]),
    )(),
});

function ofPage(place: HTMLElement, within: Element): { citation: string; deeds: Deed[] } {
  const drawings = [...within.querySelectorAll<SVGSVGElement>('svg[role="img"]')].filter(isShown);
  const only = drawings.length === 1 ? drawings[0] : undefined;
  const isTool = place.hasAttribute('data-tool');
  const title = text(document.querySelector('h1'));
  const own = isTool || !only ? title : titleOf(only);
  const frame = `${pageAddress()}embed/`;
  return {
    citation: say('cite.page', { title: own, address: pageAddress(), day: today() }),
    deeds: [
      ...(isTool
        ? [
            {
              label: words()['cite.embed'],
              run: copying(frameCode(frame, location.origin, title)),
            },
          ]
        : []),
      ...drawings.flatMap((svg) => {
        const of = { title: titleOf(svg) };
        return [
          drawing(svg, isTool || !only ? say('cite.svg-of', of) : words()['cite.svg']),
          table(svg, isTool || !only ? say('cite.csv-of', of) : words()['cite.csv']),
        ];
      }),
    ],
  };
}

/**
 * Opens below what a button stands for (a rule, a drawing, a tool) what one cites it by and takes along, or
 * closes it again. What is saved is made of what the page shows; nothing is fetched.
 */
export function openCitation(button: HTMLElement): void {
  const card = button.closest<HTMLElement>('.rule-card');
  const figure = button.closest('figure');
  const host = card ?? figure ?? button.parentElement;
  if (!host) return;
  const open = host.querySelector('.cite-bar');
  if (open) {
    open.dispatchEvent(new Event('close'));
    return;
  }
  button.setAttribute('aria-expanded', 'true');
  const { citation, deeds } = card
    ? ofRule(card)
    : ofPage(
        button,
        figure ??
          button.closest('[data-made-up]') ??
          document.querySelector('.tool') ??
          document.body,
      );
  const bar = document.createElement('div');
  bar.className = 'cite-bar not-content';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words()['cite.group']);
  const said = document.createElement('p');
  said.textContent = citation;
  const row = document.createElement('div');
  row.className = 'button-row';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  for (const { label, run } of [
    { label: words()['cite.copy'], run: copying(citation) },
    ...deeds,
  ]) {
    const action = document.createElement('button');
    action.type = 'button';
    action.className = 'action';
    action.textContent = label;
    action.onclick = async () => {
      status.textContent = '';
      status.textContent = await run();
    };
    row.append(action);
  }
  bar.append(said, row, status);
  host.append(bar);
  const close = () => {
    if (bar.contains(document.activeElement)) button.focus();
    bar.remove();
    button.setAttribute('aria-expanded', 'false');
    stop();
  };
  const stop = onEscape(close);
  bar.addEventListener('close', close);
}
