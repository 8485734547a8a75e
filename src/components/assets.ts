/** What tools/build-assets.ts has made. For the build only. */
import { readFileSync } from 'node:fs';

interface Assets {
  /** Names of files in public/generated. */
  readonly runner: string;
  readonly wasm: string;
  /** Files that the first run of Python loads, with the bytes that come over the wire. */
  readonly python: { readonly files: Readonly<Record<string, { readonly bytes: number }>> };
}

/** Reads the manifest. Throws when nothing is built yet. */
export function readAssets(): Assets {
  const path = 'public/generated/manifest.json';
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Assets;
  } catch (cause) {
    throw new Error(`${path} is not there: build the assets first (npm run build)`, { cause });
  }
}

/** Bytes that the first run of Python loads. */
export function bytesOfPython(): number {
  return Object.values(readAssets().python.files).reduce((sum, { bytes }) => sum + bytes, 0);
}
