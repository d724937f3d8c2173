/** Where in the work of a seller a question stands; the handbook's own order. */
export const STAGES = ['prevent', 'respond', 'negotiate', 'escalate', 'measure', 'desk'] as const;
export type Stage = (typeof STAGES)[number];

export const EXAM_PLATFORMS = ['aliexpress', 'ozon'] as const;
