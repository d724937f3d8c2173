import { buyerLanguages, replyPlatforms, tones } from '@/calculators/reply-script/index.ts';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useEscape } from '../../../ui/use-said.ts';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { Kept } from '../kept.model.ts';
import type { Library } from '../library.ts';
import { COMMON, type ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Variable } from './Variable.tsx';

interface FieldsProps {
  model: ReplyScriptModel;
  kept: Kept;
  known: Library;
  words: Words;
  platformLabels: Readonly<Record<string, string>>;
  field: (path: string) => FieldTies;
  onEnter: () => void;
}

/** Everything a reply is made from, once its situation is known. */
export function Fields({ model, kept, known, words, platformLabels, field, onEnter }: FieldsProps) {
  const { language, own } = words;
  const variables = model.variables.value;
  const fieldsOf = (common: boolean) =>
    variables
      .filter(({ name }) => COMMON.includes(name) === common)
      .map((variable) => (
        <Variable
          key={variable.name}
          variable={variable}
          model={model}
          words={words}
          ties={field(`vars.${variable.name}`)}
          onEnter={onEnter}
        />
      ));
  const typed = model.form.input.value;
  const { settings } = typed;
  useEscape(kept.refused, false);
  return (
    <>
      <Slice>
        <div class="fields">
          <Select
            {...field('platform')}
            label={own('field.platform')}
            value={typed.platform}
            options={replyPlatforms.map((id) => ({
              value: id,
              label: platformLabels[id] ?? id,
            }))}
            onChange={(id) =>
              model.choose({
                platform: replyPlatforms.find((each) => each === id) ?? typed.platform,
              })
            }
          />
          <Select
            {...field('language')}
            label={own('field.language')}
            value={typed.asksLanguage ? '' : typed.language}
            options={[
              ...(typed.asksLanguage ? [{ value: '', label: own('field.language-ask') }] : []),
              ...buyerLanguages.map((id) => ({ value: id, label: own(`language.${id}`) })),
            ]}
            onChange={(id) => {
              const language = buyerLanguages.find((each) => each === id);
              if (language) model.choose({ language });
            }}
          />
          <Select
            {...field('gloss')}
            label={own('field.gloss')}
            value={typed.gloss}
            options={['en', 'zh-CN'].map((id) => ({ value: id, label: own(`language.${id}`) }))}
            onChange={(id) => model.choose({ gloss: id === 'en' ? 'en' : 'zh-CN' })}
          />
          <Select
            {...field('tone')}
            label={own('field.tone')}
            value={typed.tone}
            options={tones.map((id) => ({ value: id, label: own(`tone.${id}`) }))}
            onChange={(id) =>
              model.choose({ tone: tones.find((each) => each === id) ?? typed.tone })
            }
          />
        </div>
      </Slice>
      {model.holds.value !== '' && (
        <p class="holds">
          {own('page.holds', { name: model.holds.value })}{' '}
          <button type="button" class="action" onClick={model.newBuyer}>
            {own('page.new-buyer')}
          </button>
        </p>
      )}
      {variables.some(({ name }) => COMMON.includes(name)) && (
        <fieldset class="group">
          <legend>{own('field.common')}</legend>
          <div class="fields">{fieldsOf(true)}</div>
        </fieldset>
      )}
      {variables.some(({ name }) => !COMMON.includes(name)) && (
        <fieldset class="group">
          <legend>{own('page.own-fields')}</legend>
          <div class="fields">{fieldsOf(false)}</div>
        </fieldset>
      )}
      {model.switchable.value.length > 0 && (
        <fieldset class="group">
          <legend>{own('field.blocks')}</legend>
          {model.switchable.value.map(({ id, block }) => (
            <label key={id} class="check">
              <input
                type="checkbox"
                name={`blocks.${id}`}
                checked={model.isOn(id, block.on)}
                onChange={(event) => model.setSwitch(id, event.currentTarget.checked, block.on)}
              />
              <span>{block.label?.[language] ?? id}</span>
            </label>
          ))}
        </fieldset>
      )}
      <More label={own('field.stack')} inUse={typed.stack.length > 0}>
        <div class="fields">
          <Select
            wide
            {...field('stack')}
            label={own('field.stack')}
            help={own('page.stack-help')}
            value=""
            options={[
              { value: '', label: own('page.choose') },
              ...known.situations
                .filter(({ id }) => id !== typed.situation && !typed.stack.includes(id))
                .map(({ id, title }) => ({ value: id, label: title[language] })),
            ]}
            onChange={model.addToStack}
          />
        </div>
        <ul class="chips">
          {typed.stack.map((id) => (
            <li key={id} data-id={id}>
              {known.titleOf(id)?.[language] ?? id}{' '}
              <button type="button" class="link-button" onClick={() => model.removeFromStack(id)}>
                {own('page.take-out')}
              </button>
            </li>
          ))}
        </ul>
      </More>
      <More label={own('settings.title')} inUse={false}>
        <div class="fields">
          <TextField
            {...field('settings.shop')}
            label={own('settings.shop')}
            value={settings.shop ?? ''}
            onInput={(shop) => model.setSetting({ shop })}
          />
          <TextField
            {...field('settings.signature')}
            label={own('settings.signature')}
            value={settings.signature ?? ''}
            onInput={(signature) => model.setSetting({ signature })}
          />
          <Select
            {...field('settings.pronoun')}
            label={own('settings.pronoun')}
            value={settings.pronoun ?? 'вы'}
            options={[
              { value: 'вы', label: own('settings.pronoun.small') },
              { value: 'Вы', label: own('settings.pronoun.capital') },
            ]}
            onChange={(pronoun) =>
              model.setSetting({ pronoun: pronoun === 'Вы' ? 'Вы' : undefined })
            }
          />
        </div>
        <label class="check">
          <input
            type="checkbox"
            name="settings.greetByName"
            checked={settings.greetByName ?? true}
            onChange={(event) =>
              model.setSetting({ greetByName: event.currentTarget.checked ? undefined : false })
            }
          />
          <span>{own('settings.greetByName')}</span>
        </label>
        <div class="button-row kept-settings">
          <button
            type="button"
            class="action"
            onClick={() =>
              kept.keepSettings({
                ...settings,
                platform: typed.platform,
                language: typed.language,
                tone: typed.tone,
              })
            }
          >
            {own('page.keep-settings')}
          </button>
          {kept.keepsSettings.value && (
            <button type="button" class="action" onClick={kept.forgetSettings}>
              {own('page.forget-settings')}
            </button>
          )}
        </div>
        <p class="muted" role="status">
          {kept.refused.value
            ? own('page.refused')
            : kept.keepsSettings.value
              ? own('settings.kept')
              : own('page.not-kept')}
        </p>
      </More>
    </>
  );
}
