/**
 * What people call a kind of case, in nine languages. Kinds of case of several platforms share such a
 * name; which one is meant the row says, or somebody is asked.
 */
export const KINDS = {
  dispute: [
    'dispute|open dispute|buyer dispute|纠纷|争议|纠纷案件|糾紛|爭議|спор|открыт спор|жалоба|претензия',
    'disputa|disputa abierta|reclamación|reclamo|disputa aberta|reclamação|litige|différend|réclamation',
    'Streitfall|Streit|Reklamation|Beschwerde|spór|reklamacja|분쟁|이의 제기',
  ],
  claim: [
    'claim|索赔|索賠|赔偿申请|претензия|требование|reclamación|reclamo|reclamação|réclamation|demande d’indemnisation',
    'Anspruch|Reklamation|roszczenie|reklamacja|클레임|보상 청구',
  ],
  inr: [
    'INR|not received|item not received|goods not received|order not received|package not received|parcel not received|did not receive|didn’t receive|did not receive item|did not receive the item|did not receive my order|didn’t receive item|didn’t receive my order|never received|never arrived|not arrived|did not arrive|didn’t arrive|has not arrived|hasn’t arrived|non-receipt|not delivered|undelivered|non-delivery|item not delivered|lost package|lost parcel|package lost|parcel lost|lost in transit|missing package|missing parcel|missing item|where is my order|lost|lost item|item lost|late delivery|delivery delay|delayed|delayed delivery',
    '未收到货|没收到货|没有收到货|未收到货物|未收到商品|未收货|未收到|没收到|物品未收到|未到货|没到货|未送达|未妥投|未收到包裹|没收到包裹|包裹丢失|丢件|丢包|货物丢失|快递丢失|未收到貨|沒收到貨|沒有收到貨|物品未收到貨|包裹遺失|物流延误|超时未收到|迟迟未到|配送延误',
    'товар не получен|заказ не получен|посылка не получена|не получен товар|не получено|не получен|не получил|не получила|не получил товар|не получил заказ|не пришёл|не пришло|не пришла|товар не пришёл|заказ не пришёл|посылка не пришла|не доставлен|не доставлено|товар не доставлен|заказ не доставлен|недоставка|не дошёл|не дошла|не дошло|посылка не дошла|посылка утеряна|посылка потеряна|утеря посылки|задержка доставки',
    'no recibido|no recibí|no lo recibí|no recibí el artículo|no recibí el producto|no recibí el pedido|artículo no recibido|producto no recibido|pedido no recibido|paquete no recibido|no llegó|no ha llegado|no entregado|paquete perdido|paquete extraviado|entrega tardía|retraso en la entrega',
    'não recebido|não recebi|não recebeu|não recebi o produto|não recebi o pedido|produto não recebido|item não recebido|pedido não recebido|encomenda não recebida|não chegou|não entregue|pacote perdido|pacote extraviado|encomenda extraviada|atraso na entrega',
    'non reçu|non reçue|pas reçu|jamais reçu|article non reçu|produit non reçu|colis non reçu|commande non reçue|pas arrivé|jamais arrivé|non livré|non livrée|colis perdu|retard de livraison',
    'nicht erhalten|nie erhalten|Artikel nicht erhalten|Ware nicht erhalten|Paket nicht erhalten|Bestellung nicht erhalten|nicht angekommen|nie angekommen|nicht geliefert|nicht zugestellt|Paket verloren|Sendung verloren|Lieferverzug|verspätete Lieferung',
    'nie otrzymano|nie otrzymałem|nie otrzymałam|nieotrzymany|przedmiot nieotrzymany|towar nieotrzymany|paczka nieotrzymana|nie dotarło|nie dotarł|nie dotarła|paczka nie dotarła|nie doszło|nie doszła|nie dostarczono|niedostarczone|zaginiona paczka|zagubiona przesyłka|brak przesyłki|opóźnienie dostawy',
    '미수령|상품 미수령|미수취|미배송|미도착|배송 안됨|받지 못함|못 받음|상품을 받지 못함|분실|배송 분실|배송 지연',
  ],
  snad: [
    'SNAD|INAD|not as described|item not as described|product not as described|significantly not as described|different from description|doesn’t match|does not match|mismatch|does not match description|doesn’t match description|wrong item|wrong product|incorrect item|wrong item sent|wrong item received|received wrong item|wrong size|wrong color|wrong colour|wrong model|damaged|damaged item|item damaged|arrived damaged|damaged in transit|broken|arrived broken|defective|defective item|faulty|defect|not working|does not work|doesn’t work|quality|quality issue|quality problem|poor quality|bad quality|low quality|missing part|missing parts|parts missing|missing item|missing items|incomplete|short shipment|wrong quantity|counterfeit|fake|not genuine|not authentic',
    '货不对版|货不对板|与描述不符|描述不符|物品与描述不符|货物与描述不符|商品与描述不符|与图片不符|图货不符|质量问题|商品质量问题|质量|质量差|质量不好|质量不佳|破损|商品破损|货物破损|包装破损|运输破损|损坏|商品损坏|货物损坏|坏了|故障|无法使用|不能使用|发错货|发错|错发|错货|发错商品|颜色不符|尺寸不符|尺码不符|型号不符|款式不符|数量不符|少件|少发|漏发|缺件|短装|缺少配件|假货|仿品|疑似假货',
    '貨不對版|與描述不符|物品與描述不符|質量問題|品質問題|破損|損壞|發錯貨|漏發|數量不符|假貨',
    'не соответствует описанию|товар не соответствует описанию|несоответствие описанию|не соответствует|не тот товар|другой товар|неверный товар|прислали не то|прислали не тот товар|пришло не то|не тот размер|не тот цвет|повреждён|повреждено|повреждение|товар повреждён|повреждённый товар|сломан|сломано|разбит|разбито|брак|бракованный|бракованный товар|дефект|неисправен|не работает|качество|плохое качество|низкое качество|проблема с качеством|некомплект|недокомплект|неполная комплектация|подделка|контрафакт',
    'no coincide con la descripción|no corresponde a la descripción|no es como se describe|diferente de la descripción|no conforme|artículo equivocado|producto equivocado|artículo incorrecto|producto incorrecto|talla incorrecta|color incorrecto|dañado|artículo dañado|producto dañado|llegó dañado|roto|llegó roto|defectuoso|producto defectuoso|defecto|no funciona|calidad|mala calidad|problema de calidad|faltan piezas|incompleto|falsificación|falso',
    'não corresponde à descrição|diferente da descrição|diferente do anunciado|não conforme|produto errado|item errado|produto trocado|tamanho errado|cor errada|danificado|produto danificado|avariado|quebrado|chegou quebrado|com defeito|defeituoso|defeito|não funciona|qualidade|má qualidade|problema de qualidade|faltam peças|incompleto|falsificado',
    'non conforme|pas conforme|non conforme à la description|ne correspond pas à la description|différent de la description|mauvais article|mauvais produit|article erroné|mauvaise taille|mauvaise couleur|endommagé|article endommagé|produit endommagé|colis endommagé|abîmé|cassé|arrivé cassé|défectueux|produit défectueux|défaut|ne fonctionne pas|en panne|qualité|mauvaise qualité|problème de qualité|pièces manquantes|incomplet|contrefaçon',
    'nicht wie beschrieben|Artikel nicht wie beschrieben|entspricht nicht der Beschreibung|abweichend von der Beschreibung|falscher Artikel|falsche Ware|falsches Produkt|Falschlieferung|falsche Größe|falsche Farbe|beschädigt|Artikel beschädigt|Ware beschädigt|beschädigt angekommen|Transportschaden|kaputt|defekt|Mangel|mangelhaft|funktioniert nicht|Qualität|Qualitätsproblem|Qualitätsmangel|schlechte Qualität|Teile fehlen|unvollständig|Fälschung|gefälscht',
    'niezgodny z opisem|niezgodność z opisem|towar niezgodny z opisem|przedmiot niezgodny z opisem|inny niż w opisie|zły przedmiot|zły towar|niewłaściwy towar|zły rozmiar|zły kolor|uszkodzony|uszkodzona|uszkodzone|uszkodzenie|towar uszkodzony|uszkodzona paczka|zepsuty|rozbity|wadliwy|wada|nie działa|jakość|zła jakość|słaba jakość|problem z jakością|brakujące części|niekompletny|podróbka',
    '설명과 다름|상품 설명과 다름|설명 불일치|오배송|다른 상품|잘못된 상품|파손|상품 파손|배송 파손|불량|불량품|고장|하자|작동 안됨|품질|품질 문제|품질 불량|구성품 누락|부품 누락|수량 부족|가품|위조품|사이즈 다름|색상 다름',
  ],
  return: [
    'return|returns|return request|return and refund|return for refund|退货|退货退款|退货申请|申请退货|退货请求|退貨|退貨退款|申請退貨|退貨申請',
    'возврат|возврат товара|заявка на возврат|запрос на возврат|devolución|solicitud de devolución|devolución y reembolso|devolução|pedido de devolução|solicitação de devolução|devolução e reembolso',
    'retour|demande de retour|retour et remboursement|Rückgabe|Retoure|Rücksendung|Rückgabeantrag|Rückgabe und Erstattung|zwrot|zwrot towaru|prośba o zwrot|wniosek o zwrot|반품|반품 요청|반품 신청|반품 및 환불',
  ],
  refund: [
    'refund|refund request|refund only|full refund|money back|退款|申请退款|退款申请|退款请求|仅退款|全额退款|退款纠纷|申請退款|退款申請|僅退款',
    'возврат денег|возврат средств|вернуть деньги|запрос на возврат денег|возмещение|reembolso|solicitud de reembolso|devolución del dinero|pedido de reembolso|solicitação de reembolso|estorno',
    'remboursement|demande de remboursement|Erstattung|Rückerstattung|Erstattungsantrag|Geld zurück|zwrot|zwrot pieniędzy|zwrot środków|refundacja|환불|환불 요청|환불 신청|전액 환불',
  ],
  cancel: [
    'cancel|cancel request|cancel order|cancellation|cancellation request|order cancellation|request to cancel|取消|取消订单|取消申请|取消请求|取消订单申请|申请取消|申请取消订单|买家取消|买家申请取消|买家要取消|取消訂單|申請取消',
    'отмена|отмена заказа|запрос на отмену|отменить заказ|cancelación|cancelar pedido|solicitud de cancelación|anulación|cancelamento|pedido de cancelamento|solicitação de cancelamento',
    'annulation|annulation de commande|demande d’annulation|Stornierung|Storno|Stornierungsanfrage|Bestellung stornieren|anulowanie|anulowanie zamówienia|prośba o anulowanie|취소|주문 취소|취소 요청|취소 신청',
  ],
  chargeback: [
    'chargeback|charge back|CB|bank chargeback|card chargeback|credit card chargeback|bank dispute|payment dispute|disputed charge|拒付|信用卡拒付|银行拒付|银行卡拒付|持卡人拒付|拒付纠纷|退单|调单|銀行拒付',
    'чарджбэк|чарджбек|возвратный платёж|оспаривание платежа|банк оспорил платёж|contracargo|contracargo bancario|retrocesión|devolución de cargo|contestação de compra|contestação bancária|estorno',
    'rétrofacturation|rejet de paiement|contestation bancaire|impayé|Rückbuchung|Kreditkartenrückbuchung|Rücklastschrift|obciążenie zwrotne|차지백|지불 거절|카드 이의 제기',
  ],
  appeal: [
    'appeal|dispute appeal|申诉|纠纷申诉|上诉|申訴|апелляция|обжалование|apelación|recurso|appel|recours|Einspruch|Widerspruch|odwołanie|이의 신청|항소',
  ],
  order: [
    'order|new order|订单|新订单|訂單|新訂單|заказ|новый заказ|pedido|nuevo pedido|novo pedido|commande|nouvelle commande|Bestellung|neue Bestellung|zamówienie|nowe zamówienie|주문|신규 주문',
  ],
  arbitration: [
    'arbitration|仲裁|平台仲裁|арбитраж|arbitraje|arbitragem|arbitrage|Schlichtung|arbitraż|중재',
  ],
  partial: [
    'partial offer|partial compensation|部分补偿|部分補償|частичная компенсация|compensación parcial|compensação parcial|compensation partielle|Teilentschädigung|częściowa rekompensata|부분 보상',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof KINDS;

/** Every name of these kinds. */
export const namesOf = (kinds: readonly Kind[]): string[] => [
  ...new Set(kinds.flatMap((kind) => KINDS[kind].flatMap((names) => names.split('|')))),
];
