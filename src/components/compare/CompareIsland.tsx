/** Run both and Stop below two programs of a lesson, and then their two timelines. Both were compiled when the site was built. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CompiledProgram } from '../../compiler/index.ts';
import type { RunRecord } from '../../record/index.ts';
import type { Job } from '../../sandbox/page.ts';
import { sandbox } from '../machine.ts';
import { Button } from '../output/Button.tsx';
import { reasonOf } from '../reason.ts';
import { listingMarker, type CodeMarker } from '../timeline/code-marker.ts';
import { NAME_ATTRIBUTE, nameOfFile, whenAsked } from '../timeline/step-link.ts';
import { words } from '../words.ts';
import type { Compared as Loaded } from './Compared.tsx';

interface Props {
  /** The compiled programs, as JSON text: cheaper in the page's HTML than the same thing as properties. */
  readonly left: string;
  readonly right: string;
  readonly leftTitle: string;
  readonly rightTitle: string;
  /** Names the two timelines in addresses of steps. */
  readonly file: string;
}

/** Both runs, and what shows them. */
interface Runs {
  readonly left: RunRecord;
  readonly right: RunRecord;
  readonly Compared: typeof Loaded;
}

export default function CompareIsland({ left, right, leftTitle, rightTitle, file }: Props): VNode {
  const host = useRef<HTMLDivElement>(null);
  const name = nameOfFile(file);
  const runs = useSignal<Runs | undefined>(undefined);
  const job = useSignal<Job<RunRecord> | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  /** The moment that the page's address asked for last. */
  const asked = useSignal<{ readonly step: number } | undefined>(undefined);
  const ready = useSignal(false);
  const markers = useMemo((): readonly CodeMarker[] => {
    const side = (place: number) => listingMarker(() => host.current?.closest('figure')?.querySelectorAll('.side')[place]);
    return [side(0), side(1)];
  }, []);

  const runBoth = async (): Promise<void> => {
    const run = async (program: string): Promise<RunRecord> => {
      const running = sandbox().run(JSON.parse(program) as CompiledProgram);
      job.value = running;
      return running.result;
    };
    runs.value = undefined;
    failure.value = undefined;
    try {
      const first = await run(left);
      const second = first.outcome === 'stopped' ? first : await run(right);
      if (second.outcome === 'stopped') failure.value = words.run.stopped;
      else runs.value = { left: first, right: second, Compared: (await import('./Compared.tsx')).Compared };
    } catch (error) {
      failure.value = words.run.sandboxFailed(reasonOf(error));
    } finally {
      job.value = undefined;
    }
  };

  useEffect(() => {
    ready.value = true;
    return whenAsked(name, (step) => {
      host.current?.closest('figure')?.scrollIntoView();
      asked.value = { step };
      if (runs.peek() === undefined && job.peek() === undefined) void runBoth();
    });
  }, []);

  const both = runs.value;
  const busy = job.value !== undefined;
  return (
    <div
      class="run-both"
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
        <Button kind="primary" disabled={!ready.value || busy} onClick={() => void runBoth()}>
          {words.compare.runBoth}
        </Button>
        <Button disabled={!busy} onClick={() => job.value?.stop()}>
          {words.run.stop}
        </Button>
      </div>
      <div aria-live="polite">
        {busy && <p class="quiet">{words.run.running}</p>}
        {failure.value !== undefined && <p class="trouble">{failure.value}</p>}
      </div>
      {both !== undefined && (
        <both.Compared
          yours={{ title: leftTitle, name: words.compare.named(leftTitle), record: both.left, code: markers[0] }}
          reference={{ title: rightTitle, name: words.compare.named(rightTitle), record: both.right, code: markers[1] }}
          asked={asked.value}
        />
      )}
    </div>
  );
}
