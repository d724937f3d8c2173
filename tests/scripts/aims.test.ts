import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aims, judged } from '../../scripts/lib/aims.mjs';
import { cpuOf, userOf } from '../../scripts/lib/cpu.mjs';

const from = { weight: { must: 10, aim: 5, inTheWay: 'a stone.' } };

describe('what the bench says of a figure', () => {
  it('holds what is at the must, and says what stands in the way of the aim', () => {
    const { rows, lines, held } = judged({ weight: 10 }, from);
    expect(held).toBe(true);
    expect(rows).toEqual({ weight: { figure: 10, must: 10, aim: 5, held: 'yes' } });
    expect(lines).toEqual(['weight: 10, and the aim is 5. In the way: a stone.']);
  });

  it('fails just above the must', () => {
    expect(judged({ weight: 10.01 }, from)).toMatchObject({
      held: false,
      rows: { weight: { held: 'NO' } },
    });
  });

  it('has nothing to add at the aim, and leaves out what was not measured or has no aim', () => {
    expect(judged({ weight: 5 }, from).lines).toEqual([]);
    expect(judged({ height: 99 }, from)).toEqual({ rows: {}, lines: [], held: true });
  });

  it('aims at no less than what must be', () => {
    for (const { must, aim } of Object.values(aims)) expect(aim).toBeLessThanOrEqual(must);
    expect(Object.keys(aims).length).toBeGreaterThanOrEqual(12);
  });
});

describe('processor time of a program', () => {
  const busy = (ms: number) =>
    `const from = process.cpuUsage().user; while (process.cpuUsage().user - from < ${ms}e3);`;

  it('counts what the program was busy, in all its runs, and not what it waited', () => {
    const { user, whole } = cpuOf('.', process.execPath, ['-e', busy(300)], 2);
    expect(user).toBeGreaterThanOrEqual(0.6);
    expect(whole).toBeGreaterThanOrEqual(user);
    const waiting = cpuOf('.', process.execPath, ['-e', 'setTimeout(() => {}, 1500)']);
    expect(waiting.whole).toBeLessThan(1.4);
  });

  it.runIf(process.platform === 'linux')(
    'counts what it started and did not wait for, where all is asked for',
    () => {
      const done = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cpu-')), 'done');
      const child = `${busy(300)} fs.writeFileSync("${done}", ""); setTimeout(() => {}, 4000);`;
      const until = `while [ ! -e ${done} ]; do sleep 0.05; done; rm ${done}; sleep 0.1`;
      const leaving = ['-c', `"$0" -e '${child}' & ${until}`, process.execPath];
      expect(cpuOf('.', 'sh', leaving).user).toBeLessThan(0.2);
      expect(userOf('.', 'sh', leaving)).toBeGreaterThanOrEqual(0.28);
    },
  );

  it.each([cpuOf, userOf])('throws with what a failing program said: %o', (of) => {
    const failing = ['-e', 'console.log("out of paper"); process.exit(1)'];
    expect(() => of('.', process.execPath, failing)).toThrow(/out of paper/);
  });
});
