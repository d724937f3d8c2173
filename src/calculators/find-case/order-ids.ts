/** Numbers of orders and of parcels, told by how platforms and carriers write them, or by the word in front. */

export interface NumberFound {
  id: string;
  from: number;
  to: number;
}

/**
 * Shapes nothing else in a message has: a long row of figures (AliExpress, TikTok Shop), a posting of
 * Ozon, an order of Amazon, one of eBay, a case of PayPal. A number that is dialled begins with a plus.
 */
const ORDERS: readonly RegExp[] = [
  /(?<![\d+.,-])\d{14,20}(?![\d.,-]?\d)/g,
  /(?<![\d-])\d{6,10}-\d{4}(?:-\d{1,2})?(?![\d-])/g,
  /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g,
  /(?<![\d-])\d{2}-\d{5}-\d{5}(?![\d-])/g,
  /(?<![\p{Script=Latin}\d-])PP-(?:[A-Z]-[A-Z]{3}-\d{6,12}|\d{3}-\d{3}-\d{3}(?:-\d{3})?)(?![\p{Script=Latin}\d-])/giu,
];

/** The post’s thirteen signs (two letters, nine figures, the country), LP numbers of Cainiao, those of UPS. */
const PARCELS: readonly RegExp[] = [
  /(?<![\p{L}\d])[A-Z]{2}\d{9}[A-Z]{2}(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])LP\d{12,18}(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])1Z[A-Z\d]{16}(?![\p{L}\d])/giu,
];

const ORDER_WORD =
  'order|orders|订单|訂單|заказ|заказа|заказу|номер заказа|pedido|orden|commande|bestellung|bestellnummer|zamówienie|zamówienia|zamowienie|주문|주문번호';
const PARCEL_WORD =
  'tracking|track|运单|单号|物流|快递|трек|трэк|отслеживания|seguimiento|rastreo|rastreio|rastreamento|suivi|sendungsnummer|trackingnummer|sendung|śledzenia|przesyłki|nadania|송장|운송장';
const BETWEEN =
  '(?:[ \\t]*(?:(?:no|nr|num|id|code|number|numero|número|numéro|nummer|номер|号|编号|號|번호|n°|№|#|is|:|：|=|\\.|-)[ \\t]*){0,4})';
/** Letters, figures and hyphens, figures for the most part. */
const NAMED = '([A-Z0-9][A-Z0-9-]{4,33}[A-Z0-9])';
const named = (words: string) =>
  new RegExp(`(?<!\\p{L})(?:${words})${BETWEEN}${NAMED}(?![\\p{L}\\d])`, 'giu');
const NAMED_ORDER = named(ORDER_WORD);
const NAMED_PARCEL = named(PARCEL_WORD);

const FEWEST_FIGURES = 5;
/** 20 November, twice: a date or a time is no number of an order. */
const DATE = /^\d{1,4}-\d{1,2}-\d{1,4}$/;
const isNumber = (id: string) => (id.match(/\d/g)?.length ?? 0) >= FEWEST_FIGURES && !DATE.test(id);

/** More than a board holds is no message. */
const MOST = 200;

function collect(text: string, patterns: readonly RegExp[], taken: NumberFound[]): NumberFound[] {
  const found: NumberFound[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const id = match[1] ?? match[0];
      const to = match.index + match[0].length;
      const from = to - id.length;
      const isTaken = [...taken, ...found].some((one) => from < one.to && one.from < to);
      if (!isNumber(id) || isTaken) continue;
      found.push({ id, from, to });
      if (found.length >= MOST) return found;
    }
  return found;
}

/** Every number of an order and of a parcel in a text, in its order, each once. */
export function readIds(text: string): { orders: NumberFound[]; parcels: NumberFound[] } {
  const parcels = collect(text, [...PARCELS, NAMED_PARCEL], []);
  const orders = collect(text, [NAMED_ORDER, ...ORDERS], parcels);
  const inOrder = (found: readonly NumberFound[]) => [...found].sort((a, b) => a.from - b.from);
  return { orders: inOrder(orders), parcels: inOrder(parcels) };
}
