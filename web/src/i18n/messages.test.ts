import { expect, it } from 'vitest';

interface Dictionary {
  [key: string]: unknown;
}

/** Every key of a dictionary with its depth; functions and texts are leaves. */
function keys(of: Dictionary, before = ''): string[] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keys(value as Dictionary, `${before}${key}.`)
      : [`${before}${key}: ${typeof value}`],
  );
}

const files = import.meta.glob<{ id: Dictionary; en: Dictionary }>('./messages/*.ts', {
  eager: true,
});

it.each(Object.entries(files))('%s says the same in both languages', (_, { id, en }) => {
  expect(keys(en)).toEqual(keys(id));
  expect(keys(id).length).toBeGreaterThan(0);
});
