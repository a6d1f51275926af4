/**
 * What every other language must provide: the same keys, and for a message that takes
 * values a function of the same values. A missing key stops `npm run messages`.
 */
export type Same<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Same<T[K]>;
};
