/**
 * Several questions to one tool, in the order of one value of its answers: who first, which is best.
 *
 * For scripts, and for whoever wants to see how the key of an exercise comes about. No judgement of
 * its own: what is compared is read from the tool's answers, and nothing else counts.
 */
export { calculate, type CompareOk, type CompareResult } from './calculate.ts';
export { explain } from './explain.ts';
export { byMeasure, ranked, type Direction, type Measure } from '../shared/rank.ts';
export { inputFields, type CompareInput } from './schema.ts';
