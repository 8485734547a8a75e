/**
 * A new lesson: short, with the parts that every lesson of the course has, and lines marked TODO(author) that say what to put in their place. It parses and is
 * built as it is.
 */
import { inYaml } from './yaml.ts';

/** The text of a lesson's file. `concept`: what it will teach, until its author says more. */
export function lessonText(title: string, concept: string): string {
  return `---
# TODO(author): a title, one sentence that says what the reader will know, and the concepts that the lesson teaches
title: ${inYaml(title)}
summary: ${inYaml(`What there is to know about ${concept}.`)}
concepts: ${inYaml([concept])}
---

{/* TODO(author): begin with something concrete; one idea a paragraph, short sentences */}

A coroutine that waits lets others run. This page is about one case of that.

{/* TODO(author): put each exercise where the reader can do it: npm run new -- exercise CHAPTER/NAME prints its line */}

## What to take along

{/* TODO(author): three things */}

1. A coroutine object runs nothing by itself.
2. \`await\` is where others may run.
3. Time on this page is virtual.

## Where TypeScript and Python differ

{/* TODO(author): what a reader of the Python documentation writes differently here */}

- Names of functions are written in camelCase.

## Where to read on

{/* TODO(author): the page of the documentation that this lesson is about */}

- [asyncio](https://docs.python.org/3/library/asyncio.html) in Python's documentation.
`;
}
