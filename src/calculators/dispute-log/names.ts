/** The ids of everything a caller can name, and nothing else: a page needs them before any reader. */

/** What a column can be. `caseId` is the platform's own number of the request: an order may have several. */
export const FIELDS = [
  'orderId',
  'caseId',
  'orderedAt',
  'disputedAt',
  'product',
  'country',
  'carrier',
  'supplier',
  'reason',
  'status',
  'amount',
  'currency',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a file is: orders with the day of their dispute, orders, or disputes. */
export const ROLES = ['rows', 'orders', 'disputes'] as const;
export type Role = (typeof ROLES)[number];

export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Clocks that days can be counted by, as hours ahead of UTC. */
export const ZONES = [
  '-08:00',
  '-05:00',
  '-03:00',
  '+00:00',
  '+01:00',
  '+02:00',
  '+03:00',
  '+05:00',
  '+05:30',
  '+07:00',
  '+08:00',
  '+09:00',
] as const;
export type Zone = (typeof ZONES)[number];

export const ENCODINGS = [
  'utf-8',
  'gb18030',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'big5',
  'windows-874',
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'shift_jis',
  'euc-kr',
  'ibm866',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** Which requests count in rates: all that were opened, or not those that were taken back or turned down. */
export const COUNTED = ['opened', 'kept'] as const;
export type Counted = (typeof COUNTED)[number];

/** Groups an order can belong to. */
export const DIMENSIONS = ['product', 'country', 'carrier', 'supplier'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How a case ended, as far as its file says. `closed` alone says neither won nor lost. */
export const STATES = ['open', 'lost', 'won', 'rejected', 'withdrawn', 'closed', 'unsaid'] as const;
export type State = (typeof STATES)[number];

/** What a complaint is about, in the words of the handbook. */
export const CAUSE_IDS = [
  'not_received',
  'late',
  'tracking_or_customs',
  'refused_or_not_collected',
  'wrong_item',
  'quantity_or_parts',
  'damaged',
  'defective',
  'not_as_described',
  'size_or_fit',
  'used_or_fake',
  'changed_mind',
  'seller_cancelled',
  'payment',
  'unknown',
] as const;
export type CauseId = (typeof CAUSE_IDS)[number];

/** Why a row is not counted; the sentence stands under `tool.dispute-log.left.<id>`. */
export const WHYS = [
  'footer',
  'repeated-header',
  'damaged-id',
  'no-id',
  'no-date',
  'bad-date',
  'after-as-of',
  'before-order',
  'duplicate',
  'same-case',
  'unclosed-quote',
] as const;
export type Why = (typeof WHYS)[number];

/** Columns as the person or the script names them: a header, several it may be, or its place from 1. */
export type Mapping = Readonly<Partial<Record<Field, string | number | readonly string[]>>>;

/** Settings that say nothing of anybody: these alone can be shared as a link. */
export const SETTINGS = [
  'period',
  'asOf',
  'changedOn',
  'counted',
  'dateOrder',
  'zone',
  'moneyIn',
  'encoding',
  'delimiter',
  'headerRow',
] as const;
export type Setting = (typeof SETTINGS)[number];
