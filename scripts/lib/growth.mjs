// How the calculators' work grows with its size, and what the command line costs.
import path from 'node:path';
import { openContent } from '../../src/calculators/cli-content.ts';
import { parseBoard, plan } from '../../src/calculators/deadline-planner/index.ts';
import { dataFrom } from '../../src/calculators/deadline-planner/tool.ts';
import { guardOf } from '../../src/calculators/reply-guard/index.ts';
import { loadTemporal } from '../../src/calculators/shared/time.ts';
import { nodeBinary } from '../setup.mjs';
import { costOf, costOnce, cpuOf } from './cpu.mjs';

/** Processor time of a rate on the command line, once its sources are kept compiled, to that of starting Node. */
export function rateToNode(root) {
  const rate = '{"metric":"amazon.odr","defects":3,"orders":100}';
  const call = ['src/calculators/cli.mjs', 'dispute-rate', rate];
  cpuOf(root, nodeBinary(), call);
  const runs = 15;
  return (
    cpuOf(root, nodeBinary(), call, runs).whole / cpuOf(root, nodeBinary(), ['-e', '0'], runs).whole
  );
}

/** How many times as much processor time ten times as much takes. */
export async function growth(root) {
  await loadTemporal();
  const folder = path.join(root, 'src/content');
  const content = openContent(folder);
  const data = dataFrom(content);
  const guard = guardOf(content);
  const asOf = '2026-11-18T03:00:00Z';
  const flows = [...data.flows.keys()];
  const board = (count) => {
    const rows = Array.from(
      { length: count },
      (_, i) => `c${i}\t${flows[i % flows.length]}\t2026-11-${10 + (i % 9)} 0${i % 10}:00 UTC\tBR`,
    ).join('\n');
    return costOf(() =>
      parseBoard(rows, { flows: data.flows, asOf }).rows.map(({ input }) =>
        plan(input, data, asOf),
      ),
    );
  };
  const reading = (language, text) =>
    costOf(() => guard({ platform: 'aliexpress', language, text, gloss: 'en' }));
  const english = (count) =>
    reading('en', 'Your parcel is on its way and customs is checking it. '.repeat(count));
  const chinese = (length) =>
    reading('zh-CN', '包裹正在途中海关查验时间比平时长'.repeat(length / 16));
  /** A guard whose patterns nobody has asked for yet, made from content of its own. */
  const first = () => {
    const fresh = guardOf(openContent(folder));
    const text = 'Your parcel is on its way and customs is checking it. ';
    return costOnce(() =>
      fresh({ platform: 'aliexpress', language: 'en', text, gloss: 'en', languages: ['zh-CN'] }),
    );
  };
  return {
    'board, 2,000 rows to 200': board(2000) / board(200),
    'guard, 50 English sentences to 5': english(50) / english(5),
    'guard, 20,000 Chinese characters without an end to 2,000': chinese(20_000) / chinese(2_000),
    'guard, its first English text to a later one': first() / english(1),
  };
}
