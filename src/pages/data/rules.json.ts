import { getCollection } from 'astro:content';
import { feed } from '@/feed.ts';

export const GET = async () => feed((await getCollection('rules')).map((entry) => entry.data));
