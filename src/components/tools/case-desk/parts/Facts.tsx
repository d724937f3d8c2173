import type { SingleField } from '@/calculators/case-desk/index.ts';
import { Select } from '../../../ui/Select.tsx';
import type { PartProps } from './Detail.tsx';
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

/** Order, buyer, amounts, who has the case. Each is taken when one leaves its field. */
export function Facts({ base, page, words, detail, change }: PartProps) {
  const { own } = words;
  const { one } = detail;
  const valueOf = (field: SingleField): string => {
    const [part = '', name] = field.split('.');
    const held = (one as unknown as Record<string, unknown>)[part];
    const value = name === undefined ? held : (held as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <section class="desk-part">
      <h3>{own('facts.title')}</h3>
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
        {TEXTS.map((field) => (
          <div class="field" key={`${one.id} ${field}`}>
            <label for={`${base}-fact-${field}`}>{own(`field.${field}`)}</label>
            <HeldInput
              id={`${base}-fact-${field}`}
              name={field}
              held={valueOf(field)}
              onTake={(value) => change({ type: 'set', field, value })}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
