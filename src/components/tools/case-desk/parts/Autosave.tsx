import { canChooseFile } from '../../../platform/chosen-file.ts';
import type { Desk } from '../case-desk.model.ts';
import type { DeskWords } from '../words.ts';

/** A file that everything is written to by itself, where this browser can and somebody chose one. */
export function Autosave({ desk, words }: { desk: Desk; words: DeskWords }) {
  const { own } = words;
  const view = desk.ownView.value;
  if (!view?.keeps) return null;
  if (!canChooseFile())
    return (
      <p class="muted" data-file="cannot">
        {own('file-auto.cannot')}
      </p>
    );
  const { file } = view;
  const button = (name: string, then: () => Promise<void>) => (
    <button type="button" class="action" data-do={`file-${name}`} onClick={() => void then()}>
      {own(`file-auto.${name}`)}
    </button>
  );
  if (!file)
    return (
      <p class="button-row" data-file="none">
        {button('choose', desk.file.choose)}
      </p>
    );
  return (
    <div class={file.state === 'on' ? 'muted' : 'notice'} data-file={file.state}>
      <p role="status">
        {own(`file-auto.is.${file.state}`, { name: file.name })}
        {file.savedAt && `${words.gap}${own('file-auto.saved', { at: words.at(file.savedAt) })}`}
      </p>
      <p class="button-row">
        {(file.state === 'asks' || file.state === 'failed') && button('again', desk.file.again)}
        {file.state === 'changed' && button('look', desk.file.look)}
        {file.state === 'changed' && button('over', desk.file.over)}
        {button('stop', desk.file.stop)}
      </p>
    </div>
  );
}
