import type { Language } from '@/calculators/shared/rule.ts';
import { saveFile } from '../../platform/download.ts';
import { useSaid } from '../../ui/use-said.ts';
import type { ExamModel } from '../exam.model.ts';
import type { ExamWords } from '../exam-words.ts';

const FORMS = [
  ['gift', 'gift.txt', 'text/plain'],
  ['table', 'tsv', 'text/tab-separated-values'],
  ['exam-text', 'exam.txt', 'text/plain'],
] as const;

/** The whole pool with the numbers of the seed, as other programs read it. */
export function Elsewhere({
  model,
  words,
  language,
}: {
  model: ExamModel;
  words: ExamWords;
  language: Language;
}) {
  const said = useSaid();
  const save = async (form: (typeof FORMS)[number]) => {
    const [kind, ending, type] = form;
    said.value = '';
    try {
      const [asked, { writePool }] = await Promise.all([
        model.wholePool(),
        import('../exam-elsewhere.ts'),
      ]);
      saveFile(`exam-${model.seed.value}.${ending}`, type, writePool(kind, asked, language));
    } catch {
      said.value = words.own('failed');
    }
  };
  return (
    <details class="seed-box">
      <summary>{words.own('elsewhere')}</summary>
      <p class="muted">{words.own('elsewhere-help')}</p>
      <div class="button-row">
        {FORMS.map((form) => (
          <button
            key={form[0]}
            type="button"
            class="action"
            disabled={model.seed.value === null}
            onClick={() => void save(form)}
          >
            {words.text(`tool.exercise.handout.${form[0]}`)}
          </button>
        ))}
      </div>
      <p class="muted" role="status">
        {said.value}
      </p>
    </details>
  );
}
