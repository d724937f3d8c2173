import { useMemo } from 'preact/hooks';
import { formatDay, fromCase, toCase, type Reply } from '@/calculators/reply-script/index.ts';
import { buyersRead } from '@/calculators/shared/buyers-read.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { onAttention, onNetwork } from '../../platform/attention.ts';
import { readData } from '../../platform/embedded.ts';
import { focusOn } from '../../platform/jump.ts';
import { Slice } from '../../ui/Slice.tsx';
import { createLater } from '../shared/later.ts';
import { Asleep } from '../shared/Asleep.tsx';
import { expectReaders, hasReaders, haveReadersFailed, loadReaders } from '../shared/readers.ts';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { createKept } from './kept.model.ts';
import { createLibrary, type ReplyPage } from './library.ts';
import { Actions, About, Text } from './parts/Answer.tsx';
import type { BelowProps } from './parts/Below.tsx';
import { Fields } from './parts/Fields.tsx';
import { Picker } from './parts/Picker.tsx';
import { Warnings } from './parts/Warnings.tsx';
import { createReplyScript, type Away, type Outcome } from './reply-script.model.ts';
import { createWords, LATER_TEXTS } from './words.ts';

/** Only the build draws it: in a browser it stands in the page already. */
const Built = import.meta.env.SSR ? (await import('./parts/Below.tsx')).Below : null;

interface ReplyScriptProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

const answered = (outcome: Outcome): Reply | null =>
  outcome.kind === 'ok' || outcome.kind === 'incomplete' ? outcome : null;

/** How far a reply is: nobody sends an example, and green means safe to send. */
const stateOf = (reply: Reply, isExample: boolean) => {
  if (reply.warnings.some(({ severity }) => severity === 'forbidden'))
    return ['over', 'forbidden'] as const;
  if (reply.missing.length > 0) return ['close', 'open'] as const;
  if (reply.warnings.length > 0) return ['close', 'advice'] as const;
  return isExample ? (['unknown', 'example'] as const) : (['clear', 'ready'] as const);
};

const make = ({ base, language, builtOn }: ReplyScriptProps) => {
  const page = readData<ReplyPage>(`${base}-data`);
  const known = createLibrary(page);
  const ahead = () => formatDay(language, builtOn.slice(0, 10), true);
  return { page, known, ahead, model: createReplyScript(language, known, builtOn) };
};

export function ReplyScript(props: ReplyScriptProps) {
  const { base, language, folder } = props;
  const { page, known, model } = useMade(make, props);
  const kept = useMemo(() => createKept((id) => known.titleOf(id) !== undefined), []);
  const refusals = useMemo(() => createLater(page.strings, page.refusals, LATER_TEXTS), []);
  const words = useMemo(
    () =>
      createWords(language, page.strings, () => model.form.asOf.value.slice(0, 4), refusals.lacks),
    [],
  );
  const { own } = words;
  const { form } = model;
  const fieldId = (path: string) => `${base}-${path.replaceAll('.', '-')}`;
  const labelOf = (path: string) => {
    const name = path.replace(/^vars\./u, '');
    const found = model.all.value.find((variable) => variable.name === name);
    return found?.label[language] ?? name;
  };

  /** On to the first gap; where there is none, to the first field while it is made up, else to the copy button. */
  const onward = () => {
    const outcome = form.outcome.value;
    const [missing] = outcome.kind === 'incomplete' ? outcome.missing : [];
    const first = form.isExample.value ? model.variables.value[0]?.name : missing;
    focusOn(first === undefined ? `${base}-copy` : fieldId(`vars.${first}`), true);
  };
  const pick = (situation: string) => {
    model.pick(situation);
    kept.used(situation);
    onward();
  };
  const below: BelowProps = {
    model,
    kept,
    known,
    words,
    platformLabels: page.platformLabels,
    fieldId,
    onPick: pick,
    loadTexts: refusals.load,
  };

  /** Where buyers read the language of the meaning, the meaning is what they are sent. */
  const homeLanguage = () => buyersRead(form.input.value.platform);
  const sendsMeaning = () => homeLanguage() === form.input.value.gloss;

  const hasFailed = ({ language: texts }: Away) =>
    texts === null ? known.hasFailed() : known.stateOf(texts) === 'failed';
  /** What was asked for and did not arrive. */
  const lost = [
    ...(known.isRestLost() ? ['rest'] : []),
    ...(known.isGuardLost() ? ['guard'] : []),
    ...(known.haveDaysFailed() || haveReadersFailed() ? ['reads'] : []),
    ...(known.isWhyLost() || refusals.hasFailed() ? ['says'] : []),
  ].map((part) => own(`page.lost.${part}`));
  for (const each of new Set([form.input.value.language, form.input.value.gloss]))
    if (known.stateOf(each) === 'failed')
      lost.push(own('page.lost.texts', { language: own(`language.${each}`) }));

  return (
    <ToolFrame
      tool="reply-script"
      base={base}
      form={form}
      words={words}
      answered={answered}
      pathOf={(missing) => `vars.${missing}`}
      labelOf={labelOf}
      // On the page a field is confirmed by a button, not by its name as on the command line.
      issueText={({ key, values }) =>
        words.text(key, values?.['field'] ? { ...values, field: own('page.confirm-here') } : values)
      }
      leftOutText={(why, values) => {
        // A value that cannot be taken is told in the words its field would use.
        if (words.has(why)) return words.text(why, values);
        return own(
          words.has(`tool.reply-script.ignored.${why}`) ? `ignored.${why}` : 'ignored.unreadable',
        );
      }}
      otherwise={(outcome) => {
        if (outcome.kind === 'away') {
          const failed = hasFailed(outcome);
          if (outcome.guard) return own(failed ? 'page.guard-failed' : 'page.fetching-guard');
          if (outcome.language === null)
            return own(failed ? 'page.rest-failed' : 'page.fetching-rest');
          return own(failed ? 'page.fetch-failed' : 'page.fetching', {
            language: own(`language.${outcome.language}`),
          });
        }
        if (outcome.kind === 'asks-language')
          return words.common('still-needed', { fields: own('field.language') });
        return outcome.kind === 'out-of-scope'
          ? (model.script.value?.scope?.[language] ?? own('reason.not-on-platform'))
          : '';
      }}
      onWake={() => {
        const settings = kept.open();
        if (settings) model.applySettings(settings);
        expectReaders();
        const again = () => {
          void model.settle();
          known.askAgain();
          if (haveReadersFailed()) void loadReaders();
        };
        const stops = [onAttention(base, again), onNetwork(again)];
        return () => stops.forEach((stop) => stop());
      }}
      isBusy={(outcome) => known.isBusy() || (outcome.kind === 'away' && !hasFailed(outcome))}
      isReady={() =>
        known.isWhole() &&
        hasReaders() &&
        known.hasDays() &&
        known.readsAll(form.input.value.language) &&
        known.hasWhy() &&
        refusals.isHere() &&
        [form.input.value.language, form.input.value.gloss].every(
          (each) => known.stateOf(each) === 'here',
        )
      }
      ready={
        known.allHere()
          ? own('page.ready-all')
          : own('page.ready-here', { language: own(`language.${form.input.value.language}`) })
      }
      fetches={
        lost.length > 0
          ? own('page.lost', { parts: words.list(lost) })
          : known.allHere()
            ? ''
            : own('page.fetches')
      }
      printNeeds={{
        isHere: () =>
          model.script.value === null || known.commitsOf(model.script.value, language) !== null,
        fetch: known.loadAbout,
      }}
      onCopied={() => kept.used(form.input.value.situation)}
      corridor={{
        fill: (one) => {
          const { vars = {}, situation = '', ...part } = fromCase(one);
          form.change({
            ...part,
            // The case does not say which language its buyer writes.
            asksLanguage: part.language === undefined,
            ...(known.titleOf(situation) ? { situation } : {}),
            vars: Object.fromEntries(
              Object.entries(vars).map(([name, value]) => [name, String(value)]),
            ),
          });
          void model.settle();
        },
        gives: (reply) =>
          reply.kind === 'ok'
            ? [{ id: 'reply', patch: toCase({ ...form.input.value, stack: [] }, reply) }]
            : [],
      }}
      glance={(reply) => {
        const [is, state] = stateOf(reply, form.isExample.value);
        return {
          is,
          word: own(`page.state.${state}`),
          figure: '',
          more: known.titleOf(form.input.value.situation)?.[language] ?? '',
        };
      }}
      sentence={(reply) =>
        words.sentences([
          reply.missing.length > 0
            ? words.counted('tool.reply-script.page.missing', reply.missing.length)
            : own('page.ready', { length: words.count(reply.length) }),
          homeLanguage() === undefined
            ? ''
            : own(sendsMeaning() ? 'page.meaning-sent' : 'page.meaning-to-choose'),
          reply.warnings.length > 0
            ? words.counted('tool.reply-script.page.warned', reply.warnings.length)
            : '',
        ])
      }
      copied={(reply) =>
        reply.kind !== 'ok' ? null : sendsMeaning() ? reply.gloss.join('\n') : reply.text
      }
      copyLabel={own(sendsMeaning() ? 'copy-meaning' : 'copy')}
      actionsFirst
      fields={(field) => (
        <>
          <Slice>
            <Picker
              base={base}
              model={model}
              kept={kept}
              known={known}
              words={words}
              field={field}
              onPick={pick}
            />
          </Slice>
          <Fields
            model={model}
            kept={kept}
            known={known}
            words={words}
            platformLabels={page.platformLabels}
            field={field}
            onEnter={onward}
          />
        </>
      )}
      answer={(reply) => (
        <>
          <Text reply={reply} words={words} labelOf={labelOf} fieldId={fieldId} />
          <Warnings
            text={reply.text}
            warnings={reply.warnings}
            rules={known.rules.value}
            isLost={known.isWhyLost()}
            words={words}
            gloss={form.input.value.gloss}
          />
        </>
      )}
      actions={() => <Actions model={model} kept={kept} words={words} />}
      more={(reply) => (
        <About
          reply={reply}
          model={model}
          rules={known.rules.value}
          words={words}
          folder={folder}
        />
      )}
      below={
        <Asleep
          class="tool-more reply-more no-print"
          lost={words.common('part-lost')}
          drawn={Built && <Built {...below} />}
          wake={async () => {
            const { Below } = await import('./parts/Below.tsx');
            return <Below {...below} />;
          }}
        />
      }
    />
  );
}
ReplyScript.make = make;
