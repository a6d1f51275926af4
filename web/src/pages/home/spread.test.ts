import { expect, it } from 'vitest';
import { spread } from './spread';

const GAP = 6;

it('leaves labels alone that do not meet', () => {
  const labels = [
    { at: 100, width: 60 },
    { at: 300, width: 60 },
  ];
  expect(spread(labels, 400, GAP)).toEqual([70, 270]);
});

it('pushes apart what would collide, also when both marks are the same', () => {
  const labels = [
    { at: 160, width: 90 },
    { at: 160, width: 90 },
  ];
  const [a, b] = spread(labels, 326, GAP);
  expect(b! - a!).toBeGreaterThanOrEqual(90 + GAP);
});

it.each([0, 3, 160, 322, 326])('keeps three labels on a phone inside the bar, around %i', (at) => {
  const labels = [
    { at, width: 84 },
    { at: at + 2, width: 92 },
    { at: Math.max(0, at - 2), width: 72 },
  ];
  const lefts = spread(labels, 326, GAP);
  const boxes = lefts.map((left, index) => ({ left, right: left + labels[index]!.width }));
  boxes.sort((a, b) => a.left - b.left);
  expect(boxes[0]!.left).toBeGreaterThanOrEqual(0);
  expect(boxes.at(-1)!.right).toBeLessThanOrEqual(326);
  for (let i = 1; i < boxes.length; i++) {
    expect(boxes[i]!.left - boxes[i - 1]!.right).toBeGreaterThanOrEqual(GAP);
  }
});
