import { describe, expect, it } from 'vitest';
import { languageOf, readsAsAnother } from './small-words.ts';

describe('the language of a text', () => {
  it.each([
    ['The watch shows messages of the app.', 'en'],
    ['Instagram-style ring light, no account needed.', 'en'],
    ['Die Uhr zeigt WhatsApp-Nachrichten an.', 'de'],
    ['Le support convient aux appels WhatsApp.', 'fr'],
    ['Funda para usar WhatsApp con una mano.', 'es'],
    ['O relógio mostra mensagens do WhatsApp.', 'pt'],
    ['Zegarek pokazuje wiadomości z WhatsApp.', 'pl'],
    ['Часы показывают сообщения Telegram.', 'ru'],
    ['手表可以显示WhatsApp消息。', 'zh'],
    ['이 시계는 WhatsApp 알림을 표시합니다.', 'ko'],
    ['', 'en'],
    ['8123 OK', 'en'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is not doubted for a name, a model or two words', () => {
    for (const text of ['Ana', 'Nike Air Force 1', 'Deutsche Post', 'DHL Express', 'La Poste'])
      for (const language of ['en', 'es', 'fr', 'de', 'pl', 'pt-BR'])
        expect(readsAsAnother(text, language), `${language} ${text}`).toBe(false);
  });
});
