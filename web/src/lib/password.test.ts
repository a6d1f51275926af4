import { expect, it } from 'vitest';
import { rulesMet } from './password';

const of = (password: string) => rulesMet(password, 'Siti Aminah', 'siti.aminah@contoh.example');

it.each([
  ['', { long: false, varied: false, notOwn: false }],
  ['air sungai', { long: true, varied: true, notOwn: true }],
  ['sembilan9', { long: false, varied: true, notOwn: true }],
  ['ababababababab', { long: true, varied: false, notOwn: true }],
  ['Siti  Aminah', { long: true, varied: true, notOwn: false }],
  ['SITI.AMINAH', { long: true, varied: true, notOwn: false }],
  ['siti.aminah@contoh.example', { long: true, varied: true, notOwn: false }],
  ['🛶🛶🛶🛶🛶🌊🌊🌧🌧🌱', { long: true, varied: true, notOwn: true }],
])('%s', (password, met) => {
  expect(of(password)).toEqual(met);
});
