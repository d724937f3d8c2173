import { SMALL_WORDS } from './small-words.ts';

/**
 * Which language a few words are in: a name of goods, half a clause. Too short for small words to tell, so
 * words that people write about goods and parcels count, letters that one language has alone, and endings.
 * Fetched with what reads a person's own words; nothing that a page shows at once may need it.
 */

const listed = (lists: Readonly<Record<string, string>>) =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));

/** Words of goods and parcels that have gone into other languages as well: one alone tells nothing. */
const LOANS = listed({
  en: 'case cable watch light bag box set cover phone charger sensor stock stand checks package parcel',
});

/** Words of goods, parcels, colours, days: one of them is a sign, and enough where nothing speaks for the buyer's language. */
const TELLING = listed({
  en: 'hose hut mantel bad wand support rose noir collar customs delayed delay damaged broken carrier courier warehouse strike weather lost stuck waiting held inspection missing wrong size colour color sent shipped arrived late holiday closed checking battery lamp shoes dress packing packaging order table chair headphones earphones earbuds speaker keyboard mouse screen holder desk wall kitchen bathroom women woman men kids child children girl boy shirt trousers pants jacket coat hat gloves socks ring necklace bracelet earrings cup mug knife wood wooden leather cotton steel red black white blue green yellow pink grey gray brown purple with without two three large small robe pillow blanket toy tool',
  de: 'ring hand hat robe paket zoll zollprüfung zollamt verspätet verspätung beschädigt kaputt defekt lager streik streikt wetter verloren prüft prüfung fehlt falsch falsche größe farbe geschickt versandt versendet angekommen spät feiertag geschlossen lieferung geliefert ware lampe leuchte kabel ladegerät akku schuhe kleid tasche handyhülle hülle uhr bestellung verpackung hält liegt noch tisch stuhl kopfhörer lautsprecher tastatur maus bildschirm halter halterung ständer wand küche bad damen herren kinder mädchen hemd hose jacke mantel hut mütze handschuhe socken kette armband ohrringe becher messer holz leder baumwolle stahl rot rote roter schwarz schwarze weiß weiße blau blaue grün grüne gelb gelbe braun grau für ohne zwei drei seit montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli oktober dezember kissen decke spielzeug werkzeug set etui box sensor große kleine köpfe köpfen',
  fr: 'ring large stock colis douane douanes retard retardé endommagé cassé transporteur entrepôt grève météo perdu bloqué retenu retient attente contrôle vérification manque mauvaise taille couleur envoyé expédié arrivé férié fermé livraison lampe câble chargeur batterie chaussures robe sac coque montre commande emballage table chaise casque écouteurs clavier souris écran support bureau mur cuisine femme femmes homme hommes enfant enfants fille garçon chemise pantalon veste manteau chapeau gants chaussettes bague collier bracelet tasse couteau bois cuir coton acier rouge rouges noir noire noirs blanc blanche bleu bleue vert verte jaune rose gris grise marron avec sans deux trois depuis lundi mardi mercredi jeudi vendredi samedi dimanche janvier février juin juillet août octobre décembre chevet oreiller couverture jouet outil étui housse set',
  es: 'bolsa tela capa cabo carro feriado red paquete aduana aduanas retraso retrasado dañado roto transportista almacén huelga perdido retenido espera revisión falta equivocado talla color enviado llegó tarde festivo cerrado entrega lámpara cable cargador batería zapatos zapatillas vestido bolso funda reloj pedido embalaje revisa retiene mesa silla auriculares altavoz teclado ratón pantalla soporte escritorio pared cocina mujer mujeres hombre hombres niño niña niños camisa pantalón pantalones chaqueta abrigo sombrero guantes calcetines anillo collar pulsera pendientes taza cuchillo madera cuero piel algodón acero rojo roja rojos rojas negro negra negros blanco blanca azul verde amarillo rosa gris marrón dos tres desde lunes martes miércoles jueves viernes sábado domingo enero febrero junio julio agosto octubre diciembre coche móvil almohada manta juguete herramienta sensor set',
  pt: 'tarde bolso rede pacote alfândega atraso atrasado danificado quebrado transportadora armazém greve perdido retido espera fiscalização falta errado tamanho cor enviado chegou feriado fechado entrega luminária lâmpada cabo carregador bateria sapatos vestido bolsa capa relógio pedido embalagem verifica mesa cadeira fone fones ouvido teclado tela suporte parede cozinha mulher mulheres feminino feminina homem homens masculino criança crianças menina menino camisa calça jaqueta casaco chapéu luvas meias anel colar pulseira brincos caneca xícara faca madeira couro algodão aço vermelho vermelha preto preta branco branca azul verde amarelo rosa cinza marrom dois duas três desde segunda-feira terça-feira quarta-feira quinta-feira sexta-feira janeiro fevereiro junho julho agosto outubro dezembro carro celular travesseiro cobertor brinquedo ferramenta sensor',
  pl: 'paczka paczkę paczki cło celna celnej kontrola opóźnienie opóźniona uszkodzona uszkodzony zepsuty przewoźnik magazyn magazynie strajk pogoda zgubiona zatrzymana czeka sprawdza brak brakuje zły rozmiar kolor wysłana wysłano dotarła święto zamknięte dostawa lampa lampka kabel ładowarka bateria buty sukienka torba torebka etui zegarek zamówienie opakowanie stół krzesło słuchawki głośnik klawiatura mysz ekran uchwyt biurkowa biurko ścienna kuchnia damskie damska męskie męska dzieci dziecięca koszula koszulka spodnie kurtka płaszcz kapelusz czapka rękawiczki skarpetki pierścionek naszyjnik bransoletka kolczyki kubek nóż drewno drewniany drewniana skóra skórzana bawełna stal czerwony czerwona czerwone czarny czarna czarne biały biała białe niebieski niebieska zielony zielona żółty różowy szary brązowy bez dwa trzy poniedziałek wtorek środa czwartek piątek sobota niedziela stycznia lutego czerwca lipca sierpnia października grudnia samochodu poduszka koc zabawka narzędzie sensor',
  it: 'lampada tavolo scarpe borsa vestito orologio custodia caricabatterie cuffie rosso rossa rosse rossi nero nera nere bianco bianca bianche verde blu giallo grigio marrone legno pelle cotone acciaio donna uomo bambini bambina cavo sedia cuscino coperta zaino maglietta camicia pantaloni giacca cappotto cappello guanti calze anello collana bracciale orecchini tazza coltello pacco spedizione dogana ritardo rotto danneggiato sciopero due tre lunedì martedì mercoledì giovedì venerdì sabato domenica cucina parete scrivania giocattolo',
  nl: 'schoenen jurk hoesje telefoonhoesje oplader koptelefoon tafellamp bureaulamp rood zwart zwarte witte blauw groen hout houten leren stoel kussen deken kabel pakket douane vertraging kapot staking maandag dinsdag woensdag donderdag vrijdag zaterdag zondag dames heren broek jas horloge',
  tr: 'ayakkabı elbise çanta lamba kırmızı siyah beyaz mavi yeşil sarı kablo kulaklık gümrük kargo kadın erkek çocuk ahşap deri pazartesi salı çarşamba perşembe cuma',
  cs: 'boty šaty taška kabelka lampa kabel nabíječka sluchátka červená červené černá černé bílá bílé modrá zelená dřevěný kožená balík celnice zpoždění hodinky pondělí úterý středa čtvrtek pátek',
});
const LANGUAGES = [...TELLING.keys()];

/** Letters that of these languages only one writes. */
const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['de', /[ßäöü]/u],
  ['pl', /[łąęśźżćń]/u],
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['fr', /[œèùûîë]/u],
];

/** German joins its nouns, so that the last of them tells. */
const COMPOUND =
  /.{3}(?:lampe|leuchte|tasche|hülle|kabel|schuhe|kleid|gerät|armband|halterung|ständer|kissen|decke|maschine|messer|kette|ringe|uhr)$/u;

/** Endings and groups of letters that mark the words of a language, where they are long enough to tell. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['en', /(?:ing|tion|ness|ly|ght|ck|ed)$|^wh|th/u],
  ['de', /(?:ung|ungen|keit|heit|lich|isch|iert|ieren|chten?)$|sch|^ge.{3,}t$/u],
  ['fr', /(?:eux|euse|aient|oire|eau|elle|ement|ée|és|ées|ique)$|oi[rst]|eur/u],
  ['es', /(?:ción|ciones|dad|iendo|aje)$|ll/u],
  ['pt', /(?:ção|ções|dade|(?<!i)endo|agem)$|nh|lh/u],
  ['pl', /(?:ość|ości|ego|emu|ych|ami|anie|enie|cja|cji|ów|owy|owa|nie|ie)$|cz|sz|rz|dz/u],
];
const LONG_ENOUGH = 5;

/** So many signs more of one other language than of the buyer's: perhaps another language. */
const PERHAPS = 2;

/** A text in its clauses, and they in their words as written, each once. */
const clausesOf = (text: string): string[][] =>
  text
    .normalize('NFC')
    .split(/[,;:.!?()/–—«»“”„"]+|\s-\s/u)
    .map((clause) => [...new Set(clause.split(/[^\p{L}\p{N}-]+/u).filter(Boolean))]);

const tells = (language: string, small: string): boolean =>
  (TELLING.get(language)?.has(small) ?? false) || (language === 'de' && COMPOUND.test(small));

/** Whether a word is a sign of a language. One with a capital is a name, unless it is a word of the trade. */
function isSign(language: string, word: string): boolean {
  const small = word.toLowerCase();
  if (tells(language, small) || LOANS.get(language)?.has(small)) return true;
  if (word !== small) return false;
  const letters = OWN_LETTERS.some(([id, own]) => id === language && own.test(small));
  const shape =
    small.length >= LONG_ENOUGH && SHAPES.some(([id, own]) => id === language && own.test(small));
  return letters || shape || (SMALL_WORDS[language]?.has(small) ?? false);
}

/**
 * Whether a clause of the text shows signs of another language and none, or clearly fewer, of its own. A
 * reason to ask, not to refuse.
 */
export function mayBeAnother(text: string, language: string): boolean {
  const base = new Intl.Locale(language).language;
  const others = LANGUAGES.filter((other) => other !== base);
  return clausesOf(text).some((clause) => {
    // A sentence of one's own begins with a capital.
    const own = clause.filter(
      (word) => isSign(base, word) || SMALL_WORDS[base]?.has(word.toLowerCase()),
    );
    return others.some((other) => {
      // A word of both languages speaks for neither.
      const theirs = clause.filter((word) => isSign(other, word));
      const alone = theirs.filter((word) => !own.includes(word));
      const ours = own.filter((word) => !theirs.includes(word)).length;
      return (
        alone.length - ours >= PERHAPS ||
        (ours === 0 && alone.some((word) => tells(other, word.toLowerCase())))
      );
    });
  });
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** A word of letters in Latin script is about so many signs of a script that needs fewer. */
const LATIN_LETTERS = 3;

/** The likeliest language of a text, without region: `zh`, `pt`, … English where nothing tells. */
export function languageOf(text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const [script] = SCRIPTS.map(([language, pattern]) => [language, count(pattern)] as const)
    .filter(([, found]) => found > 0 && found * LATIN_LETTERS >= latin)
    .sort((a, b) => b[1] - a[1]);
  if (script) return script[0];
  const words = clausesOf(text).flat();
  const score = (language: string) =>
    words.filter((word) => isSign(language, word) || SMALL_WORDS[language]?.has(word.toLowerCase()))
      .length;
  return Object.keys(SMALL_WORDS).reduce((best, one) => (score(one) > score(best) ? one : best));
}
