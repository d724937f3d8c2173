import { getCollection } from 'astro:content';
import { feed } from '@/feed.ts';

export const GET = async () => feed((await getCollection('glossary')).map((entry) => entry.data));
