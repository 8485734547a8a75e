/** The verdict: each hidden test with what the program did in it. A live region that is always there, so that its change is announced. */
import type { VNode } from 'preact';
import type { TestResult } from '../../grader/index.ts';
import { Button } from '../output/Button.tsx';
import { CompileErrors, ErrorText, type Jump } from '../output/ErrorText.tsx';
import { OutputLines } from '../output/OutputLines.tsx';
import { Ticked } from '../output/Ticked.tsx';
import { words } from '../words.ts';
import type { CheckView } from './session.ts';

interface Props {
  readonly view: CheckView | undefined;
  readonly stale: boolean;
  readonly jump: Jump;
  /** The test whose run is looked at just now. */
  readonly looked: string | undefined;
  /** Shows a failed test's run beside the reference's. */
  readonly look: (test: TestResult) => void;
  readonly busy: boolean;
}

type TestProps = Pick<Props, 'jump' | 'looked' | 'look' | 'busy'> & { readonly result: TestResult };

function Test({ result, jump, looked, look, busy }: TestProps): VNode {
  const { name, state, message, error, seed, did, output, runs } = result;
  const failed = state === 'failed';
  return (
    <li data-test-state={state}>
      <p class="test-name">
        <span class="mark" aria-hidden="true">
          {failed ? '✗' : '✓'}
        </span>
        <span class="visually-hidden">{words.verdict.state[state]}: </span>
        <span>
          <Ticked text={name} />
        </span>
      </p>
      {failed && message !== undefined && (
        <p class="message">
          <Ticked text={message} />
        </p>
      )}
      {error !== undefined && <ErrorText error={error} jump={jump} />}
      {failed && did.length > 0 && (
        <div class="did">
          <p>{words.verdict.did} </p>
          <ul>
            {did.map((fact, index) => (
              <li key={index}>
                <Ticked text={fact} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {output.length > 0 && (
        <details>
          <summary>{words.verdict.printed(output.length)}</summary>
          <OutputLines lines={output} />
        </details>
      )}
      {failed && runs.length > 0 && (
        <p class="buttons">
          <Button
            disabled={busy}
            title={words.verdict.lookTitle(seed)}
            expanded={looked === name}
            onClick={() => {
              look(result);
            }}
          >
            {words.verdict.look}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The verdict in one sentence. */
function headline({ verdict, current }: CheckView): string {
  if (verdict === undefined) return current === undefined ? words.verdict.checking : words.verdict.current(current);
  const failed = verdict.tests.filter(({ state }) => state === 'failed').length;
  switch (verdict.outcome) {
    case 'passed':
      return words.verdict.passed(verdict.tests.length);
    case 'failed':
      return words.verdict.failed(failed, verdict.tests.length);
    case 'error':
      return words.verdict.error;
    case 'stopped':
      return verdict.reason ?? words.verdict.stopped;
  }
}

function Body({ view, jump, ...rest }: Omit<Props, 'view' | 'stale'> & { readonly view: CheckView }): VNode {
  const { verdict, tests, errors } = view;
  return (
    <>
      <p class="headline">{headline(view)}</p>
      {verdict?.outcome === 'error' && verdict.reason !== undefined && (
        <p class="message">
          <Ticked text={verdict.reason} />
        </p>
      )}
      {errors !== undefined && <CompileErrors errors={errors} jump={jump} />}
      {verdict?.error !== undefined && <ErrorText error={verdict.error} jump={jump} />}
      {tests.length > 0 && (
        <ul class="tests">
          {tests.map((result) => (
            <Test key={result.name} result={result} jump={jump} {...rest} />
          ))}
        </ul>
      )}
    </>
  );
}

export function VerdictView({ view, stale, ...rest }: Props): VNode {
  return (
    <div class="verdict" role="status" aria-atomic="false" data-verdict={view?.verdict?.outcome}>
      {stale && <p class="stale">{words.run.stale}</p>}
      {view === undefined ? <p class="quiet">{words.verdict.none}</p> : <Body view={view} {...rest} />}
    </div>
  );
}
