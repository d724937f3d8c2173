import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import type { GuardRule } from '../reply-guard/index.ts';
import { tellingWords } from '../reply-guard/tongue.ts';
import { readsAsAnother } from './small-words.ts';
import { languageOf, mayBeAnother } from './telling-words.ts';

const guards = openContent(join(import.meta.dirname, '../../content')).collection<GuardRule>(
  'guards',
);
const telling = tellingWords(guards.get('other-language') as GuardRule);

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

  it.each([
    ['Paket beim Zoll', 'de'],
    ['Zoll prüft Paket', 'de'],
    ['Lieferung verspätet', 'de'],
    ['Lampe mit Akku defekt', 'de'],
    ['customs inspection', 'en'],
    ['carrier strike', 'en'],
    ['parcel stuck', 'en'],
    ['colis bloqué', 'fr'],
    ['grève du transporteur', 'fr'],
    ['paquete retenido', 'es'],
    ['huelga de transportistas en la aduana', 'es'],
    ['fiscalização da alfândega', 'pt'],
    ['pacote danificado', 'pt'],
    ['kontrola celna', 'pl'],
    ['paczka zatrzymana', 'pl'],
    ['historia czatu na platformie', 'pl'],
    ['one function does not work', 'en'],
    ['agora verificamos cada unidade da fábrica', 'pt'],
    ['le remboursement est partiel', 'fr'],
  ])('“%s” is asked about in every language but its own', (text, own) => {
    for (const language of ['en', 'es', 'fr', 'de', 'pl', 'pt-BR'])
      expect(mayBeAnother(text, language, telling), language).toBe(!language.startsWith(own));
  });

  it.each([
    ['Retard : Paket beim Zoll, nous attendons la suite', 'fr'],
    ['La lámpara está en camino (carrier strike)', 'es'],
    ['O pacote está a caminho, mas kontrola celna', 'pt'],
    ['Die Lampe ist unterwegs; colis bloqué', 'de'],
  ])('one clause is enough: %s', (text, language) => {
    expect(mayBeAnother(text, language, telling)).toBe(true);
  });

  it('and a name, a model, or a word that a language has borrowed is not', () => {
    for (const text of [
      'Ana',
      'Nike Air Force 1',
      'Deutsche Post',
      'DHL Express',
      'La Poste',
      'Müller-Lüdenscheidt',
      'Made in China',
      'USB-C',
      'Smartphone',
      'LED',
      'Łódź',
      'São Paulo',
    ])
      for (const language of ['en', 'es', 'fr', 'de', 'pl', 'pt-BR'])
        expect(mayBeAnother(text, language, telling), `${language} ${text}`).toBe(false);
  });
});
