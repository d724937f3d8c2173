import { useSignal } from '@preact/signals';
import type { AmountRead, SingleField } from '@/calculators/case-desk/index.ts';
import { Select } from '../../../ui/Select.tsx';
import type { PartProps } from './Detail.tsx';
import { Part } from './Part.tsx';
import { HeldInput } from './HeldInput.tsx';

const TEXTS: readonly SingleField[] = [
  'name',
  'order.id',
  'order.item',
  'order.tracking',
  'order.price',
  'order.claim',
  'order.currency',
  'buyer.name',
  'buyer.country',
  'buyer.language',
  'owner',
  'level',
];

/** Fields that hold money: read as an offer is, so that no case is about an amount nobody can count. */
const AMOUNTS: ReadonlySet<SingleField> = new Set(['order.price', 'order.claim']);

interface AmountProps {
  id: string;
  field: SingleField;
  label: string;
  held: string;
  read: (text: string) => Promise<AmountRead>;
  refused: (why: Extract<AmountRead, { key: string }>) => Promise<string>;
  onTake: (amount: string, currency: string | null) => void;
}

/** An amount of the order. What cannot be read stands there until it is mended, and is not kept. */
function Amount({ id, field, label, held, read, refused, onTake }: AmountProps) {
  const typed = useSignal('');
  const wrong = useSignal('');
  const take = async (raw: string) => {
    const found = raw.trim() === '' ? null : await read(raw.trim());
    if (found && 'key' in found) {
      typed.value = raw;
      wrong.value = await refused(found);
      return;
    }
    typed.value = '';
    wrong.value = '';
    onTake(found?.amount ?? '', found?.currency ?? null);
  };
  return (
    <div class="field" data-invalid={wrong.value ? '' : undefined}>
      <label for={id}>{label}</label>
      <HeldInput
        id={id}
        name={field}
        held={typed.value || held}
        isWrong={wrong.value !== ''}
        describedBy={wrong.value ? `${id}-error` : undefined}
        onTake={take}
      />
      {wrong.value && (
        <span class="error" id={`${id}-error`}>
          {wrong.value}
        </span>
      )}
    </div>
  );
}

/** Order, buyer, amounts, who has the case. Each is taken when one leaves its field. */
export function Facts({ base, page, desk, words, more, detail, change, isOpen }: PartProps) {
  const { own } = words;
  const { one } = detail;
  const valueOf = (field: SingleField): string => {
    const [part = '', name] = field.split('.');
    const held = (one as unknown as Record<string, unknown>)[part];
    const value = name === undefined ? held : (held as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <Part
      name="facts"
      title={own('facts.title')}
      count={words.of(TEXTS.filter((field) => valueOf(field) !== '').length, TEXTS.length)}
      isOpen={isOpen('facts')}
    >
      <div class="fields">
        <Select
          id={`${base}-fact-flow`}
          name="flow"
          label={own('field.flow')}
          value={one.flow ?? ''}
          options={[
            { value: '', label: own('field.later') },
            ...page.flows.map(({ id, platform }) => ({
              value: id,
              label: words.kind(id),
              group: words.platform(platform),
            })),
          ]}
          onChange={(value) => {
            change({ type: 'set', field: 'flow', value });
            const platform = page.flows.find(({ id }) => id === value)?.platform;
            if (platform) change({ type: 'set', field: 'platform', value: platform });
          }}
        />
        <Select
          id={`${base}-fact-reason`}
          name="reason"
          label={own('field.reason')}
          value={one.reason ?? ''}
          options={[
            { value: '', label: own('field.later') },
            ...Object.keys(page.content.desk.causes).map((id) => ({
              value: id,
              label: words.reason(id),
            })),
          ]}
          onChange={(value) => change({ type: 'set', field: 'reason', value })}
        />
        {TEXTS.map((field) =>
          AMOUNTS.has(field) ? (
            <Amount
              key={`${one.id} ${field}`}
              id={`${base}-fact-${field}`}
              field={field}
              label={own(`field.${field}`)}
              held={valueOf(field)}
              read={(text) => desk.readAmount(text, one.order?.currency)}
              refused={more.refused}
              onTake={(amount, currency) => {
                change({ type: 'set', field, value: amount });
                if (currency && !one.order?.currency)
                  change({ type: 'set', field: 'order.currency', value: currency });
              }}
            />
          ) : (
            <div class="field" key={`${one.id} ${field}`}>
              <label for={`${base}-fact-${field}`}>{own(`field.${field}`)}</label>
              <HeldInput
                id={`${base}-fact-${field}`}
                name={field}
                held={valueOf(field)}
                onTake={(value) => change({ type: 'set', field, value })}
              />
            </div>
          ),
        )}
      </div>
    </Part>
  );
}
