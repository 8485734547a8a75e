/**
 * The colours of code that is highlighted when the site is built. Each is a CSS variable of `tokens.css`, so that one block of code serves light and
 * dark; the editor (components/editor/look.ts) uses the same ones, so that nothing changes colour when it takes a block's place.
 */
const as = (variable: string, scope: string[]) => ({ scope, settings: { foreground: `var(--code-${variable})` } });

export const codeTheme = {
  name: 'loopwise',
  type: 'light' as const,
  colors: { 'editor.foreground': 'var(--code-ink)', 'editor.background': 'transparent' },
  tokenColors: [
    as('keyword', [
      'keyword.control',
      'keyword.operator.new',
      'keyword.operator.expression',
      'keyword.operator.logical.python',
      'storage.type',
      'storage.modifier',
      'variable.language.this',
      'variable.language.super',
      'constant.language.null',
      'constant.language.undefined',
    ]),
    as('constant', ['constant.numeric', 'constant.language.boolean', 'constant.language.python']),
    as('string', ['string', 'string.regexp', 'punctuation.definition.string']),
    as('ink', [
      'meta.template.expression',
      'meta.fstring.python',
      'storage.type.function.arrow',
      'storage.type.format.python',
      'punctuation.definition.template-expression',
    ]),
    as('function', ['entity.name.function', 'support.function', 'meta.function-call.generic.python']),
    as('type', [
      'entity.name.type',
      'entity.other.inherited-class',
      'support.type',
      'support.class.builtin',
      'support.class.error',
    ]),
    as('comment', ['comment', 'punctuation.definition.comment', 'string.quoted.docstring']),
  ],
};
