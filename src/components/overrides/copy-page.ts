import en from '@/content/i18n/parts/copy.en.json';
import zh from '@/content/i18n/parts/copy.zh-CN.json';
import { copyText } from '../platform/clipboard.ts';
import { emptyOnEscape } from '../platform/keyboard.ts';

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** Puts the text a link leads to on the clipboard and says behind the link whether it could. */
export async function copyPage(link: HTMLAnchorElement): Promise<void> {
  const words = document.documentElement.lang === 'en' ? en : zh;
  let status = link.nextElementSibling;
  if (!status) {
    const made = document.createElement('span');
    made.setAttribute('role', 'status');
    link.after(made);
    emptyOnEscape(made);
    status = made;
  }
  status.textContent = '';
  const text = textAt(link.href);
  let done: boolean;
  try {
    // Some browsers take the press for over once something was waited for: they are handed the promise.
    const blob = text.then((said) => new Blob([said], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    done = true;
  } catch {
    done = await text.then(copyText, () => false);
  }
  status.textContent = words[done ? 'copy.copied' : 'copy.not-copied'];
}
