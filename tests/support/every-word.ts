import { readEverything } from '@/calculators/shared/every-reader.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import { forgetWords } from '@/calculators/shared/moment/vocabulary.ts';

// None of a test before, nor of a fault that was tried before.
forgetWords();
knowEveryWord();
readEverything();
