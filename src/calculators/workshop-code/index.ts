/**
 * Workshop codes: letters a participant can read aloud, and a trainer can type, with two check
 * letters in every block, so that one or two wrong letters are always noticed.
 *
 * Not encryption: whoever sees a code can read it. And no repair: what does not fit is named by its
 * block, with a question at most.
 */
export {
  calculate,
  isWholeCode,
  type CodeBlock,
  type WorkshopCodeOk,
  type WorkshopCodeResult,
} from './calculate.ts';
export { explain } from './explain.ts';
export { BLOCK, LETTERS } from './field.ts';
export { inputFields, type WorkshopCodeInput } from './schema.ts';
