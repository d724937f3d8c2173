/** Longer than any host may be called. */
const LONGEST = 300;

/**
 * An origin as an address names it; null where it is none. A path, a name before the host, a star, a page
 * without an origin and anything but http and https are refused: nothing is told to a guess.
 */
export function readOrigin(raw: string): string | null {
  if (raw.length > LONGEST || !/^https?:\/\//.test(raw) || /[\s*]/.test(raw)) return null;
  try {
    const { href, origin } = new URL(raw);
    return href === `${origin}/` ? origin : null;
  } catch {
    return null;
  }
}

/** What came of what somebody did: every figure of the page under its name, as text for machines. */
function resultIn(tool: Element): Record<string, string> {
  const entries = [...tool.querySelectorAll<HTMLOutputElement>('output[name][data-value]')].map(
    (output) => [output.name, output.dataset['value'] ?? ''] as const,
  );
  const one = tool.querySelector<HTMLElement>('[data-case]')?.dataset['case'];
  return Object.fromEntries(one === undefined ? entries : [...entries, ['case', one] as const]);
}

/**
 * Tells the page around this frame its height and, once a person has done something here, the results: to
 * the origin the address names and to nobody else. Says so on the page, or why it tells nothing.
 */
export function tellParent(): void {
  const root = document.documentElement;
  const { parent } = root.dataset;
  const word = document.getElementById('frame-word');
  if (parent === undefined || window.parent === window) return;
  const origin = readOrigin(parent);
  if (word) {
    const said = (origin === null ? word.dataset['refused'] : word.dataset['tells']) ?? '';
    word.textContent = said.replace('{origin}', () => origin ?? parent.slice(0, LONGEST));
    word.hidden = false;
  }
  if (origin === null) return;
  const tell = (message: object) =>
    window.parent.postMessage({ source: 'amicable', version: 1, ...message }, origin);

  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(root.getBoundingClientRect().height);
    if (now !== height) tell({ kind: 'size', height: (height = now) });
  }).observe(root);

  const tool = document.querySelector('.tool');
  if (!tool) return;
  let isTouched = false;
  let told = '';
  let timer = 0;
  const look = () => {
    const result = resultIn(tool);
    const whole = JSON.stringify(result);
    if (!isTouched || whole === told) return;
    told = whole;
    tell({ kind: 'result', page: window.location.pathname, result });
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, 150);
  };
  for (const type of ['input', 'submit', 'click'])
    tool.addEventListener(
      type,
      () => {
        isTouched = true;
        soon();
      },
      true,
    );
  new MutationObserver(soon).observe(tool, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-value', 'data-case'],
  });
}

/** What a frame of this site says to the page around it. */
type FrameMessage =
  { kind: 'size'; height: number } | { kind: 'result'; result: Readonly<Record<string, string>> };

function readMessage(raw: unknown): FrameMessage | null {
  const { source, kind, height, result } = (raw ?? {}) as Record<string, unknown>;
  if (source !== 'amicable') return null;
  if (kind === 'size' && typeof height === 'number' && height > 0 && height < 100_000)
    return { kind, height };
  return kind === 'result' && typeof result === 'object' && result !== null
    ? { kind, result: result as Record<string, string> }
    : null;
}

/** Hears a frame of this page, by its id, as long as it shows this same site. Answers how to stop. */
export function onFrameMessage(id: string, hear: (message: FrameMessage) => void): () => void {
  const listen = ({ origin, source, data }: MessageEvent) => {
    const frame = document.getElementById(id);
    if (!(frame instanceof HTMLIFrameElement) || source !== frame.contentWindow) return;
    const message = origin === window.location.origin ? readMessage(data) : null;
    if (message) hear(message);
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}
