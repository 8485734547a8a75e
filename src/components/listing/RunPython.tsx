/**
 * Run, Stop, Edit, Reset, Output and the timeline below a listing in Python, run by real CPython. What the reader makes of the listing is a draft, kept as
 * exercises' drafts are.
 *
 * Keeps true: neither Python nor the editor is loaded before the reader asks for it.
 */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { PYTHON_LIMITS } from '../../python/protocol.ts';
import type { OutputLine, RunRecord } from '../../record/index.ts';
import type { Job } from '../../sandbox/page.ts';
import type { RunView } from '../exercise/session.ts';
import { python } from '../machine.ts';
import { Button } from '../output/Button.tsx';
import { OutputView } from '../output/OutputView.tsx';
import { reasonOf } from '../reason.ts';
import { whenAsked } from '../timeline/step-link.ts';
import { StepThrough } from '../timeline/StepThrough.tsx';
import { words } from '../words.ts';
import { pythonWords as say } from '../words/python.ts';
import { DraftNotices } from './DraftNotices.tsx';
import { LoadingPython, type Loading } from './LoadingPython.tsx';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly title: string;
  /** The listing's program. */
  readonly source: string;
  /** The name of its file, such as `nine-requests.py`. */
  readonly file: string;
  /** What the reader's draft is kept under, and the name of the timeline in addresses: `tasks.gather.nine-requests`. */
  readonly id: string;
  /** What CPython printed when the site was made; shown until it runs here. */
  readonly printed?: string | undefined;
  /** Bytes that the first run of a page loads. */
  readonly bytes: number;
  /** Whether a twin stands beside it, which runs at once: then that one's Run is the one to press first. */
  readonly hasTwin?: boolean;
}

export default function RunPython({ title, source, file, id, printed, bytes, hasTwin = false }: Props): VNode {
  const host = useRef<HTMLDivElement>(null);
  const view = useSignal<RunView | undefined>(undefined);
  const loading = useSignal<Loading | undefined>(undefined);
  const work = useSignal<{ job?: Job<RunRecord>; stopped: boolean } | undefined>(undefined);
  const draft = useDraft({ id, source, label: say.code(title), host, onRun: () => void run() });

  /** Runs what is shown, and tells `mine` what to stop. */
  const runThere = async (of: string, mine: { job?: Job<RunRecord>; stopped: boolean }): Promise<void> => {
    const interpreter = await python();
    if (mine.stopped) return;
    let lines: readonly OutputLine[] = [];
    let said = '';
    const show = (more: Partial<RunView>): void => {
      loading.value = undefined;
      view.value = { of, lines, limits: PYTHON_LIMITS, ...more };
    };
    try {
      mine.job = interpreter.run(of, file, {
        owner: of === source ? undefined : id,
        onOutput(more) {
          lines = [...lines, ...more];
          show({});
        },
        onSaid(text) {
          said = text;
        },
      });
      const isThere = interpreter.load((loaded, total) => {
        if (!mine.stopped) loading.value = { loaded, total };
      });
      isThere.then(
        () => {
          if (loading.peek() !== undefined) show({});
        },
        () => undefined, // the run tells of it
      );
      const record = await mine.job.result;
      show({ lines: record.output, record, said });
    } catch (error) {
      show({ failure: words.run.sandboxFailed(reasonOf(error)) });
    }
  };

  const run = async (): Promise<void> => {
    if (work.peek() !== undefined) return;
    const mine: { job?: Job<RunRecord>; stopped: boolean } = { stopped: false };
    const of = draft.save();
    work.value = mine;
    view.value = undefined;
    loading.value = { loaded: 0, total: 0 };
    try {
      await runThere(of, mine);
    } catch (error) {
      view.value = { of, lines: [], failure: words.run.sandboxFailed(reasonOf(error)) };
    } finally {
      loading.value = undefined;
      work.value = undefined;
    }
  };
  const stop = (): void => {
    const mine = work.peek();
    if (mine === undefined) return;
    mine.stopped = true;
    mine.job?.stop();
  };

  const name = useMemo(() => `python.${id}`, [id]);
  useEffect(
    () =>
      whenAsked(name, () => {
        host.current?.closest('figure')?.scrollIntoView();
      }),
    [name],
  );

  const busy = work.value !== undefined;
  const { code } = draft;
  const stale = view.value !== undefined && view.value.of !== code;
  return (
    <div class="run-listing" ref={host} aria-busy={busy}>
      <div class="buttons">
        <Button kind={hasTwin ? 'secondary' : 'primary'} disabled={!draft.isReady || busy} onClick={() => void run()}>
          {words.run.run}
        </Button>
        <Button disabled={!busy} onClick={stop}>
          {words.run.stop}
        </Button>
        <Button disabled={!draft.isReady || draft.isOpen} onClick={draft.open}>
          {say.edit}
        </Button>
        {code !== source && <Button onClick={draft.reset}>{say.reset}</Button>}
      </div>
      <DraftNotices draft={draft} />
      {loading.value !== undefined && <LoadingPython {...loading.value} />}
      {view.value === undefined && loading.value === undefined && <p class="quiet">{say.first(bytes)}</p>}
      {view.value === undefined && printed !== undefined && code === source ? (
        <div class="printed">
          <p class="region-name">{words.listing.printed}</p>
          <pre tabIndex={0}>{printed.trimEnd()}</pre>
        </div>
      ) : (
        loading.value === undefined && <OutputView view={view.value} stale={stale} label={say.output} />
      )}
      <StepThrough record={view.value?.record} code={draft.marker} id={name} stale={stale} />
    </div>
  );
}
