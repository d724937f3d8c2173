import type { ScriptLibrary } from '../schema.ts';
import { chatwoot } from './chatwoot.ts';
import { espanso } from './espanso.ts';
import type { ExportFormat } from './formats.ts';
import { freshdesk } from './freshdesk.ts';
import { gorgias } from './gorgias.ts';
import { markdown } from './markdown.ts';
import type { ExportFile, ExportOptions } from './record.ts';
import { textexpander } from './textexpander.ts';
import { zendesk } from './zendesk.ts';

export { exportFormats, type ExportFormat } from './formats.ts';
export type { ExportFile, ExportOptions } from './record.ts';
export { zip } from './zip.ts';

const writers: Readonly<
  Record<ExportFormat, (library: ScriptLibrary, options: ExportOptions) => ExportFile[]>
> = { espanso, chatwoot, zendesk, gorgias, freshdesk, textexpander, markdown };

/** Writes scripts in the format of another tool. Several files come back where the tool wants several. */
export const exportScripts = (
  format: ExportFormat,
  library: ScriptLibrary,
  options: ExportOptions,
): ExportFile[] => writers[format](library, options);
