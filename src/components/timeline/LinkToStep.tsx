/** A button that copies the address of the present step; where the browser copies nothing, the address is shown to be copied by hand. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../output/Button.tsx';
import { steppingWords } from '../words/stepping.ts';
import { addressOf } from './step-link.ts';

const say = steppingWords.controls;

export function LinkToStep({ id, step }: { readonly id: string; readonly step: number }): VNode {
  const said = useSignal<'copied' | 'address' | undefined>(undefined);
  useEffect(() => {
    said.value = undefined;
  }, [id, step]);
  const address = addressOf(id, step);
  return (
    <div class="link-to-step buttons">
      <Button
        onClick={() => {
          navigator.clipboard.writeText(address).then(
            () => (said.value = 'copied'),
            () => (said.value = 'address'),
          );
        }}
      >
        {say.link}
      </Button>
      <span role="status">{said.value === 'copied' && say.copied}</span>
      {said.value === 'address' && (
        <input
          type="text"
          readOnly
          aria-label={say.address}
          value={address}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      )}
    </div>
  );
}
