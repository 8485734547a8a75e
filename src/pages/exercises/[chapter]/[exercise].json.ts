/** One JSON file an exercise: what its island fetches when it comes into view. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { dataFile } from '../../../components/exercise/files.ts';

export const getStaticPaths = (async () => {
  const exercises = await getCollection('exercises');
  return exercises.map(({ id, filePath = '', data: { hints } }) => {
    const [chapter = '', exercise = ''] = id.split('/');
    return { params: { chapter, exercise }, props: { id, folder: filePath.replace(/\/exercise\.md$/, ''), hints } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly id: string; readonly folder: string; readonly hints: readonly string[] }> = async ({
  props: { id, folder, hints },
}) => {
  const { json } = await dataFile(id, folder, hints);
  return new Response(json, { headers: { 'content-type': 'application/json' } });
};
