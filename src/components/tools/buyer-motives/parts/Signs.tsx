import { OTHERS, STRENGTHS, type Other, type Strength } from '@/calculators/buyer-motives/index.ts';
import { focusOn } from '../../../platform/jump.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import { OWN, type BuyerMotivesModel } from '../buyer-motives.model.ts';
import type { MotiveWords } from '../words.ts';

interface SignsProps {
  model: BuyerMotivesModel;
  words: MotiveWords;
  field: (path: string) => FieldTies;
  folder: string;
}

/** What was written or done, one card a sign, and how well each fits. */
export function Signs({ model, words, field, folder }: SignsProps) {
  const { own, language } = words;
  const { signals } = model.form.input.value;
  const taken = new Set(signals.map(({ id }) => id));
  const free = [...model.offered.values()].filter(({ id }) => !taken.has(id));
  const groups = [...new Set([...model.offered.values()].map(({ group }) => group))];
  const strengths = [...STRENGTHS]
    .reverse()
    .map((id) => ({ value: id, label: words.strength(id) }));
  return (
    <section class="signs">
      <h2>{own('signs-title')}</h2>
      <p class="muted">{own('signs-hint')}</p>
      <ul class="sign-list">
        {signals.map((sign, at) => {
          const offered = model.offered.get(sign.id);
          const path = `signals.${String(at)}`;
          const named = field(`${path}.id`);
          return (
            <li key={at} data-id={sign.id}>
              {offered ? (
                <>
                  <p class="sign-text">{offered.text[language]}</p>
                  <p class="muted">
                    {words.sentences([
                      own('harmless', { text: offered.harmless[language] }) +
                        (language === 'en' ? '.' : '。'),
                      own('counts-for', {
                        motive: words.motive(sign.towards),
                        cause: words.cause(sign.group, sign.id),
                      }),
                      own(`basis.${offered.basis}`),
                    ])}{' '}
                    {offered.source !== null && (
                      <a href={`/${folder}/reference/sources/#${offered.source}`}>
                        {own('source')}
                      </a>
                    )}
                  </p>
                </>
              ) : (
                <div class="fields">
                  <TextField
                    {...named}
                    label={own('field.sign')}
                    value={sign.id}
                    wide
                    onInput={(id) => model.weigh(at, { id })}
                  />
                  <Select
                    {...field(`${path}.towards`)}
                    label={own('field.towards')}
                    value={sign.towards}
                    options={OTHERS.map((motive) => ({
                      value: motive,
                      label: words.motive(motive),
                    }))}
                    onChange={(towards) => model.weigh(at, { towards: towards as Other })}
                  />
                  <Select
                    {...field(`${path}.group`)}
                    label={own('field.group')}
                    help={own('field.group-hint')}
                    value={sign.group === sign.id ? '' : sign.group}
                    options={[...new Set(['', ...groups, sign.group])]
                      .filter((group) => group === '' || group !== sign.id)
                      .map((group) => ({ value: group, label: words.cause(group, '') }))}
                    onChange={(group) => model.weigh(at, { group })}
                  />
                </div>
              )}
              <Select
                {...field(`${path}.strength`)}
                label={own('field.strength')}
                value={sign.strength}
                options={strengths}
                onChange={(strength) => model.weigh(at, { strength: strength as Strength })}
              />
              <p class="button-row">
                <button
                  type="button"
                  class="action"
                  onClick={() => {
                    model.remove(at);
                    focusOn(field('signals').id);
                  }}
                >
                  {own('remove')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
      <Select
        // Made anew, so that it stands at “choose” again and the same can be chosen twice.
        key={signals.length}
        {...field('signals')}
        name="add"
        label={own('add')}
        value=""
        options={[
          { value: '', label: own('add-choose') },
          ...free.map(({ id, group, text }) => ({
            value: id,
            label: text[language],
            group: words.cause(group, id),
          })),
          { value: OWN, label: own('add-own') },
        ]}
        onChange={(id) => {
          if (id === '') return;
          const at = model.form.isExample.value ? 0 : signals.length;
          model.add(id);
          focusOn(field(`signals.${String(at)}.${id === OWN ? 'id' : 'strength'}`).id);
        }}
      />
      <p class="notice">{own('refused-note')}</p>
    </section>
  );
}
