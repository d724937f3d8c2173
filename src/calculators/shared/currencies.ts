/** How currencies are written beside an amount; which there are stands in `currency-digits.ts`. */

/**
 * Signs and names, a line each with every currency they may stand for, the most likely first. Signs are
 * those of Unicode CLDR (symbols, narrow symbols and names as browsers show them), and what sellers write
 * beside an amount.
 */
export const MARKS = `
USD AUD CAD HKD SGD NZD TWD MXN CLP COP ARS BBD BMD BND BSD BZD CUP DOP FJD GYD JMD KYD LRD NAD SBD SRD TTD UYU XCD=$|dollar|dollars
USD=us$|美元|美金|us dollar|us dollars
AUD=au$|a$|澳元
CAD=ca$|加元
CAD NIO=c$
HKD=hk$|港元|港币
NZD=nz$|新西兰元
TWD=nt$|台币|新台币
SGD=s$|sg$|新加坡元|新币
MXN=mx$
BRL=r$|雷亚尔
XCD=ec$
EUR=€|欧元|euro|euros|евро
GBP EGP FKP GIP LBP SHP SSP SYP=£|pound|pounds
CNY JPY=¥
CNY=cn¥|元|圆|块|块钱|人民币|yuan|юань|юаня|юаней
JPY=jp¥|日元|円|yen
RUB=₽
KRW KPW=₩|원|won
INR=₹
TRY=₺|里拉
UAH=₴
KZT=₸|坚戈
VND=₫|越南盾
THB=฿|泰铢
PHP=₱
ILS=₪
AZN=₼
GEL=₾
MNT=₮
CRC=₡
NGN=₦
PYG=₲
LAK=₭
KHR=៛
BDT=৳
AMD=֏
AFN=؋
SEK NOK DKK ISK=kr
DKK SEK NOK ISK=kr.
PLN=zł|兹罗提
CZK=kč
HUF=ft
MYR=rm|林吉特|令吉|马币
IDR=rp|印尼盾
RON MDL=lei
INR PKR LKR NPR MUR=rs|rs.
RUB BYN=卢布|р.|р|руб|руб.|рубль|рубля|рублей|rouble|roubles|ruble|rubles
GBP=英镑
KRW=韩元|韩币
CHF=瑞士法郎|瑞郎
MXN PHP CLP COP ARS CUP DOP UYU=比索
INR PKR LKR NPR MUR SCR=卢比
`;

/** Codes people write that ISO 4217 does not know, each before the one it knows. */
export const ALIASES = 'RMB CNY CNH CNY RUR RUB NTD TWD UKP GBP';
