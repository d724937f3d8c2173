import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Action } from '@/calculators/case-desk/index.ts';

export type PartName =
  'dates' | 'offers' | 'evidence' | 'facts' | 'timeline' | 'handover' | 'snooze' | 'close';

/** Where a next step is done. What is done in another tool is recorded with the dates. */
const DONE_IN: Readonly<Record<Action, PartName>> = {
  'mend-dates': 'dates',
  'name-kind': 'facts',
  'enter-dates': 'dates',
  'record-what-happened': 'dates',
  answer: 'dates',
  'answer-again': 'dates',
  'send-evidence': 'evidence',
  'collect-evidence': 'evidence',
  appeal: 'dates',
  'check-return': 'dates',
  ship: 'dates',
  'hand-over': 'handover',
  'record-plan': 'offers',
  'answer-offer': 'offers',
  'follow-up-offer': 'offers',
  settle: 'offers',
  wait: 'timeline',
  close: 'close',
};
export const partFor = (action: Action | undefined): PartName =>
  action === undefined ? 'close' : DONE_IN[action];

interface PartFrame {
  name: PartName;
  id?: string;
  title: string;
  /** How much is in it. */
  count?: string | undefined;
  /** There is room, or the next step is done in it. */
  isOpen: boolean;
  children: ComponentChildren;
}

/** A section of a case. It unfolds for a reason, and folds only when a person folds it. */
export function Part({ name, id, title, count, isOpen, children }: PartFrame) {
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  return (
    <details class="desk-part" id={id} data-part={name} open={wasOpen.current}>
      <summary>
        <h3>{title}</h3>
        {count && <span class="muted">{count}</span>}
      </summary>
      {children}
    </details>
  );
}
