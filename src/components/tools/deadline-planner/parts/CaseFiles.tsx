import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { currentAddress } from '../../../platform/fragment.ts';
import { sessionText } from '../../../platform/session.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useEscape } from '../../../ui/use-said.ts';
import { rowsComing } from '../../shared/desk-rows.ts';
import type { Planner } from '../deadline-planner.model.ts';
import { saveCase, writers } from '../save.ts';
import type { Words } from '../words.ts';

export interface CaseFilesProps {
  base: string;
  model: Planner;
  words: Words;
  ruleName: (id: string) => string;
  /** Address of the tool's own page. */
  home: string;
}

/** The deadlines of this case as a calendar file and as a table, and the case itself for the desk. */
export function CaseFiles({ base, model, words, ruleName, home }: CaseFilesProps) {
  const { own } = words;
  const outcome = model.form.outcome.value;
  // A name that was given to the case stays in sight while there is no answer.
  const result = outcome.kind === 'ok' ? outcome : null;
  const isExample = model.form.isExample.value;
  const link = model.form.permalink.value;
  const name = model.caseName.value.trim();
  const save = (as: 'ics' | 'csv') => () =>
    result &&
    void saveCase(
      as,
      { id: name, note: '', result },
      { words, rest: model.rest, ruleName, home, isExample },
    );
  useEscape(writers, 'here', 'failed');
  // A case that came from the desk goes back by the strip above it.
  const isOfDesk = useSignal(true);
  useLayoutEffect(() => {
    isOfDesk.value = sessionText('case').read() !== '';
  }, []);
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
      {result && (
        <>
          <div class="button-row">
            <button type="button" class="action" data-file="ics" onClick={save('ics')}>
              {own('file.download.ics')}
            </button>
            <button type="button" class="action" data-file="csv" onClick={save('csv')}>
              {own('file.download.csv')}
            </button>
            {!isExample && !isOfDesk.value && (
              <a
                class="action"
                data-do="to-desk"
                href={home.replace('deadline-planner', 'case-desk')}
                onClick={() => rowsComing.add(name, currentAddress().replace(/#.*$/, '') + link)}
              >
                {own('page.put-on-desk')}
              </a>
            )}
          </div>
          <p class="muted" role="status">
            {writers.value === 'here' ? '' : own(`file.${writers.value}`)}
          </p>
          <p class="muted">{own('file.hint')}</p>
        </>
      )}
    </section>
  );
}
