import { follow } from '../../../platform/jump.ts';
import { sessionText } from '../../../platform/session.ts';
import { useSaid } from '../../../ui/use-said.ts';
import type { Desk } from '../case-desk.model.ts';
import type { DeskWords } from '../words.ts';
import { logFile } from '../log-file.ts';

/** Opens the log of closed cases in its analysis. It goes along in this tab, and nothing of it in the address. */
export function OpenLog({ desk, words, folder }: { desk: Desk; words: DeskWords; folder: string }) {
  const { own } = words;
  const said = useSaid();
  const id = 'case-desk-to-log';
  return (
    <>
      <button
        type="button"
        class="action"
        data-do="open-log"
        onClick={() =>
          void desk.logLines().then((lines) => {
            if (lines.length === 0) {
              said.value = own('keep.no-log');
              return;
            }
            const text = logFile(lines, words);
            const log = sessionText('log');
            log.write(text);
            if (log.read() === text) follow(id);
            else said.value = own('keep.log-stays');
          })
        }
      >
        {own('keep.open-log')}
      </button>
      <a id={id} href={`/${folder}/tools/dispute-log/`} hidden>
        {own('keep.open-log')}
      </a>
      {said.value && <span role="status">{said.value}</span>}
    </>
  );
}
