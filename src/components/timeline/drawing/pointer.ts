/**
 * What a pointer means on the lanes: a drag moves the position, a press without a drag also chooses the row, two fingers zoom and scroll, a wheel with Ctrl
 * zooms.
 *
 * Keeps true: a finger that scrolls the page up or down moves nothing here.
 */
export interface PointerMeaning {
  /** Moves the position to `x`, in pixels from the left edge of the lanes. */
  readonly scrub: (x: number) => void;
  /** A press at a place, without a drag. */
  readonly press: (x: number, y: number) => void;
  readonly zoom: (factor: number, x: number) => void;
  readonly scroll: (dx: number) => void;
  /** The pointer is over a place; undefined when it has gone. */
  readonly hover: (x: number | undefined, y: number) => void;
  /** Pixels that the lanes have from left to right. */
  readonly room: () => number;
}

/** From how many pixels on a movement is a drag. */
const DRAG = 5;
/** How near the edge a drag scrolls, and how many pixels a frame at most. */
const EDGE = 28;
const EDGE_SPEED = 14;
/** Factor of zoom for each pixel of a wheel. */
const WHEEL = 0.01;

interface Held {
  x: number;
  y: number;
  readonly startX: number;
  readonly startY: number;
  dragged: boolean;
}

/** Gives the pointer its meaning on an element; returns what takes it away again. */
export function listenToPointer(element: HTMLElement, meaning: PointerMeaning): () => void {
  const held = new Map<number, Held>();
  let edge: number | undefined;
  const ending = new AbortController();
  const { signal } = ending;

  const placeOf = (event: MouseEvent): readonly [x: number, y: number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  /** Goes on moving while the pointer stays at an edge. */
  const atEdge = (): void => {
    const [one] = held.values();
    edge = undefined;
    if (held.size !== 1 || one?.dragged !== true) return;
    const room = meaning.room();
    const over = one.x < EDGE ? one.x - EDGE : one.x > room - EDGE ? one.x - room + EDGE : 0;
    if (over === 0) return;
    meaning.scroll(Math.max(-1, Math.min(1, over / EDGE)) * EDGE_SPEED);
    meaning.scrub(Math.max(0, Math.min(one.x, room)));
    edge = requestAnimationFrame(atEdge);
  };

  /** Two fingers: what was between them stays between them. */
  const pinch = (moved: Held, x: number, y: number): void => {
    const other = [...held.values()].find((each) => each !== moved);
    if (other === undefined) return;
    const before = Math.hypot(moved.x - other.x, moved.y - other.y);
    const after = Math.hypot(x - other.x, y - other.y);
    meaning.scroll((moved.x - x) / 2);
    if (before > 0 && after > 0) meaning.zoom(after / before, (x + other.x) / 2);
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y] = placeOf(event);
    element.setPointerCapture(event.pointerId);
    held.set(event.pointerId, { x, y, startX: x, startY: y, dragged: held.size > 0 });
    meaning.hover(undefined, 0);
  };

  const move = (event: PointerEvent): void => {
    const [x, y] = placeOf(event);
    const one = held.get(event.pointerId);
    if (one === undefined) {
      if (event.pointerType !== 'touch') meaning.hover(x, y);
      return;
    }
    if (held.size > 1) pinch(one, x, y);
    one.x = x;
    one.y = y;
    if (held.size > 1) return;
    one.dragged ||= Math.hypot(x - one.startX, y - one.startY) >= DRAG;
    if (!one.dragged) return;
    meaning.scrub(x);
    edge ??= requestAnimationFrame(atEdge);
  };

  const up = (event: PointerEvent): void => {
    const one = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (one !== undefined && !one.dragged && event.type === 'pointerup') meaning.press(one.x, one.y);
  };

  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const [x] = placeOf(event);
    meaning.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * WHEEL), x);
  };

  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener(
    'pointerleave',
    () => {
      meaning.hover(undefined, 0);
    },
    { signal },
  );
  element.addEventListener('wheel', wheel, { signal, passive: false });
  return () => {
    ending.abort();
    if (edge !== undefined) cancelAnimationFrame(edge);
  };
}
