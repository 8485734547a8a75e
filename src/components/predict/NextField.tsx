/** Which task runs next: what has happened so far, and the tasks that are not done, one of which is chosen. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { predictWords as told } from '../words/predict.ts';
import type { Prompt } from './answer.ts';

interface Props {
  readonly prompt: Prompt & { readonly asks: 'next' };
  /** Place of the chosen task. */
  readonly chosen: number | undefined;
  readonly onChange: (task: number) => void;
}

export function NextField({ prompt: { soFar, tasks }, chosen, onChange }: Props): VNode {
  const name = useId();
  return (
    <>
      <p class="quiet">{told.soFar}</p>
      <ul class="so-far">
        {soFar.map((happened, index) => (
          <li key={index}>{happened}</li>
        ))}
      </ul>
      <fieldset class="tasks">
        <legend>{told.tasks}</legend>
        {tasks.map((task, index) => (
          <label key={index}>
            <input
              type="radio"
              name={name}
              checked={chosen === index}
              onChange={() => {
                onChange(index);
              }}
            />
            <span class="task-name">{task.name}</span> <span class="quiet">{task.stands}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
