/**
 * The picture of a run as data: a list of plain shapes, in the order in which they are painted. Nothing here knows a canvas, SVG, or the page.
 *
 * Keeps true: what is not in the frame costs nothing; nothing that a program says is shown unbounded.
 */
import { type Frame, HEADER, type Sheet, sheetOf } from './frame.ts';
import { axisShapesOf, groundOf } from './scene-axis.ts';
import { groupShapesOf } from './scene-group.ts';
import { laneShapesOf } from './scene-lane.ts';
import { presentShapesOf, wakeUpsOf, type WokenIn } from './scene-now.ts';
import { branchShapesOf, loopShapesOf, stepShapesOf } from './scene-steps.ts';
import type { Shape } from './shapes.ts';
import { tallyOf, type Tally } from './tally.ts';
import type { Playback } from '../../../playback/index.ts';
import type { GroupRow } from './rows.ts';

/** What is found out once for a playback and kept: counts of folded rows, who wakes whom. */
export interface Findings {
  tally(row: GroupRow): Tally;
  readonly wokenIn: WokenIn;
}

export function findingsOf(playback: Playback): Findings {
  const tallies = new Map<string, Tally>();
  let wokenIn: WokenIn | undefined;
  return {
    tally(row) {
      const known = tallies.get(row.key);
      if (known !== undefined) return known;
      const tally = tallyOf(playback, row.lanes);
      tallies.set(row.key, tally);
      return tally;
    },
    wokenIn(step) {
      wokenIn ??= wakeUpsOf(playback);
      return wokenIn(step);
    },
  };
}

/** The shapes of what a frame shows. */
export function sceneOf(frame: Frame, findings: Findings): Shape[] {
  const sheet = sheetOf(frame);
  const { shapes } = sheet;
  const { width, height } = frame;
  shapes.push({ shape: 'rect', style: 'ground', x: 0, y: 0, width, height });
  groundOf(sheet);
  rowGround(sheet);
  branchShapesOf(sheet);
  for (let place = sheet.rows[0]; place <= sheet.rows[1]; place += 1) {
    const row = frame.rows[place];
    if (row?.kind === 'lane') laneShapesOf(sheet, row.lane, place);
    else if (row?.kind === 'group' && row.folded) foldedShapesOf(sheet, row, findings, place);
  }
  loopShapesOf(sheet);
  stepShapesOf(sheet);
  presentShapesOf(sheet, findings.wokenIn);
  axisShapesOf(sheet);
  return shapes;
}

/** The most lanes of a folded row that are drawn one over the other. */
const FEW = 8;

/** A folded row. The few of the runtime's own seldom live at the same time: they share the row as they are. */
function foldedShapesOf(sheet: Sheet, row: GroupRow, findings: Findings, place: number): void {
  if (row.of === 'internal' && row.lanes.length <= FEW) for (const lane of row.lanes) laneShapesOf(sheet, lane, place);
  else groupShapesOf(sheet, findings.tally(row), place);
}

/** What the rows stand on: a line below each, and the row that is chosen. */
function rowGround({ frame, shapes, rows, top }: Sheet): void {
  const { rowHeight, width, chosen } = frame;
  for (let place = rows[0]; place <= rows[1]; place += 1) {
    const y = top(place);
    if (place === chosen) shapes.push({ shape: 'rect', style: 'chosen', x: 0, y, width, height: rowHeight });
    const below = Math.round(y + rowHeight) - 0.5;
    if (below > HEADER) shapes.push({ shape: 'line', style: 'row-rule', points: [0, below, width, below] });
  }
}
