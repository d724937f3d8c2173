import {
  buyerLanguages,
  platformNames,
  replyPlatforms,
  tones,
  type ScriptLibrary,
} from '@/calculators/reply-script/index.ts';
import { FormEnd } from '../../../ui/FormEnd.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { fieldId } from '../ids.ts';
import type { Kept } from '../kept.model.ts';
import { COMMON, type ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Variable } from './Variable.tsx';

interface FormProps {
  model: ReplyScriptModel;
  kept: Kept;
  library: ScriptLibrary;
  words: Words;
  platformLabels: Readonly<Record<string, string>>;
  errorOf: (path: string) => string | undefined;
  onEnter: () => void;
}

/** Everything a reply is made from, once its situation is known. */
export function Form({ model, kept, library, words, platformLabels, errorOf, onEnter }: FormProps) {
  const { language, say } = words;
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
          error={errorOf(`vars.${variable.name}`)}
          onEnter={onEnter}
        />
      ));
  const settings = model.settings.value;
  const script = model.script.value;
  return (
    <>
      <div class="fields">
        <Select
          id={fieldId('platform')}
          name="platform"
          label={say('field.platform')}
          value={model.platform.value}
          options={replyPlatforms.map((id) => ({
            value: id,
            label: platformLabels[id] ?? platformNames[id],
          }))}
          onChange={model.setPlatform}
        />
        <Select
          id={fieldId('language')}
          name="language"
          label={say('field.language')}
          value={model.buyer.value}
          options={buyerLanguages.map((id) => ({ value: id, label: say(`language.${id}`) }))}
          onChange={model.setBuyer}
        />
        <Select
          id={fieldId('gloss')}
          name="gloss"
          label={say('field.gloss')}
          value={model.gloss.value}
          options={['en', 'zh-CN'].map((id) => ({ value: id, label: say(`language.${id}`) }))}
          onChange={model.setGloss}
        />
        <Select
          id={fieldId('tone')}
          name="tone"
          label={say('field.tone')}
          value={model.tone.value}
          options={tones.map((id) => ({ value: id, label: say(`tone.${id}`) }))}
          onChange={model.setTone}
        />
      </div>
      {model.isExample.value && <p class="notice example-note">{say('page.example-note')}</p>}
      {variables.some(({ name }) => COMMON.includes(name)) && (
        <fieldset class="group">
          <legend>{say('field.common')}</legend>
          <div class="fields">{fieldsOf(true)}</div>
        </fieldset>
      )}
      {variables.some(({ name }) => !COMMON.includes(name)) && (
        <fieldset class="group">
          <legend>{say('page.own-fields')}</legend>
          <div class="fields">{fieldsOf(false)}</div>
        </fieldset>
      )}
      {model.switchable.value.length > 0 && (
        <fieldset class="group">
          <legend>{say('field.blocks')}</legend>
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
      <details class="more" open={model.stack.value.length > 0}>
        <summary>{say('field.stack')}</summary>
        <div class="fields">
          <Select
            wide
            id={fieldId('stack')}
            name="stack"
            label={say('field.stack')}
            help={say('page.stack-help')}
            value=""
            options={[
              { value: '', label: say('page.choose') },
              ...[...library.scripts.values()]
                .filter(({ id }) => id !== script.id && !model.stack.value.includes(id))
                .map(({ id, title }) => ({ value: id, label: title[language] })),
            ]}
            onChange={model.addToStack}
          />
        </div>
        <ul class="chips">
          {model.stack.value.map((id) => (
            <li key={id} data-id={id}>
              {library.scripts.get(id)?.title[language] ?? id}{' '}
              <button type="button" class="link-button" onClick={() => model.removeFromStack(id)}>
                {say('page.take-out')}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <details class="more">
        <summary>{say('settings.title')}</summary>
        <div class="fields">
          <TextField
            id={fieldId('settings.shop')}
            name="settings.shop"
            label={say('settings.shop')}
            value={settings.shop ?? ''}
            onInput={(shop) => model.setSetting({ shop })}
          />
          <TextField
            id={fieldId('settings.signature')}
            name="settings.signature"
            label={say('settings.signature')}
            value={settings.signature ?? ''}
            onInput={(signature) => model.setSetting({ signature })}
          />
          <Select
            id={fieldId('settings.pronoun')}
            name="settings.pronoun"
            label={say('settings.pronoun')}
            value={settings.pronoun ?? 'вы'}
            options={[
              { value: 'вы', label: say('settings.pronoun.small') },
              { value: 'Вы', label: say('settings.pronoun.capital') },
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
          <span>{say('settings.greetByName')}</span>
        </label>
        <div class="button-row kept-settings">
          <button
            type="button"
            class="action"
            onClick={() =>
              kept.keepSettings({
                ...settings,
                platform: model.platform.value,
                language: model.buyer.value,
                tone: model.tone.value,
              })
            }
          >
            {say('page.keep-settings')}
          </button>
          {kept.keepsSettings.value && (
            <button type="button" class="action" onClick={kept.forgetSettings}>
              {say('page.forget-settings')}
            </button>
          )}
        </div>
        <p class="muted" role="status">
          {kept.refused.value
            ? say('page.refused')
            : kept.keepsSettings.value
              ? say('settings.kept')
              : say('page.not-kept')}
        </p>
      </details>
      <FormEnd text={words.text} onClear={model.clear} onExample={model.showExample} />
    </>
  );
}
