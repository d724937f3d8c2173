/** The columns of the board: which a header names, and which cell of a row belongs to which. */
import type { RawRow } from '../shared/rows.ts';

const WITHOUT_HEADER = ['id', 'flow', 'moment', 'country', 'note'] as const;
export type Column = (typeof WITHOUT_HEADER)[number] | 'platform' | 'clock' | 'link';

/**
 * Words a column is called by, in nine languages: those of the page's own hint and table, and of people's
 * sheets. Case, accents and a full stop at the end make no difference.
 */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  id: [
    'id|case|case id|case no|case number|order|order id|order no|order number|order #|dispute id|dispute no|#|no|number',
    '订单|订单id|订单号|订单编号|编号|纠纷号|纠纷编号|案件|案件号|案件编号',
    'заказ|номер заказа|№ заказа|№|номер|спор|номер спора|дело|номер дела|id заказа|id спора',
    'pedido|nº de pedido|n.º de pedido|número de pedido|nº|n.º|número|disputa|nº de disputa|id del pedido|id de pedido|caso|nº de caso',
    'nº do pedido|n.º do pedido|número do pedido|id do pedido|nº da disputa|caso|reclamação',
    'commande|nº de commande|n° de commande|numéro de commande|n°|numéro|litige|nº de litige|n° de litige|dossier|référence|réf',
    'bestellung|bestellnr|bestellnummer|bestell-nr|auftrag|auftragsnr|auftragsnummer|nr|nummer|fall|fallnr|fallnummer|streitfall|vorgang',
    'zamówienie|nr zamówienia|numer zamówienia|nr|numer|spór|nr sporu|numer sporu|sprawa|nr sprawy',
    '주문|주문번호|주문 번호|번호|분쟁번호|분쟁 번호|사건|사건번호|케이스',
  ],
  flow: [
    'flow|type|kind|kind of case|case type|case kind|dispute type|reason|issue|issue type|problem',
    '流程|类型|类别|情形|原因|纠纷类型|纠纷类别|纠纷原因|案件类型|案件类别|问题|问题类型|售后类型',
    'тип|вид|причина|тип спора|вид спора|причина спора|тип обращения|проблема|вид дела|тип дела|категория',
    'tipo|motivo|tipo de caso|tipo de disputa|motivo de la disputa|razón|problema|causa',
    'tipo|motivo|tipo de caso|tipo de disputa|motivo da disputa|razão|problema|tipo de reclamação',
    'type|motif|type de litige|motif du litige|type de cas|raison|problème|nature',
    'typ|art|grund|fallart|art des falls|streitfallart|streitgrund|problem|ursache|anliegen',
    'typ|rodzaj|powód|typ sporu|rodzaj sporu|powód sporu|rodzaj sprawy|problem|przyczyna',
    '유형|종류|사유|분쟁 유형|분쟁유형|분쟁 사유|분쟁사유|케이스 유형|문제',
  ],
  platform: [
    'platform|marketplace|平台|платформа|площадка|маркетплейс|plataforma|marketplace|plateforme|plattform|marktplatz|platforma|플랫폼|마켓|마켓플레이스',
  ],
  moment: [
    'moment|time|date|opened|opened at|opened on|when|dispute opened|dispute opened at|start|started|start time|created|created at|open date|date opened',
    '时间|日期|开始时间|起算时间|纠纷时间|开启时间|提起时间|纠纷提起时间|纠纷开启时间|开案时间|开启日期|发起时间|创建时间|打开时间|提交时间|申请时间|纠纷日期|纠纷发起时间',
    'время|дата|дата и время|открыт|дата открытия|время открытия|дата спора|дата открытия спора|начало|когда|создан|дата создания',
    'fecha|hora|fecha y hora|momento|abierta|abierto|fecha de apertura|fecha de la disputa|apertura|inicio|creado|cuándo',
    'data|hora|data e hora|momento|aberta|aberto|aberta em|data de abertura|data da disputa|abertura|início|criado em|quando',
    'date|heure|date et heure|moment|ouvert|ouvert le|ouverture|date d’ouverture|date du litige|début|créé le|quand',
    'datum|zeit|uhrzeit|zeitpunkt|datum und uhrzeit|geöffnet|eröffnet|eröffnet am|geöffnet am|eröffnung|beginn|erstellt|erstellt am|wann',
    'data|czas|godzina|data i godzina|moment|otwarto|data otwarcia|otwarcie|data sporu|początek|utworzono|kiedy',
    '시간|날짜|일시|일자|시각|분쟁 시작|시작|시작 시간|시작일|개시일|접수일|접수 시간|분쟁 일시|생성일',
  ],
  country: [
    'country|buyer country|buyer’s country|buyers country|destination|ship to',
    '国家|国别|买家国家|地区|国家/地区|国家地区|收货国家|目的国',
    'страна|страна покупателя|регион|страна доставки|назначение',
    'país|país del comprador|país de destino|destino|región',
    'país|país do comprador|país de destino|destino|região',
    'pays|pays de l’acheteur|pays de livraison|destination|région',
    'land|land des käufers|käuferland|zielland|lieferland|region',
    'kraj|kraj kupującego|kraj dostawy|kraj docelowy|region',
    '국가|나라|구매자 국가|배송 국가|배송지|목적지|지역',
  ],
  note: [
    'note|notes|remark|remarks|comment|comments|memo|备注|说明|备忘|情况|进展',
    'заметка|заметки|примечание|примечания|комментарий|комментарии|описание',
    'nota|notas|observación|observaciones|comentario|comentarios',
    'nota|notas|observação|observações|comentário|comentários|obs',
    'note|notes|remarque|remarques|commentaire|commentaires',
    'notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|hinweis',
    'notatka|notatki|uwaga|uwagi|komentarz|komentarze',
    '메모|비고|참고|코멘트|설명',
  ],
  // What a time in a column of its own leaves open: its zone, or its half of the day.
  clock: [
    'time zone|timezone|time-zone|tz|zone|utc|utc offset|gmt|gmt offset|offset|am/pm|am pm|a.m./p.m',
    '时区|時區|所在时区|上午/下午|上下午',
    'часовой пояс|пояс|зона|тайм-зона|таймзона',
    'zona horaria|huso horario|huso|fuso horário|fuso|fuseau horaire|fuseau',
    'zeitzone|strefa czasowa|strefa|시간대|타임존|표준시|오전/오후',
  ],
  link: ['link|链接|ссылка|enlace|lien|링크'],
};

const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /[\p{Script=Latin}\p{Script=Cyrillic}]/gu,
      (letter) => letter.normalize('NFD')[0] ?? '',
    )
    .replace(/['`]/g, '’')
    .replace(/[.:*\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

let made: ReadonlyMap<string, Column> | undefined;
/** Made with the first header, so that a page which reads none carries none of it. */
const columns = (): ReadonlyMap<string, Column> =>
  (made ??= new Map(
    (Object.entries(HEADERS) as [Column, readonly string[]][]).flatMap(([column, lists]) =>
      lists.flatMap((words) =>
        words.split('|').map((word): [string, Column] => [plain(word), column]),
      ),
    ),
  ));

/** What a column is about, beside its name proper: “dispute reason”, “motif du litige”, 投诉原因. */
const ABOUT =
  '(?:dispute|disputed|claim|case|complaint|ticket|buyer|спора?|дела|претензии|жалобы|обращения|disputa|reclamacion|reclamo|caso|reclamacao|litige|reclamation|dossier|streitfalls?|fall|falls|reklamation|sporu|sprawy|reklamacji)';
const LINKED = '(?:of|for|de|del|la|el|du|le|da|do|a|o|der|des|einer)';
const IN_FRONT = new RegExp(`^${ABOUT}[- ]`);
const BEHIND = new RegExp(`[- ](?:${LINKED}[ ’])*(?:the |l’)?${ABOUT}$`);
const UNSPACED = /^(?:纠纷|糾紛|争议|案件|投诉|售后|买家|분쟁|클레임|케이스)\s*|의$/;
/** Money and goods come back for a reason; when they do is another moment. */
const GIVEN_BACK =
  /^(?:return|refund|request)[- ]|^(?:退款|退货|申请|반품|환불)\s*|[- ](?:for |de |du |la |da )*(?:return|refund|возврата|devolucion|devolucao|retour|remboursement|zwrotu)$|^(?:ruckgabe|retouren|reklamations|erstattungs)/;

/** The column a cell of a header names. What it is about may stand beside the name. */
function columnOf(cell: string): Column | undefined {
  const name = plain(cell);
  const known = columns();
  for (const about of [/$/, IN_FRONT, BEHIND, UNSPACED]) {
    const found = known.get(name.replace(about, '').trim());
    if (found) return found;
  }
  return known.get(name.replace(GIVEN_BACK, '').trim()) === 'flow' ? 'flow' : undefined;
}

export type Header =
  /** Where each column stands, and how many cells the header has. */
  | {
      columns: ReadonlyMap<Column, number>;
      count: number;
      /** Where the time stands that has a column of its own beside its date, or the date beside its time. */
      beside?: number;
      /** Where a zone or a half of the day has a column of its own. */
      clocks: readonly number[];
      /** Columns that nothing is read from, as they are called. */
      unread: readonly string[];
    }
  /** It is a header, but this column is not in it. */
  | { missing: 'flow' | 'moment' };

/** The columns a first row names; null where it is no header. */
export function readHeader(cells: readonly string[]): Header | null {
  const columns = new Map<Column, number>();
  let beside: number | undefined;
  const clocks: number[] = [];
  const unread: string[] = [];
  cells.forEach((cell, i) => {
    const column = columnOf(cell);
    if (column === 'clock') clocks.push(i);
    else if (column && !columns.has(column)) columns.set(column, i);
    else if (column === 'moment' && beside === undefined) beside = i;
    else if (cell.trim() !== '') unread.push(cell.trim());
  });
  const count = cells.length - [...cells].reverse().findIndex((cell) => cell !== '');
  if (columns.has('link') || (columns.has('flow') && columns.has('moment')))
    return { columns, count, ...(beside === undefined ? {} : { beside }), clocks, unread };
  if (columns.size < 2) return null;
  return { missing: columns.has('flow') ? 'moment' : 'flow' };
}

/** Puts one cell in the place of `by` cells from `at` on. */
const join = (row: RawRow, at: number, by: number, whole: string): RawRow => ({
  line: row.line,
  cells: [...row.cells.slice(0, at), whole, ...row.cells.slice(at + by)],
  rest: (from) => row.rest(from > at ? from + by - 1 : from),
});

/**
 * An unquoted comma inside an order number that a spreadsheet has turned into a power of ten
 * (`8,16371E+15`) or grouped (`8,163,712,345,678,901`) cuts it; put it together.
 */
export function mendId(row: RawRow, at: number): RawRow {
  const [left = '', right = ''] = row.cells.slice(at);
  if (/^\d$/.test(left) && /^\d+E\s?\+?\s?\d{1,3}$/i.test(right))
    return join(row, at, 2, `${left},${right}`);
  const rest = row.cells.slice(at + 1);
  const groups = rest.findIndex((cell) => !/^\d{3}$/.test(cell));
  const by = 1 + (groups < 0 ? rest.length : groups);
  return /^\d{1,3}$/.test(left) && by >= 4
    ? join(row, at, by, row.cells.slice(at, at + by).join(''))
    : row;
}

/**
 * A date and a time in columns of their own are one moment: the cell of the one is put behind the other where
 * neither says it alone, and both together do.
 *
 * @param kindOf what a cell is: a moment, a day without a time, or anything else.
 */
export function joinClock(
  row: RawRow,
  at: number,
  beside: number,
  kindOf: (text: string) => 'moment' | 'day' | 'other',
): RawRow {
  // In a column of its own 23.15 is a time; beside a date the dot would be one of a day.
  const [one = '', other = ''] = [row.cells[at], row.cells[beside]].map((cell) =>
    cell?.trim().replace(/^(\d{1,2})\.(\d{2})$/u, '$1:$2'),
  );
  if (other === '' || kindOf(one) === 'moment') return row;
  const whole = [`${one} ${other}`, `${other} ${one}`].find((each) => kindOf(each) === 'moment');
  // Two whole moments are two columns; the first one named is meant.
  if (whole === undefined || kindOf(other) === 'moment') return row;
  return { ...row, cells: row.cells.map((cell, i) => (i === at ? whole : cell)) };
}

/** What stands in a cell for nothing. */
export const NOTHING = /^[-–—/\s]*$/;

/** Puts behind a moment what its zone and its half of the day say in columns of their own. */
export function joinClockWords(row: RawRow, at: number, clocks: readonly number[]): RawRow {
  const words = clocks.map((i) => row.cells[i]?.trim() ?? '').filter((each) => !NOTHING.test(each));
  const moment = row.cells[at]?.trim() ?? '';
  if (words.length === 0 || moment === '') return row;
  const whole = [moment, ...words].join(' ');
  return { ...row, cells: row.cells.map((cell, i) => (i === at ? whole : cell)) };
}

/** As many cells as the commas of one moment can make: “Fri, Nov 20, 2026, 11:15, PM, PST”. */
const MOST_PIECES = 6;
const DAY_OF_MONTH = /^(?:\p{L}{3,9},?\s+)?\p{L}{3,9}\.?\s+\d{1,2}$|^\d{1,2}\s+\p{L}{3,9}\.?$/u;
const CLOCK = /^(?:\p{L}{1,4}\.?\s)?\d{1,2}(?:[:.h]\d{2}\b|\s?[ap]\.?m)/iu;
const WEEKDAY = /^\p{L}{2,13}\.?$/u;
/** An hour that has a half of the day still to come. */
const OF_TWELVE = /(?:^|[^\d:])(?:0?[1-9]|1[0-2])(?::\d{2}){0,2}$/;
/** Only an abbreviation or an offset: a city in the place of the country is where the buyer lives. */
const ZONE = /^(?:\p{L}{3,5}|(?:utc|gmt)?\s?[+\-−]\d{1,2}(?::?\d{2})?)$/iu;
const HALF = /^[ap]\.?\s?m\.?$/i;

type Is = (text: string) => boolean;

/**
 * Unquoted commas inside a moment (`Nov 20, 2026, 11:15 PM`, `Fri, 20.11.2026, 23:15`) cut it in pieces;
 * put them together where the whole can be read.
 *
 * @param isLonger the row has more cells than its header, or there is none: a cell of figures behind a
 *   date is a column of its own otherwise.
 */
export function mendDate(
  row: RawRow,
  at: number,
  isLonger: boolean,
  { isMoment, isZone, isCountry }: Readonly<Record<'isMoment' | 'isZone' | 'isCountry', Is>>,
): RawRow {
  const cells = row.cells.slice(at, at + MOST_PIECES);
  let by = 1;
  const next = (): string => cells[by] ?? '';
  const whole = (pieces: number): string => cells.slice(0, pieces).join(', ');
  // A word in front of figures may be the weekday; the reader knows.
  if (isLonger && WEEKDAY.test(cells[0] ?? '') && /\d/.test(next())) by += 1;
  const day = cells[by - 1] ?? '';
  if (DAY_OF_MONTH.test(day) && /^\d{4}\b/.test(next())) by += 1;
  const hasClock = /:/.test(cells.slice(0, by).join(''));
  if (isLonger && !hasClock && CLOCK.test(next())) by += 1;
  if (isLonger && HALF.test(next().trim()) && OF_TWELVE.test(cells[by - 1]?.trim() ?? '')) by += 1;
  const zone = next().trim();
  const hasZone =
    isLonger && ZONE.test(zone) && !isCountry(zone) && isZone(zone) && isMoment(whole(by));
  const moment = hasZone ? `${whole(by)} ${zone}` : whole(by);
  if (hasZone) by += 1;
  if (by === 1 || !isMoment(moment)) return row;
  // Where a zone took the place of the country, what stands behind it is still the note.
  const after = next();
  const joined = join(row, at, by, moment);
  if (!hasZone || after.trim() === '' || isCountry(after)) return joined;
  return {
    ...joined,
    cells: [...joined.cells.slice(0, at + 1), '', ...joined.cells.slice(at + 1)],
    rest: (from) => joined.rest(from > at ? from - 1 : from),
  };
}

/**
 * The cells of a row by column. Commas in an unquoted note make more cells than there are columns:
 * the last column takes the rest of the row.
 *
 * @returns null where the rest cannot be told apart, because the note is not the last column.
 */
export function cellsOf(
  row: RawRow,
  columns: ReadonlyMap<Column, number> | null,
  count: number | null,
): ReadonlyMap<Column, string> | null {
  const where =
    columns ?? new Map<Column, number>(WITHOUT_HEADER.map((column, i) => [column, i] as const));
  const width = count ?? WITHOUT_HEADER.length;
  const surplus = row.cells.slice(width).some((cell) => cell !== '');
  const note = where.get('note');
  if (surplus && note !== undefined && note !== width - 1) return null;
  const found = new Map<Column, string>();
  for (const [column, i] of where)
    found.set(column, surplus && i === width - 1 ? row.rest(i) : (row.cells[i] ?? ''));
  return found;
}
