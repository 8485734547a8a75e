/** Run, Stop, Output and the timeline below a listing's TypeScript twin. The program was compiled when the site was built. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CompiledProgram } from '../../compiler/index.ts';
import type { OutputLine, RunRecord } from '../../record/index.ts';
import type { Job } from '../../sandbox/page.ts';
import type { RunView } from '../exercise/session.ts';
import { sandbox } from '../machine.ts';
import { Button } from '../output/Button.tsx';
import { OutputView } from '../output/OutputView.tsx';
import { reasonOf } from '../reason.ts';
import { listingMarker } from '../timeline/code-marker.ts';
import { NAME_ATTRIBUTE, nameOfFile, whenAsked } from '../timeline/step-link.ts';
import { StepThrough } from '../timeline/StepThrough.tsx';
import type { Asked } from '../timeline/Timeline.tsx';
import { words } from '../words.ts';

interface Props {
  /** The compiled program, as JSON text: cheaper in the page's HTML than the same thing as properties. */
  readonly program: string;
  /** What Python printed, to say so when the twin prints the same. */
  readonly printed?: string | undefined;
  /** It runs as soon as it is there, and its timeline opens at this step, and anew for each other object. */
  readonly opensAt?: Asked | undefined;
  /** The program's file: its name is that of the timeline in addresses of steps. */
  readonly file: string;
}

const textOf = (lines: readonly OutputLine[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .trim();

export default function RunListing({ program, printed, opensAt, file }: Props): VNode {
  const host = useRef<HTMLDivElement>(null);
  const code = useMemo(() => listingMarker(() => host.current?.closest('.side, figure')), []);
  const name = nameOfFile(file);
  const view = useSignal<RunView | undefined>(undefined);
  const job = useSignal<Job<RunRecord> | undefined>(undefined);
  const ready = useSignal(false);

  const run = async (): Promise<void> => {
    let lines: readonly OutputLine[] = [];
    view.value = { of: '', lines };
    try {
      const running = sandbox().run(JSON.parse(program) as CompiledProgram, {
        onOutput(more) {
          lines = [...lines, ...more];
          view.value = { of: '', lines };
        },
      });
      job.value = running;
      const record = await running.result;
      view.value = { of: '', lines: record.output, record };
    } catch (error) {
      view.value = { of: '', lines, failure: words.run.sandboxFailed(reasonOf(error)) };
    } finally {
      job.value = undefined;
    }
  };

  useEffect(() => {
    ready.value = true;
    if (opensAt !== undefined) void run();
    return whenAsked(name, () => {
      host.current?.closest('figure')?.scrollIntoView();
      if (view.peek() === undefined) void run();
    });
  }, []);

  const record = view.value?.record;
  const same = printed !== undefined && record?.outcome === 'finished' && textOf(record.output) === printed.trim();
  const busy = job.value !== undefined;
  return (
    <div
      class="run-listing"
      {...{ [NAME_ATTRIBUTE]: name }}
      ref={host}
      onPointerEnter={() => {
        sandbox().warm();
      }}
      onFocusCapture={() => {
        sandbox().warm();
      }}
    >
      <div class="buttons">
        <Button kind="primary" disabled={!ready.value || busy} onClick={() => void run()}>
          {words.run.run}
        </Button>
        <Button disabled={!busy} onClick={() => job.value?.stop()}>
          {words.run.stop}
        </Button>
      </div>
      <OutputView view={view.value} remark={same ? words.listing.same : undefined} />
      <StepThrough record={record} code={code} id={name} opensAt={opensAt} />
    </div>
  );
}
