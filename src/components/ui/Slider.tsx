interface SliderProps {
  id: string;
  label: string;
  value: number;
  max: number;
  /** The value as a reader of the page's language expects it. */
  shown: string;
  onInput: (value: number) => void;
}

/** A whole number from 0 to `max`, moved by hand, arrow keys or Page Up and Page Down. */
export function Slider({ id, label, value, max, shown, onInput }: SliderProps) {
  return (
    <div class="field">
      <label for={id}>
        {label} <span class="slider-value">{shown}</span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={1}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
    </div>
  );
}
