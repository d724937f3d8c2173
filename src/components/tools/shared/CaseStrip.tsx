import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Case, CasePatch } from '@/calculators/shared/case.ts';
import { sessionText } from '../../platform/session.ts';
import { useSaid } from '../../ui/use-said.ts';
import { addTo, caseOf } from './case-store.ts';
import type { CommonWords } from './words.ts';

/** What of an answer goes back into the case, on a person’s word. */
export interface Given {
  /** Which words the button carries: `tool.common.case-give.<id>`. */
  id: 'dates' | 'reply' | 'plan' | 'offer' | 'step';
  patch: CasePatch;
  /** What only one tool gives is in that tool’s own words. */
  words?: { give: string; gave: string };
}

interface CaseStripProps {
  words: CommonWords;
  /** Fills the form from the case; not asked where the address holds a case of its own. */
  fill: (one: Case) => void;
  mayFill: boolean;
  gives: readonly Given[];
  /** A case of the desk is open here: the address stays free of it. */
  onCase: (isOpen: boolean) => void;
}

const heldCase = () => sessionText('case');

/** The case this tool was opened from: back to it, and what it may take along. */
export function CaseStrip({ words, fill, mayFill, gives, onCase }: CaseStripProps) {
  const { common } = words;
  const one = useSignal<Case | null>(null);
  const said = useSaid();
  useLayoutEffect(() => {
    const id = heldCase().read();
    if (id === '') return;
    if (mayFill) onCase(true);
    void caseOf(id)
      .then((found) => {
        one.value = found;
        if (found && mayFill) fill(found);
        if (!found) onCase(false);
      })
      .catch(() => onCase(false));
  }, []);
  const held = one.value;
  if (!held) return null;
  const give = async ({ id, patch, words: ownWords }: Given) => {
    const put = await addTo(held.id, patch);
    said.value =
      put === 'kept' ? (ownWords?.gave ?? common(`case-gave.${id}`)) : common(`case-not.${put}`);
  };
  return (
    <aside class="case-strip no-print" data-case={held.id}>
      <p>{common('case-from', { case: held.name ?? held.order?.id ?? held.id })}</p>
      <p class="button-row">
        <a class="action" href={`/${words.language === 'en' ? 'en' : 'zh-cn'}/tools/case-desk/`}>
          {common('case-back')}
        </a>
        {gives.map((each) => (
          <button
            key={each.id}
            type="button"
            class="action primary"
            data-give={each.id}
            onClick={() => void give(each)}
          >
            {each.words?.give ?? common(`case-give.${each.id}`)}
          </button>
        ))}
        <button
          type="button"
          class="action"
          data-give="leave"
          onClick={() => {
            heldCase().write('');
            one.value = null;
            onCase(false);
          }}
        >
          {common('case-leave')}
        </button>
      </p>
      <p class="muted" role="status">
        {said.value}
      </p>
    </aside>
  );
}
