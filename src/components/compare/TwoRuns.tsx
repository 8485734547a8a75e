/** A failed test's run and the reference's: which test, which of its runs, under which latencies, and the two runs themselves. */
import type { VNode } from 'preact';
import type { LookAtProps } from '../exercise/LookAt.tsx';
import { Button } from '../output/Button.tsx';
import { OutputView } from '../output/OutputView.tsx';
import { Ticked } from '../output/Ticked.tsx';
import { Compared } from './Compared.tsx';
import { compareWords } from '../words/compare.ts';

/** The runs of a test that looks at several of them, to choose from. */
function Choice({ view: { yours }, busy, choose }: Pick<LookAtProps, 'view' | 'busy' | 'choose'>): VNode | null {
  if (yours === undefined || yours.runs.length < 2) return null;
  return (
    <div class="which-run">
      <p>{compareWords.runs(yours.runs.length)}</p>
      <div class="buttons">
        {yours.runs.map((run, index) => (
          <Button
            key={run}
            pressed={run === yours.run}
            disabled={busy}
            onClick={() => {
              choose(run);
            }}
          >
            {compareWords.run(index + 1)}
          </Button>
        ))}
      </div>
    </div>
  );
}

export function TwoRuns(props: LookAtProps): VNode {
  const { view, busy, close, code } = props;
  const { test, yours, reference, failure } = view;
  return (
    <>
      <header>
        <h4>
          <Ticked text={compareWords.about(test.name)} />
        </h4>
        <div class="buttons">
          <Button onClick={close}>{compareWords.close}</Button>
        </div>
      </header>
      {test.seed !== undefined && <p class="quiet">{compareWords.latencies(test.seed)}</p>}
      <Choice {...props} />
      {yours !== undefined && reference !== undefined && (
        <Compared
          key={yours.run}
          yours={{ title: compareWords.title(compareWords.yours), name: compareWords.yours, record: yours.record, code }}
          reference={{ title: compareWords.title(compareWords.reference), name: compareWords.reference, record: reference }}
          areTimesFree={test.seed !== undefined}
          unseen={compareWords.unseen}
        />
      )}
      {yours !== undefined && reference === undefined && !busy && (
        <OutputView
          view={{ of: '', lines: yours.record.output, record: yours.record }}
          label={compareWords.output(compareWords.yours)}
        />
      )}
      {busy && <p class="waiting">{yours === undefined ? compareWords.running : compareWords.runningReference}</p>}
      {failure !== undefined && <p class="trouble">{failure}</p>}
    </>
  );
}
