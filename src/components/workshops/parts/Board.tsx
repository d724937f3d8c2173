import type { Block } from '../board-parts.ts';
import type { ExerciseWords } from '../words.ts';
import { Unbroken } from '../../ui/Unbroken.tsx';

/** A case as a room reads it, all of it or a part: what happened, what is asked, what there is to choose from. */
export function Board({ blocks, words }: { blocks: readonly Block[]; words: ExerciseWords }) {
  const told = blocks.filter(({ ofKey }) => !ofKey);
  const key = blocks.filter(({ ofKey }) => ofKey);
  return (
    <div class="board">
      <p class="example-mark">{words.own('made-up')}</p>
      {told.map(draw)}
      {key.length > 0 && <div class="board-key">{key.map(draw)}</div>}
    </div>
  );
}

function draw({ is, lines, from }: Block, place: number) {
  if (is === 'items' || is === 'ordered') {
    const items = lines.map((line, i) => <li key={i}>{line}</li>);
    return is === 'ordered' ? (
      <ol key={place} start={from + 1}>
        {items}
      </ol>
    ) : (
      <ul key={place}>{items}</ul>
    );
  }
  return lines.map((line, i) => (
    <p key={`${place}.${i}`} class={is === 'as-written' ? 'reply-text' : undefined}>
      {is === 'strong' ? <strong>{line}</strong> : <Unbroken text={line} />}
    </p>
  ));
}
