import { afterEach, describe, expect, it, vi } from 'vitest';
import { replay, takeEarly } from './early.ts';

/** As much of a form control as is asked of one. */
class Control extends EventTarget {
  early = false;
  checked = false;
  heard: string[] = [];
  constructor(
    readonly type: string,
    public value = '',
  ) {
    super();
    for (const name of ['input', 'change'])
      this.addEventListener(name, ({ bubbles }) =>
        this.heard.push(`${name} ${this.value} ${bubbles}`),
      );
  }
  typed(value: string) {
    this.value = value;
    this.early = true;
    return this;
  }
  ticked(on: boolean) {
    this.checked = on;
    this.early = true;
    return this;
  }
  removeAttribute(name: string) {
    if (name === 'data-early') this.early = false;
  }
  click() {
    this.checked = !this.checked;
    this.heard.push(`click ${this.checked}`);
  }
}

const stand = (controls: Control[]) =>
  vi.stubGlobal('document', {
    getElementById: (id: string) =>
      id === 'tool'
        ? { closest: () => ({ querySelectorAll: () => controls.filter(({ early }) => early) }) }
        : null,
  });

afterEach(() => vi.unstubAllGlobals());

describe('what was typed before the page was ready', () => {
  it('is taken once, of the fields a person touched, and told to each field again', () => {
    const text = new Control('text', '12').typed('30');
    const choice = new Control('select-one').typed('BR');
    const restored = new Control('text', 'left by the browser');
    stand([text, choice, restored]);
    const early = takeEarly('tool');
    expect(takeEarly('tool')).toEqual([]);
    // The first drawing puts its own values there.
    text.value = '12';
    choice.value = '';
    replay(early);
    expect(text.heard).toEqual(['input 30 true', 'change 30 true']);
    expect(choice.heard).toEqual(['input BR true', 'change BR true']);
    expect(restored.heard).toEqual([]);
  });

  it('is pressed where it was a tick, whether the drawing left it or not', () => {
    const left = new Control('checkbox').ticked(true);
    const drawn = new Control('checkbox').ticked(true);
    const off = new Control('checkbox').ticked(false);
    stand([left, drawn, off]);
    const early = takeEarly('tool');
    drawn.checked = false;
    off.checked = true;
    replay(early);
    expect([left.heard, drawn.heard, off.heard]).toEqual([
      ['click true'],
      ['click true'],
      ['click false'],
    ]);
  });

  it('leaves a chosen file alone', () => {
    stand([new Control('file').typed('C:\\fakepath\\a.json')]);
    expect(takeEarly('tool')).toEqual([]);
  });

  it('is nothing where there is no tool', () => {
    stand([]);
    expect(takeEarly('elsewhere')).toEqual([]);
  });
});
