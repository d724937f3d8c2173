/**
 * Writes src/content/calendars/generated.yaml: public holidays of the countries sellers ship to,
 * worked out from the holiday rules of the `date-holidays` package.
 *
 * It is a build-time table because the package is too heavy for a browser. China and Russia are
 * not in it: for them the package is wrong, and the published plans stand in files of their own.
 *
 *   node scripts/build-calendars.mjs          writes the table
 *   node scripts/build-calendars.mjs --check  fails where the committed table differs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';
import { stringify } from 'yaml';

const FILE = fileURLToPath(new URL('../src/content/calendars/generated.yaml', import.meta.url));
const YEARS = [2025, 2026, 2027];
const SATURDAY_SUNDAY = [6, 7];
const FRIDAY_SATURDAY = [5, 6];

/** Zone of the capital or of most people; `several` where a buyer may live in another one. */
const COUNTRIES = {
  AE: { zone: 'Asia/Dubai' },
  AT: { zone: 'Europe/Vienna' },
  AU: { zone: 'Australia/Sydney', several: true },
  BE: { zone: 'Europe/Brussels' },
  BR: { zone: 'America/Sao_Paulo', several: true },
  BY: { zone: 'Europe/Minsk' },
  CA: { zone: 'America/Toronto', several: true },
  CH: { zone: 'Europe/Zurich' },
  CL: { zone: 'America/Santiago', several: true },
  CZ: { zone: 'Europe/Prague' },
  DE: { zone: 'Europe/Berlin' },
  ES: { zone: 'Europe/Madrid', several: true },
  FR: { zone: 'Europe/Paris' },
  GB: { zone: 'Europe/London', state: 'ENG' },
  IE: { zone: 'Europe/Dublin' },
  IL: { zone: 'Asia/Jerusalem', weekend: FRIDAY_SATURDAY },
  IT: { zone: 'Europe/Rome' },
  JP: { zone: 'Asia/Tokyo' },
  KR: { zone: 'Asia/Seoul' },
  KZ: { zone: 'Asia/Almaty' },
  MX: { zone: 'America/Mexico_City', several: true },
  NL: { zone: 'Europe/Amsterdam' },
  PL: { zone: 'Europe/Warsaw' },
  PT: { zone: 'Europe/Lisbon', several: true },
  RO: { zone: 'Europe/Bucharest' },
  SA: { zone: 'Asia/Riyadh', weekend: FRIDAY_SATURDAY },
  SE: { zone: 'Europe/Stockholm' },
  TR: { zone: 'Europe/Istanbul' },
  UA: { zone: 'Europe/Kyiv' },
  US: { zone: 'America/New_York', several: true },
};

const CHINESE = {
  "All Saints' Day": '诸圣节',
  "All Souls' Day": '万灵节',
  'Anzac Day': '澳新军团日',
  'Armistice Day': '停战纪念日',
  'Army Day': '陆军节',
  'Ascension Day': '耶稣升天节',
  Assumption: '圣母升天节',
  'Australia Day': '澳大利亚国庆日',
  'Autumnal Equinox Day': '秋分日',
  'Bastille Day': '法国国庆日',
  "Benito Juárez's birthday": '贝尼托·华雷斯诞辰',
  'Birthday of Muhammad (Mawlid)': '圣纪节',
  'Black Awareness Day': '黑人意识日',
  'Boxing Day': '节礼日',
  "Buddha's Birthday": '佛诞日',
  Bundesfeiertag: '瑞士国庆日',
  'Canada Day': '加拿大国庆日',
  'Capital City Day': '首都日',
  "Children's Day": '儿童节',
  'Christmas Day': '圣诞节',
  'Christmas Eve': '平安夜',
  "Citizens' Holiday": '国民休息日',
  'Columbus Day': '哥伦布日',
  'Coming of Age Day': '成人日',
  'Commemoration Day': '纪念日',
  'Commemoration of Atatürk, Youth and Sports Day': '纪念凯末尔暨青年体育节',
  'Constitution Day': '宪法日',
  'Corpus Christi': '基督圣体节',
  'Culture Day': '文化日',
  'Day of Atonement (Yom Kippur)': '赎罪日',
  'Day of the Unification of the Romanian Principalities': '罗马尼亚公国统一日',
  'Defender of the Fatherland Day': '祖国保卫者日',
  'Defenders of Ukraine Day': '乌克兰保卫者日',
  'Democracy and National Unity Day': '民主与民族团结日',
  'Día de la Constitución Española': '西班牙宪法日',
  'Early May bank holiday': '五月初银行假日',
  'Easter Monday': '复活节星期一',
  'Easter Saturday': '复活节星期六',
  'Easter Sunday': '复活节',
  'Eid al-Adha': '古尔邦节',
  'Election Day': '选举日',
  "Emperor's Birthday": '天皇诞生日',
  'End of Ramadan (Eid al-Fitr)': '开斋节',
  Epiphany: '主显节',
  'Federal Day of Thanksgiving, Repentance and Prayer': '联邦感恩忏悔祈祷日',
  'Feast of Tabernacles (Sukkot)': '住棚节',
  'Feast of the Sacrifice (Eid al-Adha)': '古尔邦节',
  'Fiesta Nacional de España': '西班牙国庆日',
  'First day of Ramadan': '斋月首日',
  'First Monday in August': '八月第一个星期一',
  'First Monday in June': '六月第一个星期一',
  'First Monday in May': '五月第一个星期一',
  'Foundation Day': '建国纪念日',
  'Founding Day': '建国日',
  'Good Friday': '耶稣受难日',
  'Greenery Day': '绿之日',
  'Hangul Day': '韩文日',
  'Immaculate Conception': '圣母无染原罪节',
  'Implantação da República': '葡萄牙共和国日',
  'Independence Day': '独立日',
  'Independence Day (Yom HaAtzmaut)': '以色列独立日',
  'Independence Movement Day': '三一节',
  'Independent Czechoslovak State Day': '捷克斯洛伐克独立日',
  "Indigenous People's Day": '原住民日',
  "International Women's Day": '国际妇女节',
  'Islamic New Year': '伊斯兰新年',
  'Jan Hus Day': '扬·胡斯日',
  Juneteenth: '六月节',
  "King's Day": '国王节',
  'Korean New Year': '韩国春节',
  'Korean Thanksgiving': '韩国中秋节',
  'Labor Thanksgiving Day': '勤劳感谢日',
  'Labour and Solidarity Day': '劳动与团结日',
  'Labour Day': '劳动节',
  'Last Monday in October': '十月最后一个星期一',
  "Laylat al-Mi'raj": '登霄节',
  'Liberation Day': '解放日',
  'Liberation from Nazi-Fascism (1945)': '意大利解放日',
  'Liberty Day': '自由日',
  'Marine Day': '海之日',
  'Martin Luther King Jr. Day': '马丁·路德·金纪念日',
  'Memorial Day': '阵亡将士纪念日',
  'Midsummer Day': '仲夏节',
  'Mimouna, Seventh day of Passover': '逾越节第七日',
  'Mountain Day': '山之日',
  'National Day': '国庆日',
  'National Day of Saint Francis of Assisi': '圣方济各日',
  'National Foundation Day': '开天节',
  'National Holiday': '国庆日',
  'National holiday': '国庆日',
  "National Sovereignty and Children's Day": '国家主权与儿童日',
  Nauryz: '纳吾热孜节',
  'Navy Day': '海军日',
  'New Year': '新年',
  "New Year's Day": '元旦',
  'October Revolution Day': '十月革命节',
  'Orthodox Christmas': '东正教圣诞节',
  'Orthodox Easter': '东正教复活节',
  'Our Lady of Aparecida': '阿帕雷西达圣母日',
  'Our Lady of Mount Carmel': '加尔默罗圣母日',
  'Passover (Pesach)': '逾越节',
  Pentecost: '五旬节',
  "People's Unity Day": '人民团结日',
  'Portugal Day': '葡萄牙日',
  'Reformation Day': '宗教改革日',
  'Republic Day': '共和国日',
  'Respect-for-the-Aged Day': '敬老日',
  'Restauração da Independência': '葡萄牙恢复独立日',
  'Revolution Day': '革命日',
  'Rosh Hashanah (Day 2)': '犹太新年第二日',
  'Rosh Hashanah (Yom Teruah)': '犹太新年',
  'Saint John the Baptist': '施洗者圣约翰日',
  'Saints Cyril and Methodius Day': '圣西里尔和圣美多德日',
  'Saints Peter and Paul': '圣彼得与圣保罗日',
  'Shavuot (Feast of Weeks)': '七七节',
  'Showa Day': '昭和日',
  'Simchat Torah/ Shmini Atzeret': '庆法节',
  'Sports Day': '体育日',
  'Spring bank holiday': '春季银行假日',
  'Spring Equinox Day': '春分日',
  "St Andrew's Day": '圣安德烈日',
  'St. Brigid’s Day': '圣布里吉德日',
  'St. Patrick’s Day': '圣帕特里克节',
  'St. Stephen’s Day': '圣斯德望日',
  'St. Wenceslas Day (Czech Statehood Day)': '圣瓦茨拉夫日',
  Staatsfeiertag: '五一国际劳动节',
  'Statehood Day': '建国日',
  'Struggle for Freedom and Democracy Day': '争取自由与民主日',
  'Summer bank holiday': '夏季银行假日',
  'Thanksgiving Day': '感恩节',
  "Tiradentes' Day": '蒂拉登特斯日',
  'Veterans Day': '退伍军人节',
  'Victory Day': '胜利日',
  "Washington's Birthday": '华盛顿诞辰日',
  'Whit Monday': '圣灵降临节星期一',
};

/** The package starts Korea's three days on New Year's Day; they start the day before. */
const STARTS_EARLIER = { 'KR Korean New Year': 1 };

const SUBSTITUTE = / \(substitute day\)$/;

function chinese(name) {
  const plain = name.replace(SUBSTITUTE, '');
  const found = CHINESE[plain];
  if (!found) return null;
  return SUBSTITUTE.test(name) ? `${found}补假` : found;
}

const names = [];
const missing = new Set();

function nameIndex(name) {
  const known = names.findIndex((other) => other.en === name);
  if (known >= 0) return known;
  const zh = chinese(name);
  if (!zh) missing.add(name);
  return names.push({ en: name, 'zh-CN': zh ?? name }) - 1;
}

function daysOf(country, state, year) {
  const source = state ? new Holidays(country, state) : new Holidays(country);
  const days = new Map();
  // Holidays of the year before may reach into this one.
  for (const of of [year - 1, year])
    for (const holiday of source.getHolidays(of, 'en')) {
      if (holiday.type !== 'public') continue;
      const length = Math.max(1, Math.floor((holiday.end - holiday.start) / 86_400_000));
      for (let i = 0; i < length; i += 1) {
        const day = new Date(`${holiday.date.slice(0, 10)}T00:00:00Z`);
        const earlier = STARTS_EARLIER[`${country} ${holiday.name}`] ?? 0;
        day.setUTCDate(day.getUTCDate() + i - earlier);
        const date = day.toISOString().slice(0, 10);
        if (date.startsWith(`${year}-`) && !days.has(date)) days.set(date, holiday.name);
      }
    }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, name]) => `${date.slice(5)}:${nameIndex(name)}`)
    .join(' ');
}

const countries = {};
for (const [country, { zone, several = false, weekend = SATURDAY_SUNDAY, state }] of Object.entries(
  COUNTRIES,
)) {
  const years = {};
  for (const year of YEARS) {
    const days = daysOf(country, state, year);
    if (days) years[year] = days;
  }
  countries[country] = { zone, severalZones: several, weekend, years };
}

if (missing.size > 0) {
  console.error(`No Chinese name for: ${[...missing].join('; ')}`);
  process.exit(1);
}

const text = `# Written by scripts/build-calendars.mjs; do not edit by hand.
${stringify(
  {
    id: 'generated',
    note: {
      en: 'Computed from holiday rules, not an official plan. Regional holidays and days announced at short notice are not in it.',
      'zh-CN': '按节日规则推算，不是官方安排。地区性假日和临时宣布的假日不在其中。',
    },
    names,
    countries,
  },
  { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false },
)}`;

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error(
      'generated.yaml is not what the script writes. Run: node scripts/build-calendars.mjs',
    );
    process.exit(1);
  }
  console.log(`generated.yaml is up to date: ${Object.keys(countries).length} countries.`);
} else {
  writeFileSync(FILE, text);
  console.log(
    `${Object.keys(countries).length} countries, ${names.length} names, ${text.length} bytes`,
  );
}
