import type { ListingOk } from '@/calculators/listing-check/index.ts';
import type { ListingWords } from '../words.ts';

/** What text cannot show, to be ticked before publishing; it prints. */
export function Checklist({
  result,
  words,
  base,
}: {
  result: ListingOk;
  words: ListingWords;
  base: string;
}) {
  const { own } = words;
  return (
    <section class="before-publishing">
      <h2>{own('before.title')}</h2>
      <ul class="ticks">
        {result.beforePublishing.map((id) => (
          <li key={id}>
            <label>
              <input type="checkbox" id={`${base}-before-${id}`} /> {own(`before.${id}`)}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
