/** One JSON file an exercise: what its island fetches when it comes into view. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { dataFile, loopFile } from '../../../components/exercise/files.ts';

export const getStaticPaths = (async () => {
  const exercises = await getCollection('exercises');
  return exercises.map(({ id, filePath = '', data: { kind, hints } }) => {
    const [chapter = '', exercise = ''] = id.split('/');
    return { params: { chapter, exercise }, props: { id, kind, folder: filePath.replace(/\/exercise\.md$/, ''), hints } };
  });
}) satisfies GetStaticPaths;

interface Props {
  readonly id: string;
  readonly kind: 'code' | 'loop';
  readonly folder: string;
  readonly hints: readonly string[];
}

export const GET: APIRoute<Props> = async ({ props: { id, kind, folder, hints } }) => {
  const { json } = await (kind === 'loop' ? loopFile : dataFile)(id, folder, hints);
  return new Response(json, { headers: { 'content-type': 'application/json' } });
};
