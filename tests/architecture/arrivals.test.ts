import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read, root } from '../support/content.ts';

// What comes later may not come: the network is gone, or its file since a deploy. Whoever asks for it says what happens
// then. That it is said in words, and asked for anew, the browser tests of each part hold.

/** What stands in another function’s hands, and whose: they hear that it did not come. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'src/components/tools/case-desk/case-desk.model.ts':
    'src/components/tools/case-desk/CaseDesk.tsx',
  'src/components/tools/deadline-planner/DeadlinePlanner.tsx':
    'src/components/tools/shared/Asleep.tsx',
  'src/components/tools/reply-script/ReplyScript.tsx': 'src/components/tools/shared/Asleep.tsx',
  'src/components/tools/listing-check/library.ts': 'src/components/tools/listing-check/library.ts',
  'src/components/tools/dispute-log/log-client.ts':
    'src/components/tools/dispute-log/dispute-log.model.ts',
  'src/components/tools/case-desk/work/finding.ts': 'src/components/tools/case-desk/find.model.ts',
  'src/components/tools/reply-script/library.ts': 'src/components/tools/reply-script/library.ts',
  'src/components/tools/reply-script/reading.ts': 'src/components/tools/reply-script/reading.ts',
  'src/components/workshops/Exam.tsx': 'src/components/workshops/exam.model.ts',
  'src/components/overrides/search/pagefind.ts': 'src/components/overrides/search/box.ts',
  'src/components/overrides/copy-page.ts': 'src/components/overrides/copy-page.ts',
  'src/components/platform/camera.ts': 'src/components/platform/camera.ts',
  'src/components/workshops/Own.tsx': 'src/components/workshops/Own.tsx',
  'src/components/workshops/doors.ts': 'src/components/workshops/use-stage.ts',
};

/** The scripts of a file: itself, or what an Astro file hands to the browser. */
function scriptsOf(file: string): string[] {
  const text = read(file);
  if (!file.endsWith('.astro')) return [text];
  return [...text.matchAll(/<script(?![^>]*type=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => script as string,
  );
}

const nameOf = (node: ts.Expression): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : '';

/** `once` leaves what did not come to whoever asks; all others hear of it themselves. */
const HEARS = new Set(['untilHere', 'once']);

/** Whether somebody close by hears that it did not come. */
function isHeard(call: ts.Node): boolean {
  for (let node: ts.Node = call; node.parent; node = node.parent) {
    const { parent } = node;
    // A build that cannot read a part stops.
    if (ts.isConditionalExpression(parent) && parent.condition.getText().endsWith('env.SSR'))
      return true;
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) return true;
    if (ts.isCallExpression(parent)) {
      const name = nameOf(parent.expression);
      if (HEARS.has(name) && parent.arguments.includes(node as ts.Expression)) return true;
      if (
        parent.expression === node &&
        (name === 'catch' || (name === 'then' && parent.arguments.length > 1))
      )
        return true;
    }
  }
  return false;
}

const asks = (filesBelow(at('src/components')) as string[])
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    scriptsOf(file).flatMap((script) => {
      const found: { file: string; what: string; isHeard: boolean }[] = [];
      const walk = (node: ts.Node) => {
        if (
          ts.isCallExpression(node) &&
          (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
            ['fetch', 'fetchPack'].includes(nameOf(node.expression))) &&
          node.arguments.length > 0
        )
          found.push({
            file: path.relative(root, file),
            what: node.getText().replace(/\s+/g, ' ').slice(0, 80),
            isHeard: isHeard(node),
          });
        ts.forEachChild(node, walk);
      };
      walk(
        ts.createSourceFile(
          file.replace(/astro$/, 'ts'),
          script,
          ts.ScriptTarget.Latest,
          true,
          file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
        ),
      );
      return found;
    }),
  );

describe('what comes later', () => {
  it('is asked for by somebody who hears that it did not come', () => {
    expect(asks.length).toBeGreaterThan(40);
    expect(new Set(asks.map(({ file }) => path.extname(file)))).toEqual(
      new Set(['.ts', '.tsx', '.astro']),
    );
    expect(asks.filter(({ file, isHeard }) => !isHeard && !(file in ELSEWHERE))).toEqual([]);
  });

  it('is left to somebody else only where that is so', () => {
    const left = new Set(asks.filter(({ isHeard }) => !isHeard).map(({ file }) => file));
    expect(new Set(Object.keys(ELSEWHERE))).toEqual(left);
    for (const other of Object.values(ELSEWHERE)) {
      expect(fs.existsSync(at(other)), other).toBe(true);
      expect(read(at(other)), other).toMatch(/catch\b|untilHere\(|whenTurnedTo\(/);
    }
  });
});
