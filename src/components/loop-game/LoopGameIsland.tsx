/** "You are the loop" as the reader plays it: the question with its choices, the loop as it stands, what has happened. It draws a game and hands it the picks. */
import '../../styles/loop-game.css';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { playbackOf, type Playback } from '../../playback/index.ts';
import { progressStore } from '../machine.ts';
import { Button } from '../output/Button.tsx';
import { reasonOf } from '../reason.ts';
import { listingMarker } from '../timeline/code-marker.ts';
import { words } from '../words.ts';
import { loopGameWords as told } from '../words/loop-game.ts';
import { fetchLoop, type LoopData } from '../exercise/data.ts';
import { Hints } from '../exercise/Hints.tsx';
import { createGame, type Game } from './game.ts';
import { Happened } from './Happened.tsx';
import { Standing } from './Standing.tsx';
import { LanesSoFar } from './LanesSoFar.tsx';
import { labelOf, questionOf } from './sentences.ts';

interface Props {
  readonly id: string;
  readonly formerly: readonly string[];
  /** Path of the exercise's JSON, from the site's root. */
  readonly data: string;
  /** Heading and task, drawn when the site was built. */
  readonly task?: ComponentChildren;
  /** The program, highlighted when the site was built. */
  readonly program?: ComponentChildren;
}

interface Opened {
  readonly playback: Playback;
  readonly game: Game;
  readonly content: LoopData;
}

/** Fetches the run and begins the game; tells why it could not. */
function useGame({ id, formerly, data }: Props): { readonly opened: Opened | undefined; readonly failure: string | undefined } {
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  useEffect(() => {
    let left = false;
    let game: Game | undefined;
    fetchLoop(new URL(`${document.documentElement.dataset['root'] ?? './'}${data}`, document.baseURI).href)
      .then((content) => {
        if (left) return;
        const playback = playbackOf(content.record);
        game = createGame({ playback, id, formerly, store: progressStore(), now: () => new Date().toISOString() });
        setOpened({ playback, game, content });
      })
      .catch((error: unknown) => {
        setFailure(told.notLoaded(reasonOf(error)));
      });
    return () => {
      left = true;
      game?.dispose();
    };
  }, [id, data]);
  return { opened, failure };
}

/** The question and its choices; when the game is over, how it went. */
function Asked({ playback, game }: { readonly playback: Playback; readonly game: Game }): VNode {
  const question = useRef<HTMLParagraphElement>(null);
  const decision = game.asked.value;
  const refused = game.refused.value;
  const made = game.made.value;
  // Who picks by keyboard or by ear is taken to the next question; not at the beginning, when the reader is still somewhere else.
  useEffect(() => {
    if (made > 0) question.current?.focus({ preventScroll: true });
  }, [made]);
  return (
    <section class="asked" aria-label={told.question}>
      <p class="region-name">
        {told.progress(made, game.decisions)} · {told.wrongSoFar(game.wrong.value)}
      </p>
      <p class="question" ref={question} tabIndex={-1}>
        {decision === undefined ? told.over(game.wrong.value) : questionOf(playback, decision)}
      </p>
      {decision === undefined ? (
        <p class="quiet">{told.rest}</p>
      ) : (
        <ul class="choices">
          {decision.choices.map(({ choice }, place) => (
            <li key={`${String(made)}.${String(place)}`}>
              <button
                type="button"
                data-refused={refused?.choice === place}
                onClick={() => {
                  game.pick(place);
                }}
              >
                {labelOf(playback, decision, choice)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="refused" role="status">
        {refused !== undefined && (
          <>
            <span aria-hidden="true">✗ </span>
            {refused.why}
          </>
        )}
      </p>
    </section>
  );
}

function Played({ playback, game, content }: Opened): VNode {
  const { solvedAt, hintsShown } = game.progress.value;
  const trouble = game.trouble.value;
  const { hints } = content;
  const { last, fresh } = game.happened.value;
  return (
    <>
      <Asked playback={playback} game={game} />
      <div class="buttons">
        <Button onClick={game.restart}>{told.restart}</Button>
        <Button
          disabled={hintsShown >= hints.length}
          onClick={() => {
            game.showHint(hints.length);
          }}
        >
          {told.hint(Math.min(hintsShown + 1, hints.length), hints.length)}
        </Button>
        {solvedAt !== undefined && <span class="solved">✓ {told.solved}</span>}
      </div>
      {trouble !== undefined && (
        <p class="trouble">
          {trouble.kind === 'set-aside' ? words.trouble['set-aside'](trouble.key) : words.trouble[trouble.kind]}
        </p>
      )}
      <Hints hints={hints} shown={hintsShown} />
      <Standing playback={playback} moment={game.moment.value} />
      <Happened playback={playback} last={last} fresh={fresh} />
      <LanesSoFar playback={playback} last={last} />
    </>
  );
}

export default function LoopGameIsland(props: Props): VNode {
  const { task, program } = props;
  const { opened, failure } = useGame(props);
  const code = useRef<HTMLDivElement>(null);
  const marker = useRef(listingMarker(() => code.current));
  const line = opened?.playback.at(opened.game.happened.value.last).position?.line;
  useEffect(() => {
    marker.current.mark(line);
  }, [line]);
  return (
    <div class="workbench loop-game" aria-busy={opened === undefined && failure === undefined}>
      <div class="bench-task">{task}</div>
      <div class="bench-code" ref={code}>
        {program}
        <details class="rules">
          <summary>{told.rules.title}</summary>
          <ol>
            {told.rules.all.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </details>
      </div>
      <div class="bench-result">
        {opened === undefined ? <p class="quiet">{failure ?? told.loading}</p> : <Played {...opened} />}
      </div>
    </div>
  );
}
