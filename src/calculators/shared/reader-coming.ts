/** The key of what is answered while the readers of further notations are on their way; apart from them, since it weighs nothing. */
export const READER_COMING = 'tool.number.reader-coming';
