// Drawings in pages and style sheets, written so that they weigh little.

const anchor = /(<span aria-hidden="true") class="sl-anchor-icon"><svg[\s\S]*?<\/svg>/g;

/** The link beside each heading as a plain #; its words for those who hear the page stay as they are. */
export const withPlainMarks = (html) => html.replace(anchor, '$1>#');

const base64 = /url\(["']?data:image\/svg\+xml;base64,([\w+/=]+)["']?\)/g;

/** Drawings within a style sheet as what they are: base64 hides from a packer what is written twice. */
export const withPlainDrawings = (text) =>
  text.replace(base64, (_, coded) => {
    const drawing = Buffer.from(coded, 'base64').toString('utf8').trim().replaceAll('"', "'");
    return `url("data:image/svg+xml,${drawing.replace(/[%#<>\s]/g, encodeURIComponent)}")`;
  });
