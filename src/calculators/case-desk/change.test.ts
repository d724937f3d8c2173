import { describe, expect, it } from 'vitest';
import { readCase, type Case } from '../shared/case.ts';
import { joinCases } from '../shared/case-join.ts';
import { applyChange, SINGLE_FIELDS, type Change } from './change.ts';
import { isClosed } from './judge.ts';

const AT = '2026-11-24T01:00:00Z';
const LATER = '2026-11-24T02:00:00Z';
const bare: Case = { version: 2, id: 'A' };
const after = (...changes: Change[]) =>
  changes.reduce((one, change, i) => applyChange(one, change, i === 0 ? AT : LATER), bare);

describe('a change of a case', () => {
  it('says when it was made, and is none where nothing became of it', () => {
    const one = applyChange(bare, { type: 'set', field: 'owner', value: ' Li ' }, AT);
    expect(one).toEqual({ ...bare, owner: 'Li', changedAt: AT });
    expect(applyChange(one, { type: 'set', field: 'owner', value: 'Li' }, LATER)).toBe(one);
    expect(applyChange(bare, { type: 'wake' }, AT)).toBe(bare);
  });

  it.each(SINGLE_FIELDS)('sets %s and empties it again', (field) => {
    const one = applyChange(bare, { type: 'set', field, value: 'x' }, AT);
    expect(JSON.stringify(one)).toContain('"x"');
    expect(readCase(one)).toEqual(one);
    const again = applyChange(one, { type: 'set', field, value: '' }, LATER);
    expect(again).toEqual({ ...bare, changedAt: LATER });
  });

  it('enters a moment, another end, and takes them away', () => {
    const one = after(
      { type: 'event', event: 'disputeOpenedAt', at: AT },
      { type: 'event', event: 'answeredAt', at: LATER },
      { type: 'event', event: 'disputeOpenedAt', at: null },
      { type: 'shown', clock: 'first-answer', at: LATER },
    );
    expect(one).toMatchObject({
      events: { answeredAt: LATER },
      shownDue: { 'first-answer': LATER },
    });
    expect(
      applyChange(one, { type: 'shown', clock: 'first-answer', at: ' ' }, LATER).shownDue,
    ).toBe(undefined);
  });

  it('answers the offer that waits for it, once', () => {
    const offer = { at: AT, by: 'seller' as const, amount: '5', currency: 'USD' };
    const one = after(
      { type: 'offer', offer },
      { type: 'answer', of: AT, answer: 'countered' },
      { type: 'answer', of: AT, answer: 'accepted' },
    );
    expect(one.offers).toEqual([{ ...offer, answer: 'countered', answeredAt: LATER }]);
  });

  it('ticks, unticks, and adds files beside those that are there', () => {
    const file = { name: 'a.jpg', sha256: 'ab' };
    const one = after(
      { type: 'tick', item: 'l.a', isTicked: true },
      { type: 'tick', item: 'l.b', isTicked: true },
      { type: 'tick', item: 'l.a', isTicked: false },
      { type: 'files', files: [file] },
      { type: 'files', files: [file, { ...file, name: 'b.jpg' }] },
    );
    expect(one.evidence).toEqual({ ticks: ['l.b'], files: [file, { ...file, name: 'b.jpg' }] });
  });

  it('notes only ever come on top', () => {
    const one = after(
      { type: 'note', text: 'Где посылка?', by: 'buyer' },
      { type: 'note', text: 'called the carrier' },
    );
    expect(one.notes).toEqual([
      { at: AT, text: 'Где посылка?', by: 'buyer' },
      { at: LATER, text: 'called the carrier' },
    ]);
  });

  it('closes and reopens, and both stay on record', () => {
    const closed = after(
      { type: 'snooze', until: LATER, reason: 'x' },
      { type: 'close', outcome: { how: 'agreed', cause: 'shade packed loose' } },
    );
    expect(closed.snooze).toBe(undefined);
    expect(isClosed(closed)).toBe(true);
    const open = applyChange(closed, { type: 'reopen' }, '2026-11-25T01:00:00Z');
    expect(isClosed(open)).toBe(false);
    expect(open.outcomes).toEqual([{ at: LATER, how: 'agreed', cause: 'shade packed loose' }]);
  });

  // Wednesday’s clock was a day fast, and is set right again.
  describe('on a clock that was set back', () => {
    const FAST = '2026-11-25T01:00:00Z';
    const end: Change = { type: 'close', outcome: { how: 'agreed', cause: 'shade packed loose' } };

    it('is the newer copy all the same', () => {
      const before = applyChange(bare, { type: 'set', field: 'owner', value: 'Li' }, FAST);
      const now = applyChange(before, { type: 'set', field: 'owner', value: 'Chen' }, AT);
      expect(joinCases(before, now).owner).toBe('Chen');
      expect(joinCases(now, before).owner).toBe('Chen');
      const soon = applyChange(now, { type: 'set', field: 'owner', value: 'Wu' }, LATER);
      expect(joinCases(soon, now).owner).toBe('Wu');
    });

    it('closes and reopens, however often', () => {
      const steps: Change[] = [end, { type: 'reopen' }, end, { type: 'reopen' }];
      let one = applyChange(bare, { type: 'note', text: 'called' }, FAST);
      for (const [i, step] of steps.entries()) {
        one = applyChange(one, step, i === 0 ? FAST : AT);
        expect(isClosed(one), `step ${i}`).toBe(step === end);
      }
    });

    it('keeps the moment a note was written at', () => {
      const one = applyChange({ ...bare, changedAt: FAST }, { type: 'note', text: 'called' }, AT);
      expect(one.notes).toEqual([{ at: AT, text: 'called' }]);
    });

    it.each(['soon', '', '+275760-09-13T00:00:00Z', '9999-12-31T23:59:59Z'])(
      'takes no moment after which nothing comes: %j',
      (changedAt) => {
        const one = applyChange(
          { ...bare, changedAt },
          { type: 'set', field: 'owner', value: 'Li' },
          AT,
        );
        expect(one.changedAt).toBe(AT);
      },
    );
  });

  it('by a tool adds what it found, and never takes the id', () => {
    const patch = { id: 'other', flow: 'aliexpress.inr', events: { disputeOpenedAt: AT } };
    expect(after({ type: 'patch', patch })).toMatchObject({ id: 'A', flow: 'aliexpress.inr' });
  });
});
