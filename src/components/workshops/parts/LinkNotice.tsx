import { useStands } from '../../ui/use-said.ts';
import { LeftOutNotice } from '../../tools/shared/LeftOutNotice.tsx';
import type { CommonWords } from '../../tools/shared/words.ts';
import type { CaseLink } from '../case-link.ts';

interface LinkNoticeProps {
  /** The address the page was opened with; null where it asked for nothing. */
  link: CaseLink | null;
  /** With the texts under `tool.exercise.link.`. */
  words: CommonWords;
  /** What it means for the page, where that is not its case. */
  meaning?: string;
}

/** Says that a case is not, or not in all, the one a link was about; nothing where it is. */
export function LinkNotice({ link, words, meaning }: LinkNoticeProps) {
  const stands = useStands(link);
  if (link === null || !stands) return null;
  const text = (key: string, values?: Readonly<Record<string, unknown>>) =>
    words.text(`tool.exercise.link.${key}`, values);
  return (
    <LeftOutNotice
      text={meaning ?? text(link.isLost ? 'lost' : 'some')}
      parts={link.leftOut.map(({ key, raw, why }) => ({ key, raw, why: text(why) }))}
      more={(count) => text('more', { count: words.count(count) })}
    />
  );
}
