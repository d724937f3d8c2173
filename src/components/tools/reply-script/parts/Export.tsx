import { useSignal } from '@preact/signals';
import {
  buyerLanguages,
  clean,
  exportFormats,
  isOffered,
  type ExportFormat,
  type ReplyInput,
} from '@/calculators/reply-script/index.ts';
import { saveFile } from '../../../platform/download.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useSaid } from '../../../ui/use-said.ts';
import type { Library } from '../library.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';

interface ExportProps {
  model: ReplyScriptModel;
  known: Library;
  words: Words;
  fieldId: (path: string) => string;
}

type Buyer = ReplyInput['language'];

/** Scripts as a file for the tool a team already types its replies in. */
export function Export({ model, known, words, fieldId }: ExportProps) {
  const { language, own } = words;
  const format = useSignal<ExportFormat>('espanso');
  const scope = useSignal('one');
  const chosen = useSignal<ReadonlySet<Buyer> | null>(null);
  const folder = useSignal('');
  const said = useSaid();
  const typed = model.form.input.value;
  const languages = chosen.value ?? new Set([typed.language]);
  const download = async () => {
    const current = known.situations.find(({ id }) => id === typed.situation);
    const platform = typed.platform;
    const situations = known.situations
      .filter(
        (script) =>
          scope.value === 'all' ||
          script.id === current?.id ||
          (scope.value === 'stage' && script.stage === current?.stage),
      )
      .filter((script) => isOffered(script, platform))
      .map(({ id }) => id);
    const shop = clean(typed.settings.shop ?? '');
    const folderId = Number(folder.value);
    const wanted = buyerLanguages.filter((each) => languages.has(each));
    if (wanted.length === 0 || situations.length === 0) {
      said.value = own(wanted.length === 0 ? 'page.export-no-language' : 'reason.not-on-platform');
      return;
    }
    said.value = own('page.languages-busy');
    const writers = await known.loadExport(wanted, language);
    if (!writers) {
      said.value = own('page.export-failed');
      return;
    }
    const { exportScripts, zip } = writers;
    const files = exportScripts(format.value, writers.library, {
      situations,
      languages: wanted,
      tones: [typed.tone],
      platform,
      gloss: language,
      ...(shop ? { shop } : {}),
      ...(format.value === 'freshdesk' && Number.isInteger(folderId) && folderId > 0
        ? { folderId }
        : {}),
    });
    const [only] = files;
    if (files.length === 1 && only)
      saveFile(only.name.replace(/^.*\//u, ''), only.mediaType, only.text);
    else saveFile(`amicable-${format.value}.zip`, 'application/zip', zip(files));
    said.value = words.counted(
      'tool.reply-script.page.exported',
      situations.length * wanted.length,
    );
  };
  return (
    <section class="reply-export" aria-labelledby={fieldId('export-title')}>
      <h2 id={fieldId('export-title')}>{own('export.title')}</h2>
      <div class="fields">
        <Select
          id={fieldId('export.format')}
          name="export.format"
          label={own('export.format')}
          value={format.value}
          options={exportFormats.map((id) => ({ value: id, label: own(`export.format.${id}`) }))}
          onChange={(id) => {
            format.value = exportFormats.find((each) => each === id) ?? format.value;
          }}
        />
        <Select
          id={fieldId('export.scope')}
          name="export.scope"
          label={own('export.scope')}
          value={scope.value}
          options={['one', 'stage', 'all'].map((id) => ({
            value: id,
            label: own(`export.scope.${id}`),
          }))}
          onChange={(id) => {
            scope.value = id;
          }}
        />
        {format.value === 'freshdesk' && (
          <TextField
            id={fieldId('export.folder')}
            name="export.folder"
            label={own('export.folder')}
            inputMode="numeric"
            value={folder.value}
            onInput={(value) => {
              folder.value = value;
            }}
          />
        )}
      </div>
      <fieldset class="group languages">
        <legend>{own('export.languages')}</legend>
        {buyerLanguages.map((id) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              name={`export.${id}`}
              checked={languages.has(id)}
              onChange={(event) => {
                const next = new Set(languages);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                chosen.value = next;
              }}
            />
            <span>{own(`language.${id}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="muted">{own('export.note')}</p>
      <p class="button-row">
        <button type="button" class="action" onClick={() => void download()}>
          {own('export.download')}
        </button>
      </p>
      <p class="muted" role="status">
        {said.value}
      </p>
    </section>
  );
}
