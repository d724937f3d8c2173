import type { Finding, ListingOk } from '@/calculators/listing-check/index.ts';
import { useSignal } from '@preact/signals';
import { copyText } from '../../../platform/clipboard.ts';
import type { ListingPage } from '../listing-check.model.ts';
import type { ListingWords } from '../words.ts';

interface FindingsProps {
  result: ListingOk;
  page: ListingPage;
  words: ListingWords;
  folder: string;
}

/** How many findings a screen can hold before they only weigh. */
const AT_FIRST = 12;

/** What is wrong with the listing, worst first: the words, the dispute, the repair. */
export function Findings({ result, page, words, folder }: FindingsProps) {
  const { own } = words;
  const isWhole = useSignal(false);
  const shown = isWhole.value ? result.findings : result.findings.slice(0, AT_FIRST);
  const rest = result.findings.length - shown.length;
  return (
    <>
      <ol class="findings">
        {shown.map((finding, i) => (
          <One
            key={`${finding.messageKey}.${finding.part}.${finding.start}.${i}`}
            finding={finding}
            page={page}
            words={words}
            folder={folder}
          />
        ))}
      </ol>
      {rest > 0 && (
        <p>
          <button type="button" class="action" onClick={() => (isWhole.value = true)}>
            {own('show-all', { count: rest })}
          </button>
        </p>
      )}
    </>
  );
}

interface OneProps {
  finding: Finding;
  page: ListingPage;
  words: ListingWords;
  folder: string;
}

function One({ finding, page, words, folder }: OneProps) {
  const { own } = words;
  const copied = useSignal(false);
  const { id, part, severity, repair } = finding;
  const fault = page.faults.find((one) => one.id === id);
  return (
    <li data-id={id} data-part={part} data-severity={severity}>
      <p class="finding-head">
        <strong>{own(`severity.${severity}`)}</strong>{' '}
        <span class="muted">
          {own('finding.where', { part: words.part(part), fault: fault?.label ?? id })}
        </span>
      </p>
      <p>{words.finding(finding)}</p>
      {fault && (
        <p class="muted">
          {fault.harm} <a href={`/${folder}/${fault.page}/`}>{own('finding.page')}</a>
        </p>
      )}
      {repair !== null && repair !== '' && (
        <p class="repair">
          <span class="muted">{own('finding.repair')}</span>{' '}
          <output name={`repair.${id}`} data-value={repair} aria-live="off">
            {repair}
          </output>{' '}
          <button
            type="button"
            class="action"
            onClick={() => {
              void copyText(repair).then((done) => (copied.value = done));
            }}
          >
            {copied.value ? own('finding.copied') : own('finding.copy')}
          </button>
        </p>
      )}
    </li>
  );
}
