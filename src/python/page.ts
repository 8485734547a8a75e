/**
 * Real CPython as a page sees it: loaded when it is asked for, booted once, and kept for further runs, each of which is a process of its own.
 *
 * Keeps true: an interpreter that was ended (by Stop, by a clock) or that failed is thrown away, and the next run boots another from the files that are in
 * memory; one program runs at a time; what a reader's program may have left behind in an interpreter no other program meets; nothing but the protocol
 * crosses, and what comes out is parsed.
 */
import { openFile } from '../loading/index.ts';
import type { RunRecord } from '../record/index.ts';
import { openFrame } from '../sandbox/frame.ts';
import { runThrough, type Channel, type Job, type RunListener } from '../sandbox/job.ts';
import { parseAnswer } from '../sandbox/parse.ts';
import { PYTHON_LIMITS, type PythonFiles, type PythonRequest } from './protocol.ts';

/** Real milliseconds that an interpreter may take to boot: 3 s on a fast machine, 40 s were seen on one that had ten times more to do than it could. */
const START_LIMIT = 120_000;

/** A file that the site serves; `bytes` are those that come over the wire. */
export interface ServedFile {
  readonly url: string;
  readonly bytes: number;
}

export interface PythonOptions {
  /** The frame's page. */
  readonly frameUrl: string;
  readonly files: Readonly<Record<keyof PythonFiles, ServedFile>>;
}

/** Hears how many bytes of how many are there. All of them are when the interpreter boots. */
type ProgressListener = (loaded: number, total: number) => void;

export interface Python {
  /** Loads the files and boots an interpreter, as far as that is still to do. Rejects with an Error that says what failed; asked again, it tries again. */
  load(onProgress?: ProgressListener): Promise<void>;
  /** Runs a program as soon as that is done, and those before it. The result rejects only when no interpreter can be had, or when it broke. */
  run(code: string, file: string, options?: RunOptions): Job<RunRecord>;
}

interface RunOptions extends RunListener {
  /** Whose program it is, where it is not the course's own: its interpreter is from then on for this owner's programs alone. */
  readonly owner?: string | undefined;
}

/** Nothing is loaded before it is asked for. */
export function createPython({ frameUrl, files }: PythonOptions): Python {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  const listeners = new Set<ProgressListener>();
  /** Bytes that have arrived, by file. */
  let arrived = new Map<string, number>();
  let loading: Promise<PythonFiles> | undefined;
  let interpreter: Promise<Channel<PythonRequest>> | undefined;
  let current: Channel<PythonRequest> | undefined;
  /** Who has run a program in it that is not the course's own. */
  let claimedBy: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const loaded = (): number => [...arrived.values()].reduce((sum, bytes) => sum + bytes, 0);

  async function loadFiles(): Promise<PythonFiles> {
    const mine = new Map<string, number>();
    arrived = mine;
    const load = async ({ url, bytes }: ServedFile): Promise<ArrayBuffer> => {
      const content = await openFile(url, (count) => {
        mine.set(url, Math.min(count, bytes));
        for (const tell of listeners) tell(loaded(), total);
      });
      return new Response(content).arrayBuffer();
    };
    const [script, wasm, library] = await Promise.all([load(files.script), load(files.wasm), load(files.library)]);
    return { script, wasm, library };
  }

  /** Makes and remembers a promise; one that fails is forgotten, so that the next who asks tries again. */
  function boot(): Promise<Channel<PythonRequest>> {
    loading ??= loadFiles().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    interpreter ??= loading
      .then((hand) => openFrame<PythonRequest>(frameUrl, { hand, startLimit: START_LIMIT }))
      .then((channel) => (current = channel))
      .catch((error: unknown) => {
        interpreter = undefined;
        throw error;
      });
    return interpreter;
  }

  async function load(onProgress?: ProgressListener): Promise<void> {
    if (onProgress !== undefined) {
      listeners.add(onProgress);
      onProgress(loaded(), total);
    }
    try {
      await boot();
    } finally {
      if (onProgress !== undefined) listeners.delete(onProgress);
    }
  }

  /** One use of an interpreter, which stays when it has answered. */
  function use(channel: Channel<PythonRequest>): Channel<PythonRequest> {
    let answered = false;
    return {
      post: (request) => {
        channel.post(request);
      },
      listen(receive, gone) {
        channel.listen((data) => {
          answered ||= parseAnswer(data)?.type === 'record';
          receive(data);
        }, gone);
      },
      kill() {
        if (!answered) end(channel);
      },
    };
  }

  function end(channel: Channel<PythonRequest>): void {
    if (channel !== current) return;
    current = interpreter = claimedBy = undefined;
    channel.kill();
  }

  return {
    load,
    run(code, file, { owner, ...listener } = {}) {
      const request: PythonRequest = { program: { code, file }, limits: PYTHON_LIMITS };
      let job: Job<RunRecord> | undefined;
      let stopped = false;
      let stop = (): void => undefined;
      const stoppedBefore = new Promise<RunRecord>((resolve) => {
        stop = () => {
          stopped = true;
          if (job === undefined) resolve(neverBegun(request));
          else job.stop();
        };
      });
      const ran = last.then(async () => {
        if (stopped) return stoppedBefore;
        if (current !== undefined && claimedBy !== undefined && claimedBy !== owner) end(current);
        const channel = await boot();
        // A Stop that came while it was loading or booting.
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have changed meanwhile
        if (stopped) return stoppedBefore;
        claimedBy ??= owner;
        job = runThrough(use(channel), request, listener);
        try {
          return await job.result;
        } catch (error) {
          end(channel);
          throw error;
        }
      });
      last = ran.catch(() => undefined);
      return {
        result: Promise.race([stoppedBefore, ran]),
        stop: () => {
          stop();
        },
      };
    },
  };
}

/** The record of a run that was stopped before it began. */
function neverBegun(request: PythonRequest): Promise<RunRecord> {
  const nobody: Channel<PythonRequest> = { post: () => undefined, listen: () => undefined, kill: () => undefined };
  const job = runThrough(nobody, request);
  job.stop();
  return job.result;
}
