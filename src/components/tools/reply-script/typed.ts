import type { ReplyInput, ReplySettings } from '@/calculators/reply-script/index.ts';

/** What was chosen and typed. */
export interface Typed {
  situation: string;
  platform: NonNullable<ReplyInput['platform']>;
  language: ReplyInput['language'];
  /** Nobody has said which language the buyer writes: it is asked before anything is written. */
  asksLanguage: boolean;
  gloss: NonNullable<ReplyInput['gloss']>;
  tone: NonNullable<ReplyInput['tone']>;
  vars: Readonly<Record<string, string>>;
  switches: Readonly<Record<string, boolean>>;
  stack: readonly string[];
  settings: ReplySettings;
  /** Choices answered in the agent's own words. */
  ownWords: readonly string[];
  /** Fields whose unusual writing somebody has looked at. */
  confirmed: readonly string[];
}
