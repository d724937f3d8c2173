import { readSeed, readTeam } from '@/calculators/exercise/index.ts';
import { decode, mend, type FieldDecoder, type Ignored } from '@/calculators/shared/permalink.ts';

/** What a page of the workshops can be asked for; `plan` and `name` belong to a plan of one's own. */
export type CaseField = 'seed' | 'team' | 'teams' | 'plan' | 'name';

/** What the address of a case asked for, and what of it could not be read. */
export interface CaseLink {
  /** Null where the address names none that can be read; team 0 is the case all teams share. */
  seed: string | null;
  team: number;
  /** How many teams get a sheet of their own; 0: one sheet for all. */
  teams: number;
  /** Each part that could not be used: `seed`, `team`, `teams`, `no-seed`, or a reason of `decode`. */
  leftOut: readonly Ignored[];
  /** Nothing of the address could be used. */
  isLost: boolean;
}

/** What the pages of a plan of one's own have in their addresses beside the case: the plan itself. */
export const keptFields = (keep: object | undefined): readonly CaseField[] =>
  keep === undefined ? [] : ['plan', 'name'];

/** A handout prints no more sheets than this. */
export const MOST_SHEETS = 12;

/** How many teams a text names; null where it names none, or too many for a handout. */
export function readTeams(raw: string): number | null {
  const text = raw.trim();
  return /^\d{1,2}$/.test(text) && Number(text) <= MOST_SHEETS ? Number(text) : null;
}

const checked = (why: string, read: (raw: string) => unknown): FieldDecoder => ({
  kind: 'one',
  parse: (raw) => {
    const value = read(raw);
    return value === null ? { why } : { value };
  },
});
const FIELDS: Readonly<Record<CaseField, FieldDecoder>> = {
  seed: checked('seed', readSeed),
  team: checked('team', readTeam),
  teams: checked('teams', readTeams),
  plan: { kind: 'one' },
  name: { kind: 'one' },
};

/** Something else in an address than its version. */
const ASKS = /[?&](?!v=|$)/;

/**
 * Reads the address of a case with the reader all links have. What is damaged is mended where only one
 * meaning fits; what is left is listed, so that a page can say it instead of showing its first case as
 * if that were the one somebody was sent.
 *
 * @param addresses what may hold the question, the fragment first (`readFragment`, `readQuery`).
 * @param fields what this page can be asked for.
 * @returns null where nothing is asked.
 */
export function readCaseLink(
  addresses: readonly string[],
  fields: readonly CaseField[],
): CaseLink | null {
  const fragment = addresses.map(mend).find((each) => each !== null && ASKS.test(each));
  if (!fragment) return null;
  const { input, ignored } = decode(
    fragment,
    Object.fromEntries(fields.map((field) => [field, FIELDS[field]])),
  );
  const isLost = Object.keys(input).length === 0;
  const { seed = null, team = 0, teams = 0 } = input as Partial<CaseLink>;
  // A team without its seed belongs to a case nobody can tell.
  const lacksSeed =
    seed === null &&
    fields.includes('seed') &&
    ('team' in input || 'teams' in input) &&
    ignored.every(({ key }) => key !== 'seed');
  return {
    seed,
    team,
    teams,
    leftOut: lacksSeed ? [...ignored, { key: 'seed', raw: '', why: 'no-seed' }] : ignored,
    isLost,
  };
}
