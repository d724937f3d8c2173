/**
 * The words of a sentence about time that is left, in nine languages, beside those of `words.ts`.
 * Accents, case and width make no difference. Nothing here is skipped for being long or rare: a word
 * in no list is named.
 */

/** Words of duty, of answering and of the things answered about. None of them changes the length. */
export const ANSWERING: Readonly<Record<string, string>> = {
  en: 'must|should|need|needs|can|shall|please|only|just|we|us|our|i|my|they|their|he|his|she|her|its|are|am|been|accept|reject|refuse|provide|submit|upload|add|act|react|decide|handle|review|resolve|solve|settle|appeal|contact|confirm|ship|dispatch|pay|cancel|complete|choose|agree|action|evidence|proof|solution|proposal|offer|decision|details|information|photos|payment|shipment|delivery|package|item|items|goods|product|client|customer|support|team|aliexpress|ozon|ebay|amazon|etsy|shopee|paypal|system|side|window|period|countdown|timer|stage|next|more|full|another|response|responding|replying|answering|opening|closing|receiving|receipt|step|take|make|give|send|now',
  zh: '须|須|必须|必須|需|需要|应|應|应当|要|可|可以|务必|尽快|我|我们|他|对方|客户|客戶|客人|速卖通|店铺|商家|店主|响应时间|回应|回應|接受|拒绝|拒絕|同意|提供|上传|上傳|举证|舉證|证据|證據|材料|凭证|方案|协商|協商|申诉|申訴|上诉|操作|完成|进行|寄出|寄回|发出|支付|选择|期限|时限|時限|有效|有效期|仅|只|共计|剩|这|這|该|該|此|本|阶段|階段|窗口|做出|作出|决定|決定|判定|介入|默认|默認|失效|过期|過期|更|全部|运单号|单号|物流|包裹|货物|商品',
  ru: 'вы|вам|вас|мы|нам|нас|он|они|должны|должен|нужно|надо|необходимо|обязаны|можете|можно|следует|пожалуиста|только|лишь|еще|ответьте|ответить|отвечать|ответа|примите|принять|отклонить|отклоните|предоставить|предоставьте|загрузить|отправить|отправьте|отправки|решить|решите|решение|решения|решению|оспорить|обжаловать|апелляция|апелляцию|апелляции|оплатить|оплаты|подтвердить|вернуть|возвратить|доказательства|доказательств|заявка|заявку|заявки|запрос|запроса|сообщение|сообщения|товар|товара|посылка|посылки|деньги|магазин|система|площадка|озон|этот|эта|этого|таимер|закрыть|завершится|завершения|завершить|окончательно|спором|дать|сделать|рассмотреть|рассмотрения|на',
  es: 'debe|debes|deben|tendra|necesita|necesitas|puede|puedes|por favor|solo|solamente|le|te|nos|nosotros|ellos|mi|mas|contestar|contestacion|contesta|responda|responde|aceptar|rechazar|aportar|enviar|envie|envio|proporcionar|presentar|subir|decidir|decision|resolver|resuelva|resolucion|apelar|apelacion|actuar|pagar|pago|devolver|devolucion|reembolso|confirmar|solucion|propuesta|pruebas|prueba|mensaje|solicitud|articulo|producto|paquete|cliente|tienda|plataforma|sistema|periodo|caso|este|esta|cerrar|cierre|cerrarse|automaticamente|un|una|al|que|es|son|dar|total|otros|otras',
  pt: 'deve|devera|devem|precisa|precise|pode|podem|por favor|so|apenas|somente|lhe|nos|eles|minha|meu|mais|resposta|responda|responde|aceitar|recusar|rejeitar|fornecer|apresentar|enviar|envie|envio|anexar|decidir|decisao|resolver|resolva|resolucao|recorrer|recurso|agir|pagar|devolver|devolucao|reembolso|confirmar|solucao|proposta|provas|prova|mensagem|solicitacao|pedido|produto|item|pacote|cliente|loja|plataforma|sistema|periodo|caso|este|esta|fechar|fechamento|encerramento|encerrada|encerrado|automaticamente|um|uma|que|e|sao|dar|disputa|comprador|vendedor|sera',
  fr: 'devez|dois|doit|doivent|devra|devrez|pouvez|peut|veuillez|merci de|seulement|uniquement|ne|que|nous|ils|elle|mon|votre|vos|leur|ce|cette|cet|encore|plus|repondez|repond|accepter|refuser|rejeter|fournir|envoyer|envoyez|transmettre|ajouter|decider|decision|resoudre|regler|resolution|contester|appel|agir|payer|paiement|retourner|retour|remboursement|rembourser|confirmer|solution|proposition|preuve|preuves|message|demande|article|produit|colis|client|boutique|plateforme|systeme|periode|dossier|reclamation|fermeture|fermer|automatiquement|donner|est|son|sa|on|prochains|prochaines',
  de: 'mussen|muss|musst|sollten|sollen|soll|konnen|konnt|kann|bitte|nur|ihnen|ihr|ihre|ihren|ihrer|wir|uns|unser|er|es|sich|mein|ein|eine|einen|einer|mehr|weitere|weiteren|nachsten|antwortet|reagieren|reaktion|annehmen|akzeptieren|ablehnen|einreichen|vorlegen|senden|schicken|hochladen|entscheiden|entscheidung|losen|losung|einspruch|widerspruch|handeln|bezahlen|zahlen|zahlung|zurucksenden|rucksendung|erstatten|erstattung|bestatigen|vorschlag|nachweis|nachweise|belege|nachricht|anfrage|anfragen|artikel|ware|paket|kunde|kunden|shop|plattform|system|phase|dieser|diese|dieses|schliessen|schliessung|geben|werden|restzeit|verfugung|beantworten|abgeben|stellungnahme',
  pl: 'musisz|musi|musza|nalezy|trzeba|powinien|powinna|powinni|mozesz|moze|mozna|prosze|prosimy|tylko|jedynie|jeszcze|nam|my|oni|ich|swoj|panstwo|panstwa|wiecej|kolejne|odpowiedzi|odpowiada|zaakceptowac|przyjac|odrzucic|dostarczyc|przedstawic|przeslac|wyslac|dodac|zdecydowac|decyzja|decyzje|rozwiazac|rozwiazanie|odwolac|odwolanie|dzialac|zaplacic|platnosc|zwrocic|zwrot|zwrotu|potwierdzic|propozycja|propozycje|dowody|dowod|wiadomosc|zapytanie|wniosek|zgloszenie|produkt|towar|paczka|paczke|klient|klientowi|sklep|platforma|system|etap|ten|ta|to|zamkniecia|zamknac|zakonczenia|automatyczne|jest|sa|na|udzielic|udzielenie|pozostaje',
  ko: '반드시|꼭|지금|당신|고객님|우리|저희|고객|상점|판매점|플랫폼|시스템|알리익스프레스|요청|요청에|메시지|반품|환불|배송|발송|결제|상품|제품|증거|자료|제안|결정|해결|이의|이의신청|답변하세요|답변해야|답변하셔야|응답하세요|응답해야|응답하셔야|답장|회신|제출|제출해야|제출하세요|처리|처리해야|수락|거절|합니다|하세요|해야|됩니다|있습니다|있어요|기간|안에|이내에|동안|아직|앞으로|더|로|으로|만|종료까지|마감까지|완료|확인',
};

/** Time is still running, whether or not a number of it is named as left. */
export const STILL =
  'still|还|還|尚|尚有|尚余|余|仍有|aun|todavia|ainda|encore|jeszcze|еще|у вас еще|이제|verbleibt|bleiben|bleibt|restantes|te quedan|le quedan|rimangono|zostal|zostanie jeszcze';

/** More words for “within”. */
export const WITHIN =
  'em ate|no prazo de|dentro del plazo de|en un plazo de|en el plazo de|sous|sous un delai de|dans un delai de|dans les|dans le delai de|binnen|innerhalb|innert|w terminie|w przeciagu|в срок|в пределах|안에|內|之內|within the next|in the next|the next|over the next|nel giro di|im laufe von|en los proximos|nos proximos|nas proximas|en las proximas|in den nachsten|w ciagu najblizszych|в ближаишие|в течение ближаиших|今后|今後|未来|未來';

/** Sentences go on so behind the length; what follows does not change it. */
export const OTHERWISE =
  'or|otherwise|or else|oder|sonst|andernfalls|ou|sinon|o|de lo contrario|si no|caso contrario|senao|или|иначе|в противном случае|albo|lub|inaczej|w przeciwnym razie|否则|否則|不然|逾期|또는|아니면';

/** Somebody has the time: behind it, “before it closes” says what the time runs to. */
export const HAVING =
  'have|has|有|tiene|tienes|tem|avez|haben|hast|есть|у вас|masz|ma|있습니다|있어요';

/** The length is more, less or about what is written. */
export const INEXACT =
  'about|around|almost|nearly|approximately|approx|roughly|less than|less|fewer than|more than|under|over|up to|at most|at least|no more than|maximum|max|some|several|a few|couple|a couple of|or so|不到|不足|不满|不滿|少于|少於|将近|將近|接近|近|大约|大約|大概|约|約|差不多|左右|上下|超过|超過|多于|至少|最少|最多|不超过|不超過|以上|几|幾|数|多|примерно|приблизительно|около|менее|меньше|более|больше|почти|не более|не менее|максимум|минимум|несколько|casi|cerca de|aproximadamente|alrededor de|unos|unas|menos de|mas de|como maximo|al menos|hasta unos|quase|cerca|uns|umas|mais de|no maximo|pelo menos|menos|environ|presque|moins de|plus de|au plus|au maximum|au moins|a peu pres|quelques|etwa|ca|circa|ungefahr|fast|knapp|rund|weniger als|mehr als|hochstens|mindestens|bis zu|maximal|einige|okolo|prawie|niecale|mniej niz|wiecej niz|ponad|najwyzej|co najmniej|maksymalnie|kilka|약|대략|거의|미만|이상|최대|최소|정도|남짓|가량|half day|half a day|半天|半日|полдня|medio dia|meio dia|demi-journee|halber tag|halben tag|pol dnia|반나절';

/** Days of a calendar that the words do not name. */
export const WORKING =
  'business|working|work|weekday|weekdays|工作日|个工作日|個工作日|个营业日|营业日|рабочих|рабочии|рабочие|рабочего|habiles|habil|laborables|laborable|uteis|util|ouvres|ouvrables|ouvre|ouvrable|werktage|werktagen|werktag|arbeitstage|arbeitstagen|geschaftstage|robocze|roboczych|roboczy|영업일|근무일|平日|工作天';

/** Behind the length, or apart in front of it, they tie it to another moment than now. */
export const ANCHORS =
  'of|from|since|after|following|once|when|upon|as of|starting|counting|nach|seit|ab|nachdem|sobald|vom|von|vor|apres|depuis|a compter|a partir|des|lorsque|de|du|despues|desde|tras|cuando|contados|del|de la|apos|depois|quando|contados|da|do pedido|с|со|от|после|когда|с момента|со дня|с даты|от даты|po|od|kiedy|gdy|自|自从|从|從|起|之日起|日起|算起|以来|以來|부터|이후|에서|개봉';

/** Before the end of something; also “up to” straight in front of a number. */
export const BEFORE =
  'before|until|till|prior|bis|bevor|avant|jusqu|jusque|antes|hasta|ate|до|прежде|do|przed|zanim|까지';

/** What has happened: alone beside a length it says how long ago, or from when the length runs. */
export const EVENTS =
  'opened|started|created|submitted|received|sent|shipped|paid|delivered|closed|ended|accepted|rejected|expired|overdue|late|delayed|waiting|awaiting|pending|已|付款|发货|發貨|下单|收货|收到|签收|提起|提交|发起|创建|创建时间|打开|开启|開啟|确认|开始|开始时间|开启时间|超时|逾期|等待|открыт|открыта|открыто|открыли|создан|создано|отправлен|отправлено|оплачен|получен|просрочен|ожидание|abierto|abierta|abrio|creado|enviado|pagado|recibido|aberta|aberto|criado|recebido|ouvert|ouverte|clos|ferme|recu|expedie|eroffnet|geoffnet|erhalten|versandt|bezahlt|geschlossen|otwarty|otwarto|zamkniety|wyslano|oplacono|otrzymano|열림|시작됨|발송됨|결제됨';

/** Numbers written out. Words that are articles too count only in front of a unit. */
export const NUMBERS: Readonly<Record<string, number>> = {
  'a|an|one|un|una|uno|um|uma|une|ein|eine|einen|einem|einer|один|одна|одну|одни|jeden|jedna|jedno|한|하나': 1,
  'two|два|две|двух|двое|dwoch|dos|dois|duas|deux|zwei|dwa|dwie|두|둘': 2,
  'three|три|трех|трое|tres|trois|drei|trzy|trzech|세|셋|석': 3,
  'four|четыре|четырех|cuatro|quatro|quatre|vier|cztery|czterech|네|넷': 4,
  'five|пять|пяти|cinco|cinq|funf|piec|pieciu|다섯': 5,
  'six|шесть|шести|seis|sechs|szesc|szesciu|여섯': 6,
  'seven|семь|семи|siete|sete|sept|sieben|siedem|siedmiu|일곱': 7,
  'eight|восемь|ocho|oito|huit|acht|osiem|여덟': 8,
  'nine|девять|nueve|nove|neuf|neun|dziewiec|아홉': 9,
  'ten|десять|десяти|diez|dez|dix|zehn|dziesiec|열': 10,
  'eleven|одиннадцать|onze|elf|jedenascie': 11,
  'twelve|двенадцать|doce|doze|douze|zwolf|dwanascie': 12,
  'полтора|полторы|полутора|anderthalb|eineinhalb|poltora|poltorej': 1.5,
  'zweieinhalb|zweieinhalbe': 2.5,
  dreieinhalb: 3.5,
};

/** A number and its unit in one word. */
export const LENGTHS: Readonly<Record<string, [number, string]>> = {
  полчаса: [0.5, 'H'],
  하루: [1, 'D'],
  이틀: [2, 'D'],
  사흘: [3, 'D'],
  나흘: [4, 'D'],
  닷새: [5, 'D'],
  엿새: [6, 'D'],
  이레: [7, 'D'],
  여드레: [8, 'D'],
  아흐레: [9, 'D'],
  열흘: [10, 'D'],
  일주일: [7, 'D'],
};

export const HALF =
  'half|半|media|medio|meia|meio|demi|demie|halb|halbe|halben|halber|halbes|pol|반';
export const AND_HALF =
  'and a half|and one half|с половинои|y media|y medio|e meia|e meio|et demi|et demie|und eine halbe|und einen halben|und ein halber|und einer halben|i pol';
