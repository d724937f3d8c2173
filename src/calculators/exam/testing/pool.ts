import { join } from 'node:path';
import { openContent } from '../../cli-content.ts';
import { poolAt, type ExamFile } from '../index.ts';

/** The questions there are, as the tests of an exam ask for them. */
export const content = openContent(join(import.meta.dirname, '../../../content'));
export const files = [...content.collection<ExamFile>('exam').values()];
export const ASKED = '2026-11-29T00:00:00Z';
export const pool = poolAt(files, content.rules(), ASKED);
