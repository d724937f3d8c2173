/** What an installed site shows while it opens, and its pictures stand on. */
export const BACKGROUND = '#fbfaf7';

/** The pictures of an installed site. A device may cut a maskable one to a circle of four fifths: the mark stands well within. */
export const icons = [
  { name: 'icon-192.png', size: 192, share: 0.8, purpose: 'any' },
  { name: 'icon-512.png', size: 512, share: 0.8, purpose: 'any' },
  { name: 'icon-maskable-512.png', size: 512, share: 0.56, purpose: 'maskable' },
];
