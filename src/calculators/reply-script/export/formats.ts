/** Tools a library of replies can be handed to, apart from what writes for them: a form only lists them. */
export const exportFormats = [
  'espanso',
  'chatwoot',
  'zendesk',
  'gorgias',
  'freshdesk',
  'textexpander',
  'markdown',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
