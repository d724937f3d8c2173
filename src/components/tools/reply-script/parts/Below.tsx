import type { Kept } from '../kept.model.ts';
import type { Library } from '../library.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Check } from './Check.tsx';
import { Export } from './Export.tsx';
import { Languages } from './Languages.tsx';
import { Lists } from './Lists.tsx';

export interface BelowProps {
  model: ReplyScriptModel;
  kept: Kept;
  known: Library;
  words: Words;
  platformLabels: Readonly<Record<string, string>>;
  fieldId: (path: string) => string;
  onPick: (situation: string) => void;
  loadTexts: () => Promise<boolean>;
}

/** What stands below a reply: a check of one's own, lists, files for other tools. */
export function Below(props: BelowProps) {
  const { model, kept, known, words, platformLabels } = props;
  return (
    <>
      <Check
        model={model}
        rules={known.rules.value}
        words={words}
        platformLabels={platformLabels}
      />
      <Lists kept={kept} known={known} words={words} onPick={props.onPick} />
      <Export model={model} known={known} words={words} fieldId={props.fieldId} />
      <Languages known={known} words={words} loadTexts={props.loadTexts} />
    </>
  );
}
