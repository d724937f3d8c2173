import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { once, untilHere } from '../platform/once.ts';

/** What draws a code. */
export const fetchQr = once(() => import('uqr'));

interface QrProps {
  text: string;
  label: string;
  /** What is said where the drawing does not arrive. */
  lost: string;
}

/** A code to be read by a camera. Capitals and digits keep it small; the drawing is fetched from this site. */
export function Qr({ text, label, lost }: QrProps) {
  const isLost = useSignal(false);
  const rows = useSignal<readonly (readonly boolean[])[]>([]);
  useLayoutEffect(() => {
    const draw = async () => {
      const { encode } = await fetchQr();
      rows.value = encode(text, { ecc: 'M', border: 3 }).data;
    };
    return untilHere(draw, () => (isLost.value = true));
  }, [text]);
  const size = rows.value.length;
  if (size === 0) return isLost.value ? <p role="status">{lost}</p> : null;
  const path = rows.value
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-paper" width={size} height={size} />
      <path class="qr-ink" d={path} />
    </svg>
  );
}
