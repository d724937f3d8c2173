import { useSignal } from '@preact/signals';
import { copyText } from '../platform/clipboard.ts';

interface CopyButtonProps {
  label: string;
  done: string;
  failed: string;
  text: () => string;
  primary?: boolean;
}

/** Copies what `text` gives at the moment of the press, and says whether it worked. */
export function CopyButton({ label, done, failed, text, primary }: CopyButtonProps) {
  const said = useSignal('');
  const press = async () => {
    said.value = (await copyText(text())) ? done : failed;
  };
  return (
    <>
      <button type="button" class={primary ? 'action primary' : 'action'} onClick={press}>
        {label}
      </button>
      <span class="muted copy-said" role="status">
        {said.value}
      </span>
    </>
  );
}
