import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';

knowEveryWord();
