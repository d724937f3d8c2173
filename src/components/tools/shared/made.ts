import { useMemo } from 'preact/hooks';

/** What a tool works with, beside what it is drawn from. */
interface WithForm {
  /** Has the engine make a formatter that the first drawing uses: the first one takes as long as that drawing. */
  ahead?: () => unknown;
  model: { form: { outcome: { peek: () => unknown } } };
}

/** A tool that can be made before it is drawn, so that making, answering and drawing have a task each. */
export interface MadeAhead<Props> {
  make?: (props: Props) => WithForm;
}

/** What was made ahead; where nothing was, as at build, it is made now. */
export const useMade = <Props extends object, Made extends WithForm>(
  make: (props: Props) => Made,
  props: Props & { made?: Made },
): Made => useMemo(() => props.made ?? make(props), []);
