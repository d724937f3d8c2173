import type { Tool } from './shared/tool.ts';

/** Every tool by its slug. Loaded on demand: a call pays for one tool only. */
export const tools: Readonly<Record<string, () => Promise<Tool>>> = {
  'buyer-motives': () => import('./buyer-motives/tool.ts').then(({ tool }) => tool),
  'case-desk': () => import('./case-desk/tool.ts').then(({ tool }) => tool),
  compare: () => import('./compare/tool.ts').then(({ tool }) => tool),
  'deadline-planner': () => import('./deadline-planner/tool.ts').then(({ tool }) => tool),
  'dispute-log': () => import('./dispute-log/tool.ts').then(({ tool }) => tool),
  'dispute-rate': () => import('./dispute-rate/tool.ts').then(({ tool }) => tool),
  exam: () => import('./exam/tool.ts').then(({ tool }) => tool),
  exercise: () => import('./exercise/tool.ts').then(({ tool }) => tool),
  'find-case': () => import('./find-case/tool.ts').then(({ tool }) => tool),
  'reply-guard': () => import('./reply-guard/tool.ts').then(({ tool }) => tool),
  'reply-script': () => import('./reply-script/tool.ts').then(({ tool }) => tool),
  'listing-check': () => import('./listing-check/tool.ts').then(({ tool }) => tool),
  settlement: () => import('./settlement/tool.ts').then(({ tool }) => tool),
  'transit-warning': () => import('./transit-warning/tool.ts').then(({ tool }) => tool),
  'workshop-code': () => import('./workshop-code/tool.ts').then(({ tool }) => tool),
};
