import { useLayoutEffect, useRef } from 'preact/hooks';
import { whenSeen } from '../../../platform/seen.ts';
import { draw, drawn } from '../drawn.ts';
import type { ChartProps } from './Chart.tsx';

/** Where the line of time stands; it is drawn once somebody gets near it. */
export function ChartPlace(props: ChartProps) {
  const here = useRef<HTMLElement>(null);
  useLayoutEffect(() => (here.current ? whenSeen(here.current, () => void draw()) : undefined), []);
  const parts = drawn.value;
  return parts ? (
    <parts.Chart {...props} />
  ) : (
    <section class="planner-section line-place" ref={here} />
  );
}
