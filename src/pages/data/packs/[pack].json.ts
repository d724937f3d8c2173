import type { APIRoute, GetStaticPaths } from 'astro';
import type { Pack } from '@/packs.ts';

const tools = import.meta.glob<{ packs: () => Pack[] | Promise<Pack[]> }>([
  '/src/components/tools/*/packs.ts',
  '/src/components/workshops/packs.ts',
]);

/** Every pack of every tool and of the workshops, by the name it is fetched under. */
export const getStaticPaths: GetStaticPaths = async () => {
  const all = await Promise.all(Object.values(tools).map(async (load) => (await load()).packs()));
  return all.flat().map(({ name, json }) => ({ params: { pack: name }, props: { json } }));
};

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
