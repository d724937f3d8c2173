import type { ScriptLibrary } from '../schema.ts';
import { chatwoot } from './chatwoot.ts';
import { espanso } from './espanso.ts';
import { freshdesk } from './freshdesk.ts';
import { gorgias } from './gorgias.ts';
import { markdown } from './markdown.ts';
import type { ExportFile, ExportOptions } from './record.ts';
import { textexpander } from './textexpander.ts';
import { zendesk } from './zendesk.ts';

export type { ExportFile, ExportOptions } from './record.ts';

const writers = { espanso, chatwoot, zendesk, gorgias, freshdesk, textexpander, markdown };

export type ExportFormat = keyof typeof writers;
export const exportFormats = Object.keys(writers) as ExportFormat[];

/** Writes scripts in the format of another tool. Several files come back where the tool wants several. */
export const exportScripts = (
  format: ExportFormat,
  library: ScriptLibrary,
  options: ExportOptions,
): ExportFile[] => writers[format](library, options);
