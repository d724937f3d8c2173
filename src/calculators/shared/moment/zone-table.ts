/**
 * Names of time zones, in nine languages. Case, accents and width make no difference.
 *
 * A city or a clock's name counts behind a time (`23:15 Moscow`) or beside a word for time
 * (`Moscow time`, `北京时间`); a country only beside a word for time, because behind a time it may be
 * the buyer's country. Abbreviations count wherever they stand.
 */

/** Abbreviations of one offset, with the place in whose season they are used. */
export const SHORT: Readonly<Record<string, readonly [offset: string, zone: string]>> = {
  'pst|pacific standard time': ['-08:00', 'America/Los_Angeles'],
  'pdt|pacific daylight time': ['-07:00', 'America/Los_Angeles'],
  'mdt|mountain daylight time': ['-06:00', 'America/Denver'],
  'mountain standard time': ['-07:00', 'America/Denver'],
  'cdt|central daylight time': ['-05:00', 'America/Chicago'],
  'central standard time': ['-06:00', 'America/Chicago'],
  'est|eastern standard time': ['-05:00', 'America/New_York'],
  'edt|eastern daylight time': ['-04:00', 'America/New_York'],
  adt: ['-03:00', 'America/Halifax'],
  'wet|western european time': ['+00:00', 'Europe/Lisbon'],
  'west|western european summer time': ['+01:00', 'Europe/Lisbon'],
  'cet|mez|central european time|middle european time|mitteleuropaische zeit': [
    '+01:00',
    'Europe/Berlin',
  ],
  'cest|mesz|central european summer time|mitteleuropaische sommerzeit': [
    '+02:00',
    'Europe/Berlin',
  ],
  'eet|eastern european time': ['+02:00', 'Europe/Helsinki'],
  'eest|eastern european summer time': ['+03:00', 'Europe/Helsinki'],
  'british summer time': ['+01:00', 'Europe/London'],
  'msk|мск|moscow standard time': ['+03:00', 'Europe/Moscow'],
  samt: ['+04:00', 'Europe/Samara'],
  'yekt|екб': ['+05:00', 'Asia/Yekaterinburg'],
  omst: ['+06:00', 'Asia/Omsk'],
  'novt|нск': ['+07:00', 'Asia/Novosibirsk'],
  krat: ['+07:00', 'Asia/Krasnoyarsk'],
  irkt: ['+08:00', 'Asia/Irkutsk'],
  yakt: ['+09:00', 'Asia/Yakutsk'],
  vlat: ['+10:00', 'Asia/Vladivostok'],
  trt: ['+03:00', 'Europe/Istanbul'],
  pkt: ['+05:00', 'Asia/Karachi'],
  uzt: ['+05:00', 'Asia/Tashkent'],
  ict: ['+07:00', 'Asia/Bangkok'],
  wib: ['+07:00', 'Asia/Jakarta'],
  wita: ['+08:00', 'Asia/Makassar'],
  sgt: ['+08:00', 'Asia/Singapore'],
  myt: ['+08:00', 'Asia/Kuala_Lumpur'],
  pht: ['+08:00', 'Asia/Manila'],
  hkt: ['+08:00', 'Asia/Hong_Kong'],
  'china standard time': ['+08:00', 'Asia/Shanghai'],
  awst: ['+08:00', 'Australia/Perth'],
  'kst|korea standard time|korean standard time': ['+09:00', 'Asia/Seoul'],
  'jst|japan standard time': ['+09:00', 'Asia/Tokyo'],
  acst: ['+09:30', 'Australia/Adelaide'],
  acdt: ['+10:30', 'Australia/Adelaide'],
  'aest|australian eastern standard time': ['+10:00', 'Australia/Sydney'],
  'aedt|australian eastern daylight time': ['+11:00', 'Australia/Sydney'],
  nzst: ['+12:00', 'Pacific/Auckland'],
  nzdt: ['+13:00', 'Pacific/Auckland'],
  hst: ['-10:00', 'Pacific/Honolulu'],
  akst: ['-09:00', 'America/Anchorage'],
  akdt: ['-08:00', 'America/Anchorage'],
  'brt|horario de brasilia|hora de brasilia': ['-03:00', 'America/Sao_Paulo'],
  art: ['-03:00', 'America/Argentina/Buenos_Aires'],
  clt: ['-04:00', 'America/Santiago'],
  clst: ['-03:00', 'America/Santiago'],
  pet: ['-05:00', 'America/Lima'],
  sast: ['+02:00', 'Africa/Johannesburg'],
  wat: ['+01:00', 'Africa/Lagos'],
  cot: ['-05:00', 'America/Bogota'],
  eat: ['+03:00', 'Africa/Nairobi'],
};

/** Abbreviations of several places. */
export const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  cst: ['Asia/Shanghai', 'America/Chicago'],
  ct: ['Asia/Shanghai', 'America/Chicago'],
  ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  bst: ['Asia/Dhaka', 'Europe/London'],
  ast: ['Asia/Riyadh', 'America/Halifax'],
  mst: ['Asia/Kuala_Lumpur', 'America/Denver'],
  amt: ['Asia/Yerevan', 'America/Manaus'],
  gst: ['Asia/Dubai', 'Atlantic/South_Georgia'],
};

/** Words of everyday language that are abbreviations too: they count behind a time only. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  'est et ist ast art wet west eat pet wat cot ict mt pt ct'.split(' '),
);

/** Clocks of a region, whatever the season; they count wherever they stand. */
export const CLOCKS: Readonly<Record<string, string>> = {
  'America/Los_Angeles':
    'pt|us pacific|u.s. pacific|pacific time|us pacific time|美西|美西部|美国西部|美国太平洋时间|太平洋时间|太平洋標準時間|太平洋标准时间|тихоокеанское время|тихоокеанскому времени',
  'America/Denver': 'mt|us mountain|mountain time|美国山区|山地时间',
  'America/Chicago': 'us central|central time|美中|美国中部',
  'America/New_York': 'et|us eastern|u.s. eastern|eastern time|美东|美東|美国东部|восточное время',
  UTC: 'utc|gmt|z time|zulu|greenwich mean time|coordinated universal time|universal time|世界时|世界协调时|协调世界时|格林威治|格林尼治|по гринвичу|всемирное время|hora universal|temps universel|weltzeit',
  'Europe/London': 'uk time',
};

/** Cities and the adjectives of their clocks. */
export const CITIES: Readonly<Record<string, string>> = {
  'Asia/Shanghai':
    'beijing|peking|shanghai|shenzhen|guangzhou|hangzhou|yiwu|chongqing|北京|上海|深圳|广州|杭州|义乌|重庆|пекин|пекина|пекине|пекину|пекинское|пекинскому|пекинского|шанхаи|шанхаю|pekin|pequin|pequim|pekinu|베이징|북경|상하이',
  'Asia/Urumqi': 'urumqi|乌鲁木齐',
  'Asia/Hong_Kong': 'hong kong|香港|гонконг|гонконгу|hongkong|홍콩',
  'Asia/Taipei': 'taipei|台北|臺北|таибэи|타이베이',
  'Asia/Singapore': 'singapore|新加坡|сингапур|сингапуру|singapur|singapura|singapour|싱가포르',
  'Asia/Seoul': 'seoul|首尔|首爾|сеул|сеулу|seul|서울',
  'Asia/Tokyo': 'tokyo|东京|東京|токио|tokio|toquio|도쿄',
  'Asia/Bangkok': 'bangkok|曼谷',
  'Asia/Jakarta': 'jakarta|雅加达',
  'Asia/Manila': 'manila|马尼拉',
  'Asia/Kuala_Lumpur': 'kuala lumpur|吉隆坡',
  'Asia/Ho_Chi_Minh': 'ho chi minh|hanoi|河内|胡志明',
  'Asia/Kolkata': 'mumbai|delhi|new delhi|kolkata|孟买|新德里',
  'Asia/Dubai': 'dubai|迪拜|дубаи|дубаю',
  'Asia/Riyadh': 'riyadh|利雅得',
  'Asia/Jerusalem': 'jerusalem|tel aviv|耶路撒冷|特拉维夫',
  'Asia/Almaty': 'almaty|阿拉木图|алматы|астана|астане',
  'Asia/Tashkent': 'tashkent|塔什干|ташкент|ташкенту',
  'Asia/Yekaterinburg': 'yekaterinburg|ekaterinburg|叶卡捷琳堡|екатеринбург|екатеринбургу',
  'Asia/Novosibirsk': 'novosibirsk|新西伯利亚|новосибирск|новосибирску',
  'Asia/Vladivostok': 'vladivostok|海参崴|владивосток|владивостоку',
  'Europe/Moscow':
    'moscow|莫斯科|москва|москве|москвы|московское|московскому|московского|по москве|moscu|moscou|moskau|moskauer|moskwa|moskwy|moskiewskiego|모스크바',
  'Europe/Kaliningrad': 'kaliningrad|калининград|калининграду',
  'Europe/Minsk': 'minsk|明斯克|минск|минску|минское',
  'Europe/Kiev': 'kyiv|kiev|基辅|киев|киеву|киевское|киевскому|kijow|kijowa',
  'Europe/Istanbul': 'istanbul|伊斯坦布尔|стамбул|стамбулу|estambul',
  'Europe/London': 'london|伦敦|倫敦|лондон|лондону|лондонское|londres|londyn|londyner|런던',
  'Europe/Paris': 'paris|巴黎|париж|парижу|парижское|parijs|paryz|파리',
  'Europe/Berlin': 'berlin|frankfurt|柏林|法兰克福|берлин|берлину|берлинское|berliner|베를린',
  'Europe/Madrid': 'madrid|马德里|мадрид|мадриду|peninsular|마드리드',
  'Europe/Rome': 'rome|roma|罗马|рим|римское',
  'Europe/Warsaw':
    'warsaw|华沙|варшава|варшаве|varsovia|varsovie|warschau|warszawa|warszawy|바르샤바',
  'Europe/Amsterdam': 'amsterdam|阿姆斯特丹|амстердам',
  'Europe/Lisbon': 'lisbon|里斯本|lisboa|lisbonne|lissabon|lizbona',
  'America/Los_Angeles':
    'los angeles|san francisco|seattle|california|洛杉矶|旧金山|加州|лос-анджелес|лос-анджелесу|pacific',
  'America/Denver': 'denver|丹佛|mountain',
  'America/Chicago': 'chicago|芝加哥|чикаго',
  'America/New_York':
    'new york|纽约|紐約|нью-иорк|нью-иорку|nueva york|nova york|nova iorque|nowy jork|뉴욕|eastern',
  'America/Toronto': 'toronto|多伦多',
  'America/Vancouver': 'vancouver|温哥华',
  'America/Mexico_City': 'mexico city|ciudad de mexico|墨西哥城',
  'America/Sao_Paulo': 'sao paulo|brasilia|圣保罗|巴西利亚|сан-паулу|상파울루',
  'America/Argentina/Buenos_Aires': 'buenos aires|布宜诺斯艾利斯',
  'America/Santiago': 'santiago|圣地亚哥',
  'America/Bogota': 'bogota|波哥大',
  'America/Lima': 'lima|利马',
  'Australia/Sydney': 'sydney|melbourne|悉尼|墨尔本|сидней',
  'Australia/Perth': 'perth|珀斯',
  'Pacific/Auckland': 'auckland|奥克兰',
  'Africa/Johannesburg': 'johannesburg|约翰内斯堡',
  'Africa/Lagos': 'lagos|拉各斯',
};

/** Countries, with every zone a reader may mean; more than one is asked about. */
export const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'china|chinese|中国|中國|китаи|китаиское|китаискому|china continental|chine|chinas|chin|중국': [
    'Asia/Shanghai',
  ],
  'us|usa|u.s.|u.s.a.|united states|american|america|美国|美國|сша|американское|estados unidos|etats-unis|stany zjednoczone|미국':
    ['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York'],
  central: ['America/Chicago', 'Europe/Berlin'],
  'russia|russian|俄罗斯|俄国|россия|россии|российское|rusia|russie|russland|rosja|rosji|러시아': [
    'Europe/Moscow',
    'Asia/Yekaterinburg',
    'Asia/Novosibirsk',
    'Asia/Vladivostok',
  ],
  'brazil|brasil|巴西|бразилия|бразилии|bresil|brasilien|brazylia|브라질': [
    'America/Sao_Paulo',
    'America/Manaus',
  ],
  'canada|加拿大': ['America/Vancouver', 'America/Toronto'],
  'mexico|墨西哥': ['America/Mexico_City', 'America/Tijuana'],
  'australia|australian|澳大利亚|澳洲': ['Australia/Perth', 'Australia/Sydney'],
  'indonesia|印尼|印度尼西亚': ['Asia/Jakarta', 'Asia/Makassar'],
  'spain|espana|西班牙|испания|испании|espagne|spanien|hiszpania': [
    'Europe/Madrid',
    'Atlantic/Canary',
  ],
  'portugal|葡萄牙': ['Europe/Lisbon', 'Atlantic/Azores'],
  'uk|u.k.|united kingdom|britain|british|英国|英國|великобритания|britannique|reino unido|royaume-uni|wielka brytania|영국':
    ['Europe/London'],
  'germany|german|德国|德國|германия|германии|alemania|alemanha|allemagne|deutsche|deutscher|deutschland|niemcy|독일':
    ['Europe/Berlin'],
  'france|french|法国|法國|франция|франции|francia|frankreich|francja|프랑스': ['Europe/Paris'],
  'italy|italian|意大利|италия|италии|italia|italie|italien|wlochy': ['Europe/Rome'],
  'poland|polish|波兰|波蘭|польша|польше|polonia|pologne|polen|polska|polskiego|폴란드': [
    'Europe/Warsaw',
  ],
  'turkey|turkiye|土耳其|турция|турции|turquia|turquie|turkei|turcja': ['Europe/Istanbul'],
  'ukraine|乌克兰|украина': ['Europe/Kiev'],
  'belarus|白俄罗斯|беларусь|белоруссия': ['Europe/Minsk'],
  'kazakhstan|哈萨克斯坦|казахстан': ['Asia/Almaty'],
  'israel|以色列|израиль': ['Asia/Jerusalem'],
  'korea|korean|south korea|韩国|韓國|корея|корее|corea|coreia|coree|한국': ['Asia/Seoul'],
  'japan|japanese|日本|япония|японии|japon|japao|일본': ['Asia/Tokyo'],
  'india|indian|印度|индия|индии': ['Asia/Kolkata'],
  'vietnam|越南': ['Asia/Ho_Chi_Minh'],
  'thailand|泰国': ['Asia/Bangkok'],
  'malaysia|马来西亚': ['Asia/Kuala_Lumpur'],
  'philippines|菲律宾': ['Asia/Manila'],
  'saudi arabia|沙特': ['Asia/Riyadh'],
  'uae|阿联酋': ['Asia/Dubai'],
  'chile|智利': ['America/Santiago', 'Pacific/Easter'],
  'argentina|阿根廷': ['America/Argentina/Buenos_Aires'],
  'colombia|哥伦比亚': ['America/Bogota'],
  'peru|秘鲁': ['America/Lima'],
  'south africa|南非': ['Africa/Johannesburg'],
};

/** Words that make the name beside them the name of a clock. */
export const TIME_WORDS =
  'time|standard time|时间|時間|标准时间|標準時間|时区|時區|标准时|время|времени|hora|horario|heure|heures|zeit|uhrzeit|ortszeit|czas|czasu|시간|시각|표준시';
