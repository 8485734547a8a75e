/** The exercise as the reader works it: code, buttons, hints, output, verdict. It draws a session and hands it what the reader does. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Editor } from '../editor/editor.ts';
import { Button } from '../output/Button.tsx';
import { OutputView } from '../output/OutputView.tsx';
import { compile, compilerProgress, progressStore, sandbox } from '../machine.ts';
import { reasonOf } from '../reason.ts';
import type { CodeMarker } from '../timeline/code-marker.ts';
import { nameOfExercise, whenAsked } from '../timeline/step-link.ts';
import { StepThrough } from '../timeline/StepThrough.tsx';
import { words } from '../words.ts';
import { CodeArea } from './CodeArea.tsx';
import { fetchExercise, fetchReference, type ExerciseData } from './data.ts';
import { Hints } from './Hints.tsx';
import { LookAt } from './LookAt.tsx';
import { createSession, type Session } from './session.ts';
import { SolutionView } from './SolutionView.tsx';
import { VerdictView } from './VerdictView.tsx';

interface Props {
  readonly id: string;
  readonly formerly: readonly string[];
  /** Path of the exercise's JSON, from the site's root. */
  readonly data: string;
  readonly hintCount: number;
  /** The starter, highlighted when the site was built. */
  readonly starter?: ComponentChildren;
  /** Heading and task, drawn when the site was built. They are within, so that the exercise wakes as soon as its task is in view. */
  readonly task?: ComponentChildren;
}

/** The address of what lies at `path` from the site's root. */
const addressOf = (path: string): string =>
  new URL(`${document.documentElement.dataset['root'] ?? './'}${path}`, document.baseURI).href;

/** Fetches the exercise and begins the session; tells why it could not. */
function useSession({ id, formerly, data }: Props): {
  readonly opened: { readonly session: Session; readonly content: ExerciseData } | undefined;
  readonly failure: string | undefined;
} {
  const [opened, setOpened] = useState<{ session: Session; content: ExerciseData } | undefined>(undefined);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  useEffect(() => {
    let session: Session | undefined;
    let left = false;
    fetchExercise(addressOf(data))
      .then((content) => {
        if (left) return;
        session = createSession({
          id,
          formerly,
          data: content,
          reference: () => fetchReference(addressOf(content.reference)),
          sandbox: sandbox(),
          compile,
          store: progressStore(),
          now: () => new Date().toISOString(),
        });
        setOpened({ session, content });
        sandbox().warm();
      })
      .catch((error: unknown) => {
        setFailure(words.exercise.notLoaded(reasonOf(error)));
      });
    return () => {
      left = true;
      session?.dispose();
    };
  }, [id, data]);
  return { opened, failure };
}

/** What the reader is told of the compiler while waiting for it. */
function Waiting({ session }: { readonly session: Session | undefined }): VNode | null {
  if (session?.activity.value !== 'compiling') return null;
  const part = compilerProgress.value;
  return (
    <p class="waiting">{part === undefined || part >= 1 ? words.exercise.compiling : words.exercise.loadingCompiler(part)}</p>
  );
}

function Notices({ session }: { readonly session: Session }): VNode {
  const trouble = session.trouble.value;
  const { aside } = session.progress.value;
  return (
    <div class="notices" aria-live="polite">
      {aside !== undefined && (
        <p>
          {words.exercise.aside[aside.by]}{' '}
          <Button onClick={session.takeAside}>
            {aside.by === 'reset' ? words.exercise.undoReset : words.exercise.takeOther}
          </Button>
        </p>
      )}
      {trouble !== undefined && (
        <p class="trouble">
          {trouble.kind === 'set-aside' ? words.trouble['set-aside'](trouble.key) : words.trouble[trouble.kind]}
        </p>
      )}
    </div>
  );
}

/** Marks the line that a timeline is at, also in an editor that opens later. */
function useMarker(editor: { readonly current: Editor | undefined }): CodeMarker & { readonly line: () => number | undefined } {
  return useMemo(() => {
    let line: number | undefined;
    return {
      line: () => line,
      mark(wanted) {
        line = wanted;
        editor.current?.mark(line);
      },
    };
  }, []);
}

export default function ExerciseIsland(props: Props): VNode {
  const { id, hintCount, starter, task } = props;
  const { opened, failure } = useSession(props);
  const session = opened?.session;
  const editor = useRef<Editor | undefined>(undefined);
  const solutionFor = useSignal<string | undefined>(undefined);
  const name = nameOfExercise(id);
  const describedBy = `${name}-leave`;
  const marker = useMarker(editor);
  useEffect(
    () =>
      session === undefined
        ? undefined
        : whenAsked(name, () => {
            if (session.run.peek() === undefined) void session.startRun();
          }),
    [session],
  );

  const activity = session?.activity.value ?? 'idle';
  const busy = activity !== 'idle';
  const code = session?.code.value;
  const run = session?.run.value;
  const check = session?.check.value;
  const progress = session?.progress.value;
  const shown = progress?.hintsShown ?? 0;
  const errorsNow = run?.of === code && run?.errors !== undefined ? run.errors : check?.of === code ? check?.errors : undefined;
  const jump = (line: number, column: number): void => {
    editor.current?.goTo(line, column);
  };

  return (
    <div class="workbench" aria-busy={busy}>
      <div class="bench-task">{task}</div>
      <div class="bench-code">
        <CodeArea
          session={session}
          starterText={starter}
          describedBy={describedBy}
          errors={errorsNow}
          onEditor={(opening) => {
            editor.current = opening;
            opening.mark(marker.line());
          }}
        />
        <div class="below-code">
          <p class="leave" id={describedBy}>
            {words.exercise.leave}
          </p>
          {progress?.solvedAt !== undefined && (
            <p class="solved">
              <span aria-hidden="true">✓ </span>
              {words.exercise.solved}
            </p>
          )}
        </div>
        <div class="buttons">
          <Button
            kind="secondary"
            title={words.exercise.runKeys}
            disabled={session === undefined || busy}
            onClick={() => void session?.startRun()}
          >
            {words.run.run}
          </Button>
          <Button
            kind="primary"
            title={words.exercise.checkKeys}
            disabled={session === undefined || busy}
            onClick={() => void session?.startCheck()}
          >
            {words.exercise.check}
          </Button>
          <Button disabled={!busy} onClick={() => session?.stop()}>
            {words.run.stop}
          </Button>
          <Button disabled={session === undefined} onClick={() => session?.reset()}>
            {words.exercise.reset}
          </Button>
          <Button disabled={session === undefined || shown >= hintCount} onClick={() => session?.showHint()}>
            {words.exercise.hint(Math.min(shown + 1, hintCount), hintCount)}
          </Button>
          <Button
            disabled={session?.solutionUnlocked.value !== true}
            title={session?.solutionUnlocked.value === true ? undefined : words.exercise.solutionLocked}
            expanded={solutionFor.value !== undefined}
            onClick={() => {
              solutionFor.value = solutionFor.value === undefined ? code : undefined;
            }}
          >
            {words.exercise.solution}
          </Button>
        </div>
        {session !== undefined && <Notices session={session} />}
        {opened !== undefined && <Hints hints={opened.content.hints} shown={shown} />}
        {failure !== undefined && (
          <p class="trouble" role="alert">
            {failure}
          </p>
        )}
      </div>
      <div class="bench-result" data-latest={session?.latest.value}>
        <Waiting session={session} />
        <VerdictView
          view={check}
          stale={check !== undefined && check.of !== code}
          jump={jump}
          busy={busy}
          looked={session?.look.value?.test.name}
          look={(test) => void session?.startLook(test)}
        />
        <OutputView view={run} stale={run !== undefined && run.of !== code} jump={jump} />
        <StepThrough record={run?.record} code={marker} id={name} stale={run !== undefined && run.of !== code} />
      </div>
      {session?.look.value !== undefined && (
        <LookAt
          view={session.look.value}
          busy={busy}
          choose={(number) => {
            const test = session.look.value?.test;
            if (test !== undefined) void session.startLook(test, number);
          }}
          close={session.closeLook}
          code={session.look.value.of === code ? marker : undefined}
        />
      )}
      {solutionFor.value !== undefined && opened !== undefined && (
        <SolutionView own={solutionFor.value} solution={opened.content.solution} />
      )}
    </div>
  );
}
