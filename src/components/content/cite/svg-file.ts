/** What a style sheet gives the shapes of a drawing, and a file has to carry itself. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
] as const;

/** The colour that lies behind an element. */
function behind(element: Element): string {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

/**
 * A drawing of the page as a file of its own, in the colours it has now, on the ground it stands on. It
 * names where it comes from.
 *
 * @param note stands under it, where there is one.
 */
export function svgFile(svg: SVGSVGElement, origin: string, note = ''): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  [svg, ...svg.querySelectorAll('*')].forEach((element, i) => {
    const target = copies[i];
    if (!target || /^(?:title|desc|metadata)$/.test(element.tagName)) return;
    const style = getComputedStyle(element);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      // What holds anyway, or is inherited, is left out.
      const above =
        element === svg
          ? ''
          : getComputedStyle(element.parentElement as Element).getPropertyValue(name);
      const inherits = !/^(?:opacity)$/.test(name);
      if (value && (inherits ? value !== above : value !== '1')) target.setAttribute(name, value);
      else target.removeAttribute(name);
    }
    for (const name of ['class', 'style', 'id', 'aria-labelledby']) target.removeAttribute(name);
  });
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  // A line as wide as the drawing, of letters half as wide as they are high; Chinese ones are as wide.
  const size = Math.min(
    14,
    (width / Math.max(1, note.length)) * (/\p{Script=Han}/u.test(note) ? 0.95 : 1.9),
  );
  const below = note === '' ? 0 : size * 2;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + below));
  copy.setAttribute('viewBox', [x, y, width, height + below].join(' '));
  const make = (name: string, attributes: Record<string, string>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const ground = {
    x: String(x),
    y: String(y),
    width: String(width),
    height: String(height + below),
  };
  const from = make('metadata', {});
  from.textContent = origin;
  copy.prepend(from, make('rect', { ...ground, fill: behind(svg) }));
  if (note !== '') {
    const said = make('text', {
      x: String(x),
      y: String(y + height + size * 1.4),
      'font-size': String(size),
      'font-family': 'sans-serif',
      fill: getComputedStyle(svg).color,
    });
    said.textContent = note;
    copy.append(said);
  }
  return new XMLSerializer().serializeToString(copy);
}
