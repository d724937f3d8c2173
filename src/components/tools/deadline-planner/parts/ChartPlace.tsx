import { useLayoutEffect, useRef } from 'preact/hooks';
import { AS_BUILT, whenSeen } from '../../../platform/seen.ts';
import { draw, drawn } from '../drawn.ts';
import type { ChartProps } from './Chart.tsx';

/** Only the build draws it: in a browser it stands in the page already. */
const Sketch = import.meta.env.SSR ? (await import('./Chart.tsx')).Sketch : null;

/**
 * Where the line of time stands; it is drawn once somebody gets near it. Until then the page holds a sketch
 * of its example, which is seen on paper alone.
 */
export function ChartPlace(props: ChartProps) {
  const here = useRef<HTMLElement>(null);
  useLayoutEffect(() => (here.current ? whenSeen(here.current, () => void draw()) : undefined), []);
  const parts = drawn.value;
  if (parts) return <parts.Chart {...props} />;
  const place = {
    class: 'planner-section line-place',
    'data-example': props.model.form.isExample.value ? '' : undefined,
  };
  return Sketch ? (
    <section {...place}>
      <Sketch id={props.id} result={props.result} words={props.words} />
    </section>
  ) : (
    <section {...place} ref={here} dangerouslySetInnerHTML={AS_BUILT} />
  );
}
