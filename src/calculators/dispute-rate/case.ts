import type { Case } from '../shared/case.ts';

/**
 * Which rate a case weighs on: a metric is named after its platform and what buyers complain of.
 * The counts are the shop's, not the case's, so nothing else comes from one and nothing goes back.
 */
export const fromCase = ({ platform, reason }: Case): { metric?: string } =>
  platform && reason ? { metric: `${platform}.${reason}` } : {};
