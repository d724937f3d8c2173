const found = import.meta.glob<unknown>('./components/tools/*/*.astro', { import: 'default' });

/** The part of the page of every tool, by slug: in the folder of that name, under that name. */
export const toolParts: Readonly<Record<string, () => Promise<unknown>>> = Object.fromEntries(
  Object.entries(found).flatMap(([path, load]) => {
    const [, slug = '', name = ''] = /\/([^/]+)\/([^/]+)\.astro$/.exec(path) ?? [];
    return slug.replaceAll('-', '') === name.toLowerCase() ? [[slug, load] as const] : [];
  }),
);
