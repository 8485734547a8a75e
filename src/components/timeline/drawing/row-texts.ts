/** What stands beside a row: what it is, which one, and how it is in a step. */
import type { Playback } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';
import type { Row } from './rows.ts';
import type { Findings } from './scene.ts';
import { STATES } from './tally.ts';
import { nameOf, shown, stateOf } from './texts.ts';

const say = timelineWords.drawing;

export interface RowTexts {
  readonly what: string;
  readonly which: string;
  readonly state: string;
}

/** The texts of a row. @param step undefined for the row of a picture in which no step is the present one */
export function rowTextsOf(row: Row, playback: Playback, findings: Findings, step: number | undefined): RowTexts {
  switch (row.kind) {
    case 'loop':
      return { what: say.loop, which: '', state: '' };
    case 'lane': {
      const lane = playback.lanes[row.lane];
      const [coroutine, name] = lane === undefined ? ['', ''] : nameOf(lane);
      const [what, which] = row.isMember && name !== '' ? [name, coroutine] : [coroutine, name];
      return { what, which, state: step === undefined ? '' : stateOf(playback.spanOf(row.lane, step), playback) };
    }
    case 'group': {
      const { members, lanes, coroutine } = row;
      const what = row.of === 'internal' ? say.internal(members.length) : say.group(shown(coroutine, 60), members.length);
      if (step === undefined) return { what, which: '', state: '' };
      const { counts } = findings.tally(row);
      const parts = STATES.map((state): readonly [number, string] => [counts[state][step] ?? 0, say.state[state]]).filter(
        ([n]) => n > 0,
      );
      const made = parts.reduce((sum, [n]) => sum + n, 0);
      if (made < lanes.length) parts.push([lanes.length - made, say.state.none]);
      return { what, which: '', state: say.tally(parts) };
    }
  }
}
