import { sessionText } from '../../platform/session.ts';

const HEAD = 'case\tlink';
const coming = sessionText('case-desk.coming');

/**
 * Cases a person has put on the desk from another tool of this tab: rows of a name and the link that holds
 * the case, as the desk reads them. They wait here until the desk is opened.
 */
export const rowsComing = {
  read: coming.read,
  clear: () => coming.write(''),
  add: (name: string, link: string) => {
    const cell = name.replace(/\s+/g, ' ').replaceAll('"', '');
    coming.write(`${coming.read() || HEAD}\n${cell}\t${link}`);
  },
};
