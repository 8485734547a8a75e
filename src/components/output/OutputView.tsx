/** The Output region: what a run printed and how it ended. It is there before the first run too, so that a reader of the page's regions finds it. */
import type { VNode } from 'preact';
import type { RunRecord } from '../../record/index.ts';
import { DEFAULT_LIMITS, type Limits } from '../../sandbox/protocol.ts';
import type { RunView } from '../exercise/session.ts';
import { words } from '../words.ts';
import { CompileErrors, ErrorText, Frame, type Jump } from './ErrorText.tsx';
import { OutputLines } from './OutputLines.tsx';
import { Hint, Ticked } from './Ticked.tsx';

interface Props {
  readonly view: RunView | undefined;
  /** The reader's code is no longer the one that was run. */
  readonly stale?: boolean;
  readonly jump?: Jump | undefined;
  /** Something to say below a finished run. */
  readonly remark?: string | undefined;
  /** The region's name, where there are several. */
  readonly label?: string;
  /** Where the run is being looked at: so many lines are printed by now. */
  readonly printed?: number;
}

/** How a run ended, in one sentence. */
function ending({ outcome, elapsed, budget }: RunRecord, allowed: Limits): string {
  switch (outcome) {
    case 'finished':
      return words.run.finished(elapsed);
    case 'raised':
      return words.run.raised(elapsed);
    case 'deadlock':
      return words.run.deadlock(elapsed);
    case 'stopped':
      return words.run.stopped;
    case 'over-budget': {
      const limits = {
        'wall-clock': allowed.wallClock,
        'wall-clock-in-all': allowed.wallClockInAll,
        'loop-steps': allowed.loopSteps,
        turns: allowed.turns,
        tasks: allowed.tasks,
        output: allowed.outputLines,
        memory: 0,
      };
      const which = budget ?? 'wall-clock';
      return words.run.overBudget[which](limits[which]);
    }
  }
}

interface EndingProps {
  readonly record: RunRecord;
  readonly said: string | undefined;
  readonly limits: Limits;
  readonly jump: Jump | undefined;
}

function Ending({ record, said, limits, jump }: EndingProps): VNode {
  const { outcome, error, seenAt, warnings, dropped, output } = record;
  return (
    <>
      {output.length === 0 && outcome === 'finished' && <p class="quiet">{words.run.nothing}</p>}
      {warnings.length > 0 && said === undefined && (
        <ul class="warnings">
          {warnings.map(({ category, text, hint, position }, index) => (
            <li key={index}>
              <strong>{category}</strong>: <Ticked text={text} />{' '}
              {position !== undefined && (
                <span class="at">
                  (<Frame at={position} jump={jump} />)
                </span>
              )}
              <Hint text={hint} />
            </li>
          ))}
        </ul>
      )}
      {dropped !== undefined && dropped.lines > 0 && <p class="quiet">{words.run.cut(dropped.lines)}</p>}
      <p class={`ending ${outcome}`}>{ending(record, limits)}</p>
      {seenAt !== undefined && (
        <p class="seen-at">
          {words.run.seenAt} <Frame at={seenAt} jump={jump} />.
        </p>
      )}
      {error !== undefined && (said === undefined || outcome === 'deadlock') && <ErrorText error={error} jump={jump} />}
      {said !== undefined && said !== '' && <pre class="said">{said}</pre>}
    </>
  );
}

function Body({ view, jump, remark, printed }: Props & { readonly view: RunView }): VNode {
  const { lines, record, said, limits = DEFAULT_LIMITS, errors, failure } = view;
  return (
    <>
      {lines.length > 0 && <OutputLines lines={lines} printed={printed} />}
      <div aria-live="polite">
        {errors !== undefined && (
          <>
            <p class="ending raised">{words.run.doesNotCompile}</p>
            <CompileErrors errors={errors} jump={jump} />
          </>
        )}
        {failure !== undefined && <p class="ending stopped">{failure}</p>}
        {record !== undefined && <Ending record={record} said={said} limits={limits} jump={jump} />}
        {record !== undefined && remark !== undefined && <p class="remark">{remark}</p>}
        {record === undefined && errors === undefined && failure === undefined && <p class="quiet">{words.run.running}</p>}
      </div>
    </>
  );
}

export function OutputView(props: Props): VNode {
  const { view, stale = false, label = words.run.output } = props;
  return (
    <section class="output" aria-label={label}>
      <p class="region-name" aria-hidden="true">
        {words.run.output}
        {stale && <span class="stale"> · {words.run.stale}</span>}
      </p>
      {view === undefined ? <p class="quiet">{words.run.empty}</p> : <Body {...props} view={view} />}
    </section>
  );
}
