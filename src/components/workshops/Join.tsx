import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { addressOf, decodeWay } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import type { InputIssue } from '@/calculators/shared/result.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { readData } from '../platform/embedded.ts';
import { goTo } from '../platform/go.ts';
import { focusOn } from '../platform/jump.ts';
import { createWords } from '../tools/shared/words.ts';
import { TextField } from '../ui/TextField.tsx';

/** What the field for a code carries: which letter is which plan. */
export interface JoinPage {
  plans: readonly { letter: string; id: string }[];
  strings: Readonly<Record<string, string>>;
}

interface JoinProps {
  base: string;
  language: Language;
  folder: string;
}

const NO_PLAN: InputIssue = { path: 'code', key: 'tool.exercise.join.no-plan', values: {} };

/** The field a participant types the trainer's code into. */
export function Join({ base, language, folder }: JoinProps) {
  const page = useMemo(() => readData<JoinPage>(`${base}-data`), []);
  const words = useMemo(() => createWords('exercise', language, page.strings), []);
  const code = useSignal('');
  const issues = useSignal<readonly InputIssue[]>([]);
  const isReady = useSignal(false);
  useLayoutEffect(() => {
    isReady.value = true;
  }, []);
  const open = () => {
    const read = decodeWay(code.value);
    const refuse = (found: readonly InputIssue[]) => {
      issues.value = found;
      focusOn(`${base}-code`);
    };
    if ('issues' in read) return refuse(read.issues);
    const { plan, seed } = read.way;
    if (typeof plan !== 'string') {
      const steps = plan.map((mark) => ({ mark, minutes: null }));
      const address = encode({ ...addressOf({ name: '', steps }), seed });
      return goTo(`/${folder}/workshops/own/run/${address}`);
    }
    const ready = page.plans.find(({ letter }) => letter === plan);
    if (!ready) return refuse([NO_PLAN]);
    goTo(`/${folder}/workshops/plans/${ready.id}/run/${encode({ seed })}`);
  };
  return (
    <form
      class="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <TextField
        id={`${base}-code`}
        name="code"
        label={words.own('join.code')}
        help={words.own('join.code-help')}
        value={code.value}
        error={
          issues.value.length > 0
            ? words.sentences(issues.value.map(({ key, values }) => words.text(key, values)))
            : undefined
        }
        onInput={(value) => {
          code.value = value;
          issues.value = [];
        }}
      />
      <button type="submit" class="action primary">
        {words.own('join.go')}
      </button>
      <span class="ready" data-ready={isReady.value ? '' : undefined} />
    </form>
  );
}
