import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import HeatMap from './HeatMap.svelte';
import { indicators, unit } from './samples';

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const units = [
  unit('Dinas Kesehatan', { counted: 3, mean_levels: ['3.00', '0.00'] }),
  unit('Dinas Sosial', { counted: 1, mean_levels: ['1.00', '0.50'] }),
  unit('Kecamatan Salo', { innovations: 0, counted: 0, mean_levels: [null, null] }),
];
const show = () => render(HeatMap, { units, indicators, scope: 'all' });
const cells = () => [...document.querySelectorAll('td')].map((cell) => cell.textContent?.trim());

it('gives every unit with counted innovations a row of figures, after the mean of all', () => {
  show();
  expect(cells()).toEqual(['2,50', '0,13', '3,00', '0,00', '1,00', '0,50']);
  expect(screen.getAllByRole('rowheader').map((one) => one.textContent?.trim())).toEqual([
    'Rata-rata semua',
    'Dinas Kesehatan',
    'Dinas Sosial',
  ]);
  expect(screen.getByText(/1 unit tanpa inovasi yang dihitung/)).toBeTruthy();
});

it('leads from a unit to its innovations', () => {
  show();
  const link = screen.getByRole('link', { name: 'Dinas Kesehatan' });
  expect(link.getAttribute('href')).toBe('/inovasi?unit=Dinas+Kesehatan');
});

it('has one tab stop, which the arrow keys move', async () => {
  show();
  const stops = () => [...document.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]')];
  expect(stops().map((one) => one.textContent?.trim())).toEqual(['16 Regulasi']);
  stops()[0]!.focus();
  await fireEvent.keyDown(stops()[0]!, { key: 'ArrowDown' });
  await fireEvent.keyDown(stops()[0]!, { key: 'End' });
  expect(stops().map((one) => one.textContent?.trim())).toEqual(['0,13']);
  expect(document.activeElement).toBe(stops()[0]);
});

it('tells the indicator, the unit and the level of the box in view, until Escape', async () => {
  const { container } = show();
  const box = within(screen.getByRole('grid')).getByText('3,00');
  await fireEvent.focusIn(box);
  const tip = () => container.querySelector('.tip')?.textContent ?? '';
  expect(tip()).toContain('16 Regulasi inovasi daerah');
  expect(tip()).toContain('Dinas Kesehatan');
  expect(tip()).toContain('3,00 dari 3');
  await fireEvent.keyDown(box, { key: 'Escape' });
  expect(tip()).toBe('');
});

it('says so when nothing is counted anywhere', () => {
  render(HeatMap, { units: [units[2]!], indicators, scope: 'all' });
  expect(screen.getByText('Belum ada inovasi yang dihitung')).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});
