import type { CountdownWords } from './language-words.ts';

/**
 * Of sentences about time that is left in Spanish, Portuguese, French, German and Polish: many of the words
 * stand in several of them, and each of the five knows them all.
 */
export const latin: CountdownWords = {
  still:
    'aun|todavia|ainda|encore|jeszcze|verbleibt|bleiben|bleibt|restantes|te quedan|le quedan|rimangono|zostal|zostanie jeszcze',
  within:
    "em ate|a partir de ahora|a partir de agora|a partir de maintenant|d'ici|ab jetzt|von jetzt an|od teraz|no prazo de|dentro del plazo de|en un plazo de|en el plazo de|sous|sous un delai de|dans un delai de|dans les|dans le delai de|binnen|innerhalb|innert|w terminie|w przeciagu|nel giro di|im laufe von",
  coming:
    'proximos|proximas|siguientes|venideros|venideras|seguintes|prochains|prochaines|suivants|suivantes|a venir|qui viennent|nachsten|kommenden|folgenden|najblizsze|najblizszych|nastepne|nastepnych|kolejne|kolejnych|nadchodzace|nadchodzacych',
  during:
    'durante|en el transcurso de|a lo largo de|ao longo|ao longo dos|ao longo das|no decorrer|pelos|pelas|nas|nos|durant|pendant|au cours|au cours des|wahrend|im laufe|uber|przez|podczas|na przestrzeni|za',
  otherwise:
    'oder|sonst|andernfalls|ou|sinon|o|de lo contrario|si no|caso contrario|senao|albo|lub|inaczej|w przeciwnym razie',
  having: 'tiene|tienes|tem|avez|haben|hast|masz|ma',
  inexact:
    'casi|cerca de|aproximadamente|alrededor de|unos|unas|menos de|mas de|como maximo|al menos|hasta unos|quase|cerca|uns|umas|mais de|no maximo|pelo menos|menos|environ|presque|moins de|plus de|au plus|au maximum|au moins|a peu pres|quelques|etwa|ca|circa|ungefahr|fast|knapp|rund|weniger als|mehr als|hochstens|mindestens|bis zu|maximal|einige|okolo|prawie|niecale|mniej niz|wiecej niz|ponad|najwyzej|co najmniej|maksymalnie|kilka|medio dia|meio dia|demi-journee|halber tag|halben tag|pol dnia',
  working:
    'habiles|habil|laborables|laborable|uteis|util|ouvres|ouvrables|ouvre|ouvrable|werktage|werktagen|werktag|arbeitstage|arbeitstagen|geschaftstage|robocze|roboczych|roboczy',
  anchors:
    'nach|seit|ab|nachdem|sobald|vom|von|vor|apres|depuis|a compter|a partir|des|lorsque|de|du|despues|desde|tras|cuando|contados|del|de la|apos|depois|quando|da|do pedido|po|od|kiedy|gdy',
  before: 'bis|bevor|avant|jusqu|jusque|antes|hasta|ate|do|przed|zanim',
  events:
    'abierto|abierta|abrio|creado|enviado|pagado|recibido|aberta|aberto|criado|recebido|ouvert|ouverte|clos|ferme|recu|expedie|eroffnet|geoffnet|erhalten|versandt|bezahlt|geschlossen|otwarty|otwarto|zamkniety|wyslano|oplacono|otrzymano',
  numbers: {
    '1': 'un|una|uno|um|uma|une|ein|eine|einen|einem|einer|jeden|jedna|jedno',
    '2': 'dwoch|dos|dois|duas|deux|zwei|dwa|dwie',
    '3': 'tres|trois|drei|trzy|trzech',
    '4': 'cuatro|quatro|quatre|vier|cztery|czterech',
    '5': 'cinco|cinq|funf|piec|pieciu',
    '6': 'seis|sechs|szesc|szesciu',
    '7': 'siete|sete|sept|sieben|siedem|siedmiu',
    '8': 'ocho|oito|huit|acht|osiem',
    '9': 'nueve|nove|neuf|neun|dziewiec',
    '10': 'diez|dez|dix|zehn|dziesiec',
    '11': 'onze|elf|jedenascie',
    '12': 'doce|doze|douze|zwolf|dwanascie',
    '1.5': 'anderthalb|eineinhalb|poltora|poltorej',
    '2.5': 'zweieinhalb|zweieinhalbe',
    '3.5': 'dreieinhalb',
  },
  half: 'media|medio|meia|meio|demi|demie|halb|halbe|halben|halber|halbes|pol',
  andHalf:
    'y media|y medio|e meia|e meio|et demi|et demie|und eine halbe|und einen halben|und ein halber|und einer halben|i pol',
};
