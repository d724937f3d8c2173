/** All readers of numbers, amounts and countries: for the build, the command line, workers and tests. */
import { readCountry } from './country.ts';
import { readCurrency } from './currency.ts';
import { readMoneyList } from './money-list.ts';
import { readMoney } from './money.ts';
import { parseNumber } from './parse-number.ts';
import { giveReaders, type Readers } from './readers.ts';

export const everyReader: Readers = {
  parseNumber,
  readMoney,
  readMoneyList,
  readCurrency,
  readCountry,
};

export const readEverything = (): void => giveReaders(everyReader);
