import {
  createGuard,
  type GuardCheck,
  type GuardParts,
  type GuardRule,
} from '@/calculators/reply-guard/index.ts';
import type { Script, ScriptLibrary, ScriptParts } from '@/calculators/reply-script/index.ts';
import { inBrowser, readEmbedded } from '../../platform/embedded.ts';

/** A rule as a warning cites it. */
export interface CitedRule {
  label: string;
  address: string;
}

/** Everything the tool knows. It travels in the page itself, so that nothing is fetched later. */
export interface Payload {
  parts: ScriptParts;
  scripts: readonly Script[];
  guards: readonly GuardRule[];
  guardParts: GuardParts;
  rules: Readonly<Record<string, CitedRule>>;
}

export interface Knowledge {
  library: ScriptLibrary;
  check: GuardCheck;
  /** The guard rule by rule. Each is made when first asked, which takes a browser a moment. */
  checks: readonly GuardCheck[];
  rules: Payload['rules'];
}

/** Id of the element that carries the payload. */
export const PAYLOAD = 'reply-script-data';

const provided = new Map<string, Payload>();

/** While the page is being built: what the worked example of a language is made from. */
export const provide = (language: string, payload: Payload) => provided.set(language, payload);

export function knowledgeOf(language: string): Knowledge {
  const payload = inBrowser() ? (readEmbedded(PAYLOAD) as Payload) : provided.get(language);
  if (!payload) throw new Error(`No scripts were provided for ${language}.`);
  // Guards of one rule share what they have made with the guard of all.
  const checks = payload.guards.map((rule) => createGuard([rule], payload.guardParts));
  return {
    library: {
      parts: payload.parts,
      scripts: new Map(payload.scripts.map((script) => [script.id, script])),
    },
    check: createGuard(payload.guards, payload.guardParts),
    checks,
    rules: payload.rules,
  };
}
