/**
 * The words a moment may hold, in nine languages. The lists are closed: a word that stands in none
 * of them is never skipped, it is named. Case, accents and width make no difference.
 */

/** What a half of the day does to an hour; `clock.ts` says how. */
export type Half =
  | 'am'
  | 'pm'
  | 'morning'
  | 'dawn'
  | 'small-hours'
  | 'noon'
  | 'afternoon'
  | 'day'
  | 'dusk'
  | 'evening'
  | 'night'
  | 'midnight';

/** Names of the months, January first; nominative, genitive and abbreviations together. */
export const MONTHS: readonly string[] = [
  'jan january январь января янв enero ene janeiro janvier janv januar janner stycznia styczen sty',
  'feb february февраль февраля февр фев febrero fevereiro fev fevrier fevr februar lutego luty lut',
  'mar march март марта мар marzo marco mars marz maerz mrz marca marzec',
  'apr april апрель апреля апр abril abr avril avr kwietnia kwiecien kwi',
  'may май мая маи mayo maio mai maja maj',
  'jun june июнь июня июн junio junho juin juni czerwca czerwiec cze',
  'jul july июль июля июл julio julho juillet juil juli lipca lipiec lip',
  'aug august август августа авг agosto ago aout sierpnia sierpien sie',
  'sep sept september сентябрь сентября сент сен septiembre setiembre setembro set septembre wrzesnia wrzesien wrz',
  'oct october октябрь октября окт octubre outubro out octobre oktober okt pazdziernika pazdziernik paz',
  'nov november ноябрь ноября нояб ноя noviembre novembro novembre listopada listopad lis',
  'dec december декабрь декабря дек diciembre dic dezembro dez decembre dezember grudnia grudzien gru',
];

/** Names of the weekdays, Monday first. A weekday is only ever compared with its date. */
export const WEEKDAYS: readonly string[] = [
  'mon monday 周一 星期一 礼拜一 週一 понедельник пн lunes lun segunda lundi montag mo poniedzialek pon pn 월요일',
  'tue tues tuesday 周二 星期二 礼拜二 週二 вторник вт martes terca ter mardi dienstag di wtorek wt 화요일',
  'wed wednesday 周三 星期三 礼拜三 週三 среда среду ср miercoles mie quarta qua mercredi mer mittwoch mi sroda srode sr 수요일',
  'thu thur thurs thursday 周四 星期四 礼拜四 週四 четверг чт jueves jue quinta qui jeudi jeu donnerstag czwartek czw 목요일',
  'fri friday 周五 星期五 礼拜五 週五 пятница пятницу пт viernes vie sexta sex vendredi ven freitag fr piatek 금요일',
  'sat saturday 周六 星期六 礼拜六 週六 суббота субботу сб sabado sab samedi sam samstag sonnabend sa sobota sobote sob 토요일',
  'sun sunday 周日 周天 星期日 星期天 礼拜天 礼拜日 週日 воскресенье вс domingo dom dimanche dim sonntag so niedziela niedziele niedz ndz 일요일',
];

/** Short names of weekdays that are other words, too; they are weekdays where a text begins with them. */
export const WEEKDAYS_AT_THE_HEAD: Readonly<Record<string, number>> = {
  seg: 1,
  do: 4,
  pt: 5,
  nd: 7,
};

/** Days counted from today. Words of the evening or the morning stand in `DAY_AND_HALF`. */
export const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday|day before yesterday|前天|позавчера|anteayer|antes de ayer|anteontem|avant-hier|avant hier|vorgestern|przedwczoraj|그저께|그제':
    -2,
  'yesterday|昨天|昨日|вчера|ayer|ontem|hier|gestern|wczoraj|어제': -1,
  "today|今天|今日|сегодня|hoy|hoje|aujourd hui|aujourd'hui|heute|dzis|dzisiaj|오늘": 0,
  'tomorrow|明天|明日|завтра|manana|amanha|demain|morgen|jutro|내일': 1,
  'the day after tomorrow|day after tomorrow|后天|後天|послезавтра|pasado manana|depois de amanha|apres-demain|apres demain|ubermorgen|pojutrze|모레': 2,
};

export const DAY_AND_HALF: Readonly<Record<string, [number, Half]>> = {
  '昨晚|昨夜|last night': [-1, 'evening'],
  昨天晚上: [-1, 'evening'],
  '今早|今晨|this morning|heute morgen|heute fruh|esta manana|hoje de manha|ce matin|dzis rano': [
    0,
    'morning',
  ],
  '今晚|今夜|tonight|this evening|сегодня вечером|esta noche|hoje a noite|ce soir|heute abend|dzis wieczorem':
    [0, 'evening'],
  'this afternoon|esta tarde|cet apres-midi|heute nachmittag': [0, 'afternoon'],
  '明早|明晨|tomorrow morning|завтра утром|morgen fruh|demain matin|jutro rano': [1, 'morning'],
  '明晚|tomorrow evening|завтра вечером|morgen abend|demain soir|jutro wieczorem': [1, 'evening'],
};

export const HALVES: Readonly<Record<Half, string>> = {
  am: '오전',
  pm: '오후',
  morning:
    'in the morning|morning|上午|早上|早晨|清晨|清早|早间|早|утра|утром|de la manana|por la manana|en la manana|da manha|de manha|pela manha|du matin|le matin|matin|morgens|am morgen|vormittags|am vormittag|fruh|fruhmorgens|rano|z rana|nad ranem|아침',
  dawn: '凌晨|de la madrugada|da madrugada|de madrugada|madrugada|새벽',
  'small-hours': 'ночи|пополуночи',
  noon: 'noon|midday|中午|正午|полдень|в полдень|полудня|mediodia|al mediodia|del mediodia|meio-dia|meio dia|midi|mittags|mittag|poludnie|w poludnie|정오|낮',
  afternoon:
    "in the afternoon|afternoon|下午|午后|午後|пополудни|de la tarde|por la tarde|en la tarde|da tarde|de tarde|a tarde|de l'apres-midi|de l apres-midi|apres-midi|nachmittags|am nachmittag|po poludniu|popoludniu",
  day: 'днем',
  dusk: '傍晚|黄昏|黃昏',
  evening:
    'in the evening|evening|晚上|晚间|晚間|晚|вечера|вечером|de la noche|por la noche|en la noche|da noite|de noite|a noite|du soir|le soir|soir|abends|am abend|wieczorem|wieczor|저녁',
  night:
    'at night|night|夜里|夜裡|深夜|半夜|夜间|夜晚|ночью|de la nuit|la nuit|nachts|in der nacht|w nocy|밤',
  midnight:
    'midnight|午夜|子夜|полночь|в полночь|medianoche|a medianoche|meia-noite|meia noite|minuit|mitternacht|um mitternacht|polnoc|o polnocy|자정',
};

/** `H`, `M` … a length only; `G`, `e` a length or a part of a clock or a date; `C` only a clock. */
export const UNITS: Readonly<Record<string, string>> = {
  W: 'week weeks wk wks 周 週 星期 礼拜 个星期 个礼拜 неделя недели недель неделю нед semana semanas semaine semaines woche wochen tydzien tygodnie tygodni tyg 주 주일',
  D: 'day days 天 день днеи дня днях дн сутки суток сут dia dias jour jours tag tage tagen dzien dni dnia dniach',
  e: '日 일',
  H: 'hour hours hr hrs 小时 小時 个小时 個小時 个钟头 钟头 stunde stunden std godzin godziny godzinach 시간',
  G: 'час часа часов ч hora horas hs heure heures 时 時',
  C: "点 點 点钟 點鐘 시 uhr o'clock",
  K: 'godz godzina godzinie',
  M: 'minute minutes min mins 分 分钟 分鐘 минута минуты минут минуту мин minuto minutos minuten minuta minuty minut 분',
  S: 'second seconds sec secs 秒 秒钟 секунда секунды секунд секунду сек segundo segundos seconde secondes sekunde sekunden sek sekunda sekundy sekund 초',
  y: '年 년 год года г roku r',
  o: '月 월',
  d: '号 號',
  b: '半 반',
};

/** Single letters and homonyms that are units only behind a number. */
export const UNITS_BEHIND_A_NUMBER: Readonly<Record<string, string>> = {
  w: 'W',
  d: 'D',
  j: 'D',
  h: 'G',
  g: 'H',
  m: 'M',
  s: 'S',
  seg: 'S',
  sem: 'W',
  д: 'D',
  м: 'M',
  с: 'S',
};

/** Signs of a countdown that mean nothing beside a date: there they are asked about. */
export const SIGNS: Readonly<Record<'s' | 'i' | 'l' | 'a' | 'q', string>> = {
  s: 'left|time left|remaining|time remaining|remains|remain|to go|剩余时间|剩余|剩餘时间|剩餘時間|剩餘|还剩下|还剩|還剩|还有|還有|仅剩|只剩|剩下|剩|倒计时|倒計時|осталось|остался|осталась|осталось времени|남음|남았습니다|남았어요|남은 시간|남은|quedan|queda|restan|restam|resta|restante|restantes|faltan|falta|faltam|reste|restant|restants|il reste|noch|verbleibend|verbleiben|verbleibende|verbleibende zeit|ubrig|zostalo|zostaly|pozostalo|pozostaly|pozostaly czas',
  i: 'in|en|em',
  l: '内|之内|以内|后|後|之后|之後|以后|以後|later|after|from now|within|через|спустя|в течение|dentro de|dentro|daqui a|dans|za|w ciagu|innerhalb von|후|뒤|이내',
  a: 'назад|тому назад|hace|atras|ha|il y a|vor|temu',
  q: '前|以前|之前|전',
};

export const AND = 'and|и|y|e|et|und|i|oraz|零|又|외|및';

/**
 * Whose clock it is: beside a word for time they name a zone that only the person knows. Alone they
 * are fillers.
 */
export const WHOSE =
  'local|buyer|seller|customer|买家|卖家|买方|卖方|客户|当地|本地|местное|местному|местного|покупателя|продавца|comprador|vendedor|acheteur|vendeur|locale|ortszeit|kaufer|kaufers|verkaufer|verkaufers|lokalny|lokalnego|lokalna|kupujacego|sprzedajacego|현지|구매자|판매자';

/** Comparisons that begin like a part of the day: not the moment that is named. */
export const COMPARISONS = '早于|早於|晚于|晚於';

/** Words that change nothing about the moment they stand beside. */
export const FILLERS: Readonly<Record<string, string>> = {
  en: 'on|at|from|the|of|by|until|till|before|dispute|disputes|case|claim|order|return|refund|request|parcel|message|buyer|seller|you|have|has|had|your|to|respond|reply|answer|opened|open|opens|started|starts|start|created|submitted|received|sent|shipped|paid|delivered|closed|closes|close|ends|end|ended|expires|expire|expiry|due|deadline|date|time|times|is|was|will|be|it|this|a|an|automatically|auto|platform|local|clock|standard|st|nd|rd|th|for|shows|shown|displayed|process|update|updated',
  zh: '最迟|最晚|最遲|距离|距|离|纠纷|糾紛|自动|自動|关闭|關閉|开启|開啟|提起|提交|发起|创建|打开|时间|時間|时刻|时区|日期|于|在|将|将于|会|会在|结束|結束|截止|截至|到期|到|至|止|为|是|的|您|你|请|有|响应|回复|答复|处理|发货|付款|下单|收货|收到|签收|买家|卖家|平台|订单|案件|退货|退款|退款申请|申请|通知|消息|开始|开始时间|开启时间|截止时间|结束时间|显示|当地|本地|标准|标准时间|整|钟|零|共|个|系统|即|已|确认|交易|关单|订单关闭',
  ru: 'в|во|с|со|к|на|по|до|о|об|от|спор|спора|спору|закроется|закрывается|закрыт|закрытия|открыт|открыта|открыто|открыли|открытия|начало|начался|заказ|заказа|покупатель|продавец|ответ|ответа|ответить|для|срок|время|времени|дата|дату|это|у|вас|есть|автоматически|истекает|истечет|заканчивается|закончится|возврат|возврата|создан|создано|отправлен|отправлено|оплачен|получен|го|ого|е|местное|местному|местного|стандартное|ровно|числа|окончания|конца',
  es: 'el|la|los|las|a|a las|a la|de|del|al|lo|hora|horario|fecha|se|cierra|cerrara|abierto|abierta|abrio|disputa|pedido|reclamo|comprador|vendedor|tiene|tienes|usted|para|responder|respuesta|termina|vence|vencimiento|plazo|hasta|antes|su|tu|local|creado|enviado|pagado|tiempo|con|en punto|o|er',
  pt: 'o|os|as|às|da|do|dos|das|na|as|aos|ao|data|horario|fecha|fechara|aberta|aberto|voce|tem|prazo|ate|antes|encerra|termina|pagamento|enviado|criado|reclamacao|tempo|feira|litigio|seu|sua|por',
  fr: 'le|les|un|une|des|au|aux|du|l|d|a|litige|commande|acheteur|vendeur|vous|avez|pour|repondre|reponse|ouvert|ouverte|ferme|fermera|sera|cloture|clos|avant|jusqu|jusque|fin|expire|expiration|date|delai|il|restent|temps|er|precises',
  de: 'von|um|der|die|das|den|dem|des|im|zum|bis|bis zum|ab|vom|streit|streitfall|fall|bestellung|kaufer|verkaufer|sie|haben|hast|du|zu|antworten|antwort|eroffnet|geoffnet|offnet|geschlossen|schliesst|endet|ende|lauft|frist|zeit|uhrzeit|ortszeit|datum|wird|automatisch|spor|seit|punkt|ist',
  pl: 'o|w|we|do|na|od|dnia|spor|sporu|zamowienie|kupujacy|sprzedajacy|zostanie|zamkniety|zamkniecie|otwarty|otwarto|konczy|koniec|sie|czas|czasu|data|termin|ma|masz|pan|pani|odpowiedz|odpowiedziec|wygasa|automatycznie|z|przed',
  ko: '분쟁|주문|구매자|판매자|마감|까지|에|은|는|이|가|을|를|의|자동|종료|종료됩니다|열림|시작|시작됨|기한|응답|답변|시각|날짜|현지|표준|입니다|됩니다|됨',
};
