/**
 * Addresses of steps: `#step=NAME.12` is the twelfth step of the timeline NAME, `#step=12` that of the first timeline of a page. Part of a page's first load.
 *
 * Keeps true: steps are from 1 in an address and from 0 everywhere else; what is no such address asks for nothing.
 */

/** The attribute of the element that can have a timeline; its value is the timeline's name. */
export const NAME_ATTRIBUTE = 'data-steps';

const LINK = /^#step=(?:([\w.-]{1,100})\.)?([1-9]\d{0,8})$/;

/** The name of the timeline of a program in this file: `countasync` for `countasync.ts`. */
export const nameOfFile = (file: string): string => file.replace(/\.[^.]*$/, '').replace(/[^\w-]/g, '-');

/** The name of the timeline of an exercise: `tasks-fetch-all` for `tasks/fetch-all`. */
export const nameOfExercise = (id: string): string => id.replace('/', '-');

/** The step that an address asks of the timeline `name`, from 0; undefined when it asks for another, or for none. */
export function askedStep(name: string, hash: string, isFirst: boolean): number | undefined {
  const [, of, step] = LINK.exec(hash) ?? [];
  if (step === undefined || (of === undefined ? !isFirst : of !== name)) return undefined;
  return Number(step) - 1;
}

/** The step that the page's address asks of a timeline. */
function askedHere(name: string): number | undefined {
  const first = document.querySelector(`[${NAME_ATTRIBUTE}]`);
  return askedStep(name, window.location.hash, first?.getAttribute(NAME_ATTRIBUTE) === name);
}

/** The page's address with a step in it. */
export function addressOf(name: string, step: number): string {
  const address = new URL(window.location.href);
  address.hash = `step=${name}.${String(step + 1)}`;
  return address.href;
}

/** Calls `then` now and whenever the page's address asks for a step of a timeline. Returns what ends it. */
export function whenAsked(name: string, then: (step: number) => void): () => void {
  const look = (): void => {
    const step = askedHere(name);
    if (step !== undefined) then(step);
  };
  look();
  window.addEventListener('hashchange', look);
  return () => {
    window.removeEventListener('hashchange', look);
  };
}

/** Real milliseconds between two changes of the address: browsers refuse very many of them. */
const PAUSE = 400;

/** Writes the step that a timeline is at into the page's address, now and then. */
export interface AddressKeeper {
  readonly keep: (step: number) => void;
  /** Takes the step out of the address, where it is one of this timeline. */
  readonly forget: () => void;
}

export function addressKeeper(name: string): AddressKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  return {
    keep(step) {
      latest = step;
      timer ??= setTimeout(() => {
        timer = undefined;
        window.history.replaceState(window.history.state, '', addressOf(name, latest));
      }, PAUSE);
    },
    forget() {
      clearTimeout(timer);
      timer = undefined;
      if (askedHere(name) === undefined) return;
      const address = new URL(window.location.href);
      address.hash = '';
      window.history.replaceState(window.history.state, '', address.href);
    },
  };
}
