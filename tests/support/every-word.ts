import { readEverything } from '@/calculators/shared/every-reader.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';

knowEveryWord();
readEverything();
