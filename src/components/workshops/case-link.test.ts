import { describe, expect, it } from 'vitest';
import { readCaseLink, type CaseField } from './case-link.ts';

const EXERCISE: CaseField[] = ['seed', 'team'];
const read = (address: string, fields = EXERCISE) => readCaseLink([address], fields);
const lost = (address: string, fields?: CaseField[]) =>
  read(address, fields)?.leftOut.map(({ key, why }) => `${key}:${why}`);

describe('the address of a case', () => {
  it.each([
    '#?seed=K7Q2&team=3&v=1',
    '?seed=K7Q2&team=3',
    'seed=k7q2&team=3',
    '#seed=K7Q2&team=3',
    '#%3Fseed%3DK7Q2%26team%3D3',
    '#?seed=K7Q2&amp;team=3',
    '#?seed＝K7Q2＆team＝3',
    '#?seed=K7Q2;team=3',
    '#?seed=K7-Q2&team=3&v=1。',
    '#“?seed=K7Q2&team=3&v=1”',
  ])('%s is read whole', (address) => {
    expect(read(address)).toMatchObject({ seed: 'K7Q2', team: 3, leftOut: [], isLost: false });
  });

  it.each(['', '#', '#?', '#?v=1', '#%3F', '#?v=1。'])('%j asks for nothing', (address) => {
    expect(read(address)).toBeNull();
  });

  it.each([
    ['#garbage', 'garbage:unknown'],
    ['#?zzz=1', 'zzz:unknown'],
    ['#?%E0%A4%A', ':malformed'],
    ['#?seed=', 'seed:seed'],
    ['#?seed=%E4%B8%83!&v=1', 'seed:seed'],
    [`#?seed=${'A'.repeat(13)}`, 'seed:seed'],
    ['#?team=100', 'team:team'],
    ['#?constructor=1', 'constructor:unknown'],
  ])('%s is lost, and says why', (address, why) => {
    expect(read(address)).toMatchObject({ seed: null, team: 0, isLost: true });
    expect(lost(address)).toEqual([why]);
  });

  it.each([
    ['#?seed=K7Q2&team=x&v=1', ['team:team'], { seed: 'K7Q2', team: 0 }],
    ['#?seed=K7Q2&v=2', ['v:version'], { seed: 'K7Q2', team: 0 }],
    ['#?seed=K7Q2&seed=AAAA', ['seed:duplicate'], { seed: 'K7Q2', team: 0 }],
    ['#?seed=K7Q2&teams=4', ['teams:unknown'], { seed: 'K7Q2', team: 0 }],
    ['#?seed=%21&team=3', ['seed:seed'], { seed: null, team: 3 }],
    ['#?team=3&v=1', ['seed:no-seed'], { seed: null, team: 3 }],
  ])('%s is read as far as it can be', (address, whys, values) => {
    expect(read(address)).toMatchObject({ ...values, isLost: false });
    expect(lost(address)).toEqual(whys);
  });

  it('counts the teams of a handout, and no more than it prints', () => {
    const fields: CaseField[] = ['seed', 'teams'];
    expect(read('#?seed=K7Q2&teams=12&v=1', fields)).toMatchObject({ teams: 12, leftOut: [] });
    for (const wrong of ['13', '-1', '1.5', 'two'])
      expect(lost(`#?seed=K7Q2&teams=${wrong}`, fields)).toEqual(['teams:teams']);
    expect(lost('#?teams=2', fields)).toEqual(['seed:no-seed']);
  });

  it('knows the plan of one’s own only where the page has one', () => {
    const address = '#?name=Desk&plan=R7-G5&v=1';
    expect(read(address, [...EXERCISE, 'plan', 'name'])).toMatchObject({
      seed: null,
      leftOut: [],
      isLost: false,
    });
    expect(lost(address)).toEqual(['name:unknown', 'plan:unknown']);
  });

  it('takes the query where the fragment asks for nothing, and never both', () => {
    expect(readCaseLink(['#?v=1', 'seed=K7Q2'], EXERCISE)?.seed).toBe('K7Q2');
    expect(readCaseLink(['#?seed=AAAA', 'seed=K7Q2'], EXERCISE)?.seed).toBe('AAAA');
    expect(readCaseLink(['#garbage', 'seed=K7Q2'], EXERCISE)?.isLost).toBe(true);
  });
});
