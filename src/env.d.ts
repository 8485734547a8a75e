/** Lets the type checker see what Astro knows of the collections: `astro sync` (and each build) writes it. */
import type {} from '../.astro/types.d.ts';
