/**
 * Opens a sandbox's frame in the page: a static file with an opaque origin and a policy of its own, which starts one worker and hands our port on to it.
 *
 * Keeps true: the frame can reach nothing of the page; what comes out of its port is to be parsed; removing the frame ends whatever runs in it.
 */
import { wallClock } from './clock.ts';
import type { Channel } from './job.ts';
import { parseAnswer } from './parse.ts';
import type { Asked, Request } from './protocol.ts';

interface FrameOptions {
  /** What the frame is given beside its port: no secret, as its origin has no name that a message could be addressed to. */
  readonly hand?: unknown;
  /** Real milliseconds that it may take to say that it is ready. */
  readonly startLimit: number;
}

/** Opens the frame at `url` and waits until it is ready. Rejects with an Error that says why it is not; the frame is gone then. */
export async function openFrame<R extends Asked = Request>(
  url: string,
  { hand = null, startLimit }: FrameOptions,
): Promise<Channel<R>> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.title = 'sandbox';
  frame.src = url;
  const { port1, port2 } = new MessageChannel();
  const kill = (): void => {
    port1.close();
    frame.remove();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const late = wallClock(startLimit, () => {
        reject(
          new Error(
            `the sandbox did not start within ${String(startLimit / 1000)} s; reload the page, and if that does not help, try another browser`,
          ),
        );
      });
      late.restart();
      port1.onmessage = ({ data }) => {
        const answer = parseAnswer(data);
        late.stop();
        if (answer?.type === 'ready') resolve();
        else reject(new Error(answer?.type === 'failure' ? answer.message : 'the sandbox said something that it should not'));
      };
      frame.onload = () => {
        frame.contentWindow?.postMessage(hand, '*', [port2]);
      };
      document.body.append(frame);
    });
  } catch (error) {
    kill();
    throw error;
  }
  return {
    kill,
    listen(receive) {
      port1.onmessage = ({ data }) => {
        receive(data);
      };
    },
    post(request) {
      port1.postMessage(request);
    },
  };
}
