/** Files and settings as people and scripts hand them over, and what is wrong with them. */
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import { fit, text } from '../shared/shape.ts';
import {
  ROLES,
  type Counted,
  type DateOrder,
  type Delimiter,
  type Encoding,
  type Mapping,
  type Period,
  type Role,
  type Zone,
} from './names.ts';
import { sourceOf, type Source } from './read/source.ts';
import { issue, readSettings, type ReadSetting, type Settings } from './settings.ts';

/** A file by its name and bytes, or the text of one. */
export type FileInput = string | { name: string; bytes: Uint8Array };

export interface DisputeLogInput {
  rows?: FileInput | readonly FileInput[];
  orders?: FileInput | readonly FileInput[];
  disputes?: FileInput | readonly FileInput[];
  mapping?: Mapping;
  period?: Period;
  asOf?: string;
  changedOn?: string;
  counted?: Counted;
  dateOrder?: DateOrder;
  zone?: Zone;
  moneyIn?: string;
  encoding?: Encoding;
  delimiter?: Delimiter;
  headerRow?: number | string;
}

interface Given {
  role: Role;
  source: Source;
}

const MOST_FILES = 50;
const LONGEST_NAME = 200;

function sourcesOf(raw: unknown, role: Role, issues: InputIssue[]): Given[] {
  const list: unknown[] = Array.isArray(raw) ? raw : raw === undefined || raw === null ? [] : [raw];
  if (list.length > MOST_FILES) {
    issues.push(issue(role, 'too-many-files', { most: MOST_FILES }));
    return [];
  }
  return list.flatMap((each, i) => {
    const name = list.length > 1 ? `${role} ${String(i + 1)}` : role;
    if (typeof each === 'string')
      return each === '' ? [] : [{ role, source: sourceOf(name, new TextEncoder().encode(each)) }];
    const file = each as { name?: unknown; bytes?: unknown } | null;
    if (typeof file === 'object' && file !== null && file.bytes instanceof Uint8Array)
      return [
        { role, source: sourceOf(fit(text(LONGEST_NAME), file.name).value ?? name, file.bytes) },
      ];
    issues.push(issue(role, 'file'));
    return [];
  });
}

/** From anything at all to files and settings, or to what is missing or wrong. Never throws. */
export function parse(
  raw: unknown,
  readSetting: ReadSetting,
): { kind: 'input'; files: Given[]; settings: Settings } | Incomplete | Invalid {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { kind: 'invalid', issues: [issue('', 'not-an-object')] };
  const read = readSettings(raw, readSetting);
  const issues = 'issues' in read ? read.issues : [];
  const given = (name: string) =>
    Object.hasOwn(raw, name) ? (raw as Record<string, unknown>)[name] : undefined;
  const files = ROLES.flatMap((role) => sourcesOf(given(role), role, issues));
  if (issues.length > 0 || 'issues' in read) return { kind: 'invalid', issues };
  if (files.length === 0) return { kind: 'incomplete', missing: ['rows'] };
  return { kind: 'input', files, settings: read.settings };
}
