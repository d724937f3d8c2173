import type { PlannerOk } from '@/calculators/deadline-planner/index.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { Planner } from '../deadline-planner.model.ts';
import { saveCalendar, saveTable, writers } from '../save.ts';
import type { Words } from '../words.ts';

interface CaseFilesProps {
  base: string;
  model: Planner;
  result: PlannerOk;
  words: Words;
  ruleName: (id: string) => string;
  /** Address of the tool's own page. */
  home: string;
}

/** Says that what writes files is on its way from this site, or did not arrive. */
export const SavingState = ({ words }: { words: Words }) => (
  <p class="muted" role="status">
    {writers.value === 'here' ? '' : words.own(`file.${writers.value}`)}
  </p>
);

/** The deadlines of this case as a calendar file and as a table. */
export function CaseFiles({ base, model, result, words, ruleName, home }: CaseFilesProps) {
  const { own } = words;
  const isExample = model.form.isExample.value;
  const save = (as: typeof saveCalendar) => () =>
    void as([{ id: model.caseName.value.trim(), note: '', result }], 'case', {
      words,
      rest: model.rest,
      ruleName,
      home,
      isExample,
    });
  return (
    <section class="planner-section files no-print">
      <h2>{own('page.files')}</h2>
      <div class="fields">
        <TextField
          id={`${base}-case`}
          name="case"
          label={own('page.case-name')}
          help={own('page.case-name-help')}
          value={model.caseName.value}
          onInput={model.nameCase}
        />
      </div>
      <div class="button-row">
        <button type="button" class="action" data-file="ics" onClick={save(saveCalendar)}>
          {own('file.download.ics')}
        </button>
        <button type="button" class="action" data-file="csv" onClick={save(saveTable)}>
          {own('file.download.csv')}
        </button>
      </div>
      <SavingState words={words} />
      <p class="muted">{own('file.hint')}</p>
    </section>
  );
}
