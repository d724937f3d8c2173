/** The situation the tool opens with, and the buyer's language of its example. */
export const EXAMPLE = { situation: 'inr-in-transit', language: 'ru' } as const;
