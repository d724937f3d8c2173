import { useSignal } from '@preact/signals';
import { GENERATOR } from '@/calculators/exam/index.ts';
import { printPart } from '../../platform/print.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { ExamModel } from '../exam.model.ts';
import type { ExamWords } from '../exam-words.ts';

/** A sheet that says what was done and what it does not prove. The name is written here and kept nowhere. */
export function Certificate({
  base,
  model,
  words,
}: {
  base: string;
  model: ExamModel;
  words: ExamWords;
}) {
  const { own } = words;
  const name = useSignal('');
  const { right, of, needed } = model.judged.value;
  const day = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' }).format(
    new Date(model.asOf.value),
  );
  return (
    <section class="certificate-part">
      <div class="no-print">
        <TextField
          id={`${base}-name`}
          name="name"
          label={own('certificate.name')}
          help={own('certificate.name-help')}
          value={name.value}
          onInput={(value) => (name.value = value)}
        />
        <div class="button-row">
          <button type="button" class="action primary" onClick={() => printPart('certificate')}>
            {own('certificate.print')}
          </button>
        </div>
      </div>
      <article class="certificate" aria-label={own('certificate.title')}>
        <p class="certificate-title">{own('certificate.title')}</p>
        <p class="certificate-name">{name.value.trim() || own('certificate.no-name')}</p>
        <p>{own('certificate.passed', { day, right, of, needed })}</p>
        <p>{own('certificate.about')}</p>
        <p class="certificate-limits">{own('certificate.limits')}</p>
        <p class="certificate-foot">
          {own('certificate.foot', { seed: model.runs.value, generator: GENERATOR })}
        </p>
      </article>
    </section>
  );
}
