import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** A code to be read by a camera. Capitals and digits keep it small; the drawing is fetched from this site. */
export function Qr({ text, label }: { text: string; label: string }) {
  const rows = useSignal<readonly (readonly boolean[])[]>([]);
  useLayoutEffect(() => {
    void import('uqr').then(({ encode }) => {
      rows.value = encode(text, { ecc: 'M', border: 3 }).data;
    });
  }, [text]);
  const size = rows.value.length;
  if (size === 0) return null;
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
