import { describe, expect, it } from 'vitest';
import type { TextLanguage } from './schema.ts';
import { problemsOf, texts } from './testing/made-up.ts';

/** What the inspection says of each of these texts in a language, by their place. */
function spoken(language: TextLanguage, all: readonly string[]): string[][] {
  const found = problemsOf(
    all.map((text, i) => ({ id: `b${i}`, kind: 'fact', text: texts(language, text) })),
    // What is offered nowhere is read, and never written.
    { platforms: [] },
  );
  return all.map((_, i) =>
    found
      .filter((each) => each.startsWith(`blocks.b${i}.text (${language}) `))
      .map((each) => each.slice(each.indexOf(') ') + 2, each.indexOf(': “'))),
  );
}

type Trap = readonly [message: string, wrong: readonly string[], right: readonly string[]];
const gender = 'shows the gender of a person';
const traps: Readonly<Partial<Record<TextLanguage, readonly Trap[]>>> = {
  'zh-CN': [
    ['writes 您; the house says 你', ['请您看'], ['请你看']],
    [
      'has half-width punctuation beside Chinese',
      ['好,好', '好;', '好:', '好?', '(好)', ')好', ';好', ':好', '?好'],
      ['好，好', '好：12', '好:12', 'a, b', '（好）'],
    ],
    [
      'types a space between Chinese and Latin',
      ['好 a', '好 1', '好 {$item}', 'a 好', '1 好', '{$item} 好'],
      ['好a', 'a好', '{$item}好', 'a 1', '好 好'],
    ],
  ],
  ru: [
    [
      'shows the gender of a person, or says “I”',
      ['Мы рада', 'рад', 'уважаемая', 'Я тут', 'мне', 'Мой', 'моя', 'мои'],
      ['радуга', 'парад', 'меня', 'моясь'],
    ],
    [
      'capitalises вы; the setting does that',
      ['мы Вас', 'мы Вам', 'мы Вы', 'с Вами', 'о Вашем', 'о Ваш'],
      [
        'Вы тут',
        'да. Вы',
        'да! Вам',
        'да? Вас',
        'так: Вы',
        'да\nВы',
        '1) Вы',
        '«Вы»',
        'мы вас',
        'мы Высь',
      ],
    ],
    [
      'needs case=genitive after «в течение»',
      [
        'в течение {$days :days}',
        'в течение {$days :hours}',
        'в течение {$days :pieces}',
        'в течение {$days :working-days}',
      ],
      ['в течение {$days :days case=genitive}', 'за {$days :days}'],
    ],
    [
      'needs case=genitive after the preposition',
      [
        'до {$days :days}',
        'около {$days :hours}',
        'более {$days :pieces}',
        'менее {$days :working-days}',
      ],
      ['до {$days :days case=genitive}', 'до {$date :day}'],
    ],
    ['uses other quotation marks than « »', ['“да', 'да”', '„да'], ['«да»']],
    [
      'says «отвечаем за это мы»; say «это наша ответственность»',
      ['Отвечаем за это мы'],
      ['это наша ответственность'],
    ],
    [
      'carries a solution out word for word; say «оформим вариант»',
      ['Выполним решение', 'выполним предложение', 'выполним его', 'выполним её'],
      ['выполним заказ'],
    ],
    [
      'names the delivery; what is extended is «срок защиты заказа»',
      ['Продлим срок доставки', 'продлили срок доставки'],
      ['продлим срок защиты заказа'],
    ],
  ],
  es: [
    [
      gender,
      ['Estimada', 'estimado', 'bienvenido', 'satisfecha', 'encantado'],
      ['estimación', 'desencantado'],
    ],
    [
      'says tú; use usted',
      ['tú', 'a tú o', 'tu', 'Tus', 'te', 'contigo', 'ti'],
      ['tubo', 'usted', 'este', 'tía'],
    ],
    [
      'is American Spanish; the texts are es-ES',
      ['un video', 'Reemplazo', 'celular'],
      ['vídeo', 'videos'],
    ],
    [
      'uses realizar for llevar a cabo',
      [
        'realizar la solución',
        'realizaremos una propuesta',
        'realizar una solución',
        'La realizaremos',
      ],
      ['realizar el pago', 'llevar a cabo la solución'],
    ],
  ],
  'pt-BR': [
    [
      gender,
      ['Obrigada', 'obrigado', 'prezada', 'satisfeito', 'bem-vinda'],
      ['agradecemos', 'obrigação'],
    ],
    [
      'is not Brazilian or not você',
      ['teu', 'Tua', 'contigo', 'encomenda', 'reembolsá-lo', 'senhor', 'senhora'],
      ['seu', 'encomendas'],
    ],
    ['says item for goods; say produto', ['O item', 'item'], ['o produto', '{$item}', 'itens']],
    ['says isso twice', ['isso e isso', 'Isso\nou isso'], ['isso', 'isso e disso']],
  ],
  fr: [
    [
      gender,
      [
        'prêt(e)',
        'colis(s)',
        'les(es)',
        'cher',
        'satisfaite',
        'satisfait',
        'désolé',
        'désolées',
        'ravi',
        'ravie',
        'ravis',
      ],
      ['chercher', '(a)', 'ravir'],
    ],
    [
      'lacks the space before : ; ?',
      ['oui;', 'oui?', 'oui:', 'oui: non'],
      ['oui ;', 'oui ?', 'oui :', 'a?b', '12:30'],
    ],
    ['uses a straight apostrophe', ["l'avis"], ['l’avis', "5' 6"]],
    ['says tu; use vous', ['tu es', 'Toi', 'ton colis', 'tes'], ['tube', 'vous', 'raton']],
    [
      'says “par la plateforme X”; say via X',
      ['par la plateforme {$platform}'],
      ['via {$platform}'],
    ],
    [
      'leaves out the second “nous”',
      ['oui, vous dirons', 'oui, vous écrirons'],
      ['nous vous dirons'],
    ],
  ],
  de: [
    [
      gender,
      ['Sehr geehrte Frau', 'sehr geehrter', 'Lieber {$buyerName}', 'liebe {$buyerName}'],
      ['Liebe Grüße', 'sehr gern'],
    ],
    [
      'says du; use Sie',
      ['du', 'Dich', 'dir', 'dein', 'Deine', 'deinem'],
      ['dunkel', 'Sie', 'wieder'],
    ],
    [
      'calls the carrier Zusteller, who is the person at the door',
      ['der Zusteller'],
      ['der Zustelldienst'],
    ],
    [
      'writes a thing by a day; say “melden uns bis zum … mit …”',
      [
        'Wir schreiben Ihnen bis zum {$date :day}',
        'Hier schreiben wir Ihnen dann bis zum {$date :day}',
      ],
      ['Wir schreiben Ihnen. Das gilt bis zum {$date :day}', 'Wir melden uns bis zum {$date :day}'],
    ],
    [
      'needs case=dative',
      [
        'innerhalb von {$days :days}',
        'nach {$days :hours}',
        'seit {$days :working-days}',
        'in {$days :days}',
      ],
      ['in {$days :days case=dative}', 'für {$days :days}', 'in {$days :pieces}'],
    ],
  ],
  pl: [
    [
      'says Pan or Pani',
      ['Pan ma', 'Pani', 'Panią', 'Szanowny', 'Pana', 'Panu', 'szanowna', 'szanowny'],
      ['Panama', 'plan'],
    ],
    [gender, ['zrobił(a)', 'zrobi(ła)', 'zrobił/a', 'zrobił/ł'], ['zrobiono', 'był/ale']],
    [
      'needs case=genitive after “w ciągu”',
      [
        'w ciągu {$days :days}',
        'w ciągu {$days :hours}',
        'w ciągu {$days :pieces}',
        'w ciągu {$days :working-days}',
      ],
      ['w ciągu {$days :days case=genitive}', 'przez {$days :days}'],
    ],
    [
      'is officialese',
      ['Wiadomość tutaj', 'kraj dostawy', 'kraju dostawy', 'Płatność już dotarła'],
      ['wiadomość', 'Płatność. Dotarła'],
    ],
    ['greets by a name that would need the vocative', ['{$buyerName}'], ['{$item}']],
  ],
  ko: [
    [
      'uses the 해요 style',
      ['주세요.', '해요', '맞죠요?', '해요 네', '이에요\n네', '있어요', '가까요'],
      ['합니다.', '요금', '해요금'],
    ],
    ['says 당신', ['당신은'], ['고객님']],
    [
      'is translated; no Korean shop writes so',
      ['것으로 이해합니다', '택배사에 인계', '보관하시고'],
      ['보관해 주십시오'],
    ],
    [
      'puts a particle that depends on the last sound after a variable',
      [...'을를이가은는와과로', '으로'].map((particle) => `{$item}${particle} 네`),
      ['{$item} 네', '{$item}까지', '{$item}이라'],
    ],
  ],
  en: [
    ['has two spaces in a row', ['a  b'], ['a b']],
    ['has an exclamation mark', ['a!', 'a！'], ['a?']],
    [
      'has an invisible character',
      ['a\u00a0b', 'a\u00ad', 'a\u200bb', 'a\u2028b', 'a\u2060b', '\ufeffa'],
      ['a\u2019b'],
    ],
    ['has an emoji', ['a 🙂', '✔'], ['a ✗'.slice(0, 1)]],
    ['has a space before a full stop or comma', ['a , b', 'a .'], ['a .5', 'a, b']],
  ],
};

describe.each(Object.entries(traps) as [TextLanguage, readonly Trap[]][])(
  'a text in %s',
  (language, all) => {
    it('is refused for what no native would write, and for that alone', () => {
      for (const [message, wrong, right] of all) {
        const found = spoken(language, [...wrong, ...right]);
        wrong.forEach((text, i) => {
          expect(found[i], `${message}: ${text}`).toContain(message);
        });
        right.forEach((text, i) => {
          expect(found[wrong.length + i], `${message}: ${text}`).not.toContain(message);
        });
      }
    });
  },
);
