import { describe, expect, it } from 'vitest';
import { speak } from '../i18n/language.svelte';
import {
  clock,
  count,
  date,
  daysUntil,
  decimal,
  effect,
  fromHundredths,
  hundredths,
  minus,
  moment,
  plain,
  share,
  span,
} from './format';

describe('figures as Indonesians and the English write them', () => {
  it.each([
    ['50.62', '50,62', '50.62'],
    ['0.00', '0,00', '0.00'],
    ['-0.05', '−0,05', '−0.05'],
    ['20911.00', '20.911,00', '20,911.00'],
  ])('%s', (given, id, en) => {
    speak('id');
    expect(decimal(given)).toBe(id);
    speak('en');
    expect(decimal(given)).toBe(en);
    speak('id');
  });

  it('leaves places out only when they are zero', () => {
    expect(plain('63.00')).toBe('63');
    expect(plain('1.50')).toBe('1,50');
  });

  it('signs effects', () => {
    expect(effect('0.12')).toBe('+0,12');
    expect(effect('-0.12')).toBe('−0,12');
    expect(effect('0.00')).toBe('0,00');
  });

  it('marks thousands in counts', () => {
    expect(count(36742)).toBe('36.742');
    expect(count(999)).toBe('999');
  });
});

describe('points are whole hundredths', () => {
  it('survives there and back, below zero too', () => {
    for (const text of ['0.00', '0.07', '50.62', '-0.05', '-12.30', '9007199254.99']) {
      expect(fromHundredths(hundredths(text))).toBe(text);
    }
  });

  it('subtracts exactly where binary fractions would not', () => {
    expect(minus('0.30', '0.10')).toBe('0.20');
    expect(minus('50.62', '55.83')).toBe('-5.21');
  });

  it.each(['50,62', '50.6', '50', '', '5e1', ' 1.00', '1.000'])('refuses %j', (text) => {
    expect(() => hundredths(text)).toThrow('not a decimal');
  });

  it('keeps a bar between 0 and 100 percent', () => {
    expect(share('55.50', '111.00')).toBe(50);
    expect(share('120.00', '111.00')).toBe(100);
    expect(share('-1.00', '111.00')).toBe(0);
    expect(share('1.00', '0.00')).toBe(0);
  });
});

describe('dates and times', () => {
  it('writes the month out', () => {
    expect(date('2026-05-02')).toBe('2 Mei 2026');
    speak('en');
    expect(date('2026-05-02')).toBe('2 May 2026');
    expect(clock(new Date(2026, 4, 2, 9, 5))).toBe('09:05');
    speak('id');
    expect(clock(new Date(2026, 4, 2, 10, 42))).toBe('10.42');
  });

  it('counts whole days, whatever the hour', () => {
    const late = new Date(2026, 4, 1, 23, 59);
    expect(daysUntil('2026-05-02', late)).toBe(1);
    expect(daysUntil('2026-05-01', late)).toBe(0);
    expect(daysUntil('2026-04-30', late)).toBe(-1);
  });
});

it.each([
  [0, '0 detik'],
  [59, '59 detik'],
  [75, '1 menit 15 detik'],
  [120, '2 menit'],
  [3605, '1 jam 5 detik'],
  [5400, '1 jam 30 menit'],
])('a wait of %d seconds is %s', (seconds, told) => {
  expect(span(seconds)).toBe(told);
});

it('a time of the API is told where the reader is', () => {
  const at = new Date(2026, 4, 2, 10, 42);
  expect(moment(at.toISOString())).toBe('2 Mei 2026, 10.42');
});
