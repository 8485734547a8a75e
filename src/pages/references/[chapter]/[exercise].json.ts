/** One JSON file an exercise: its solution, compiled, for readers who look at its run beside their own. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { referenceFile } from '../../../components/exercise/files.ts';

export const getStaticPaths = (async () => {
  const exercises = await getCollection('exercises');
  return exercises
    .filter(({ data }) => data.kind === 'code')
    .map(({ id, filePath = '' }) => {
      const [chapter = '', exercise = ''] = id.split('/');
      return { params: { chapter, exercise }, props: { id, folder: filePath.replace(/\/exercise\.md$/, '') } };
    });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly id: string; readonly folder: string }> = async ({ props: { id, folder } }) => {
  const { json } = await referenceFile(id, folder);
  return new Response(json, { headers: { 'content-type': 'application/json' } });
};
