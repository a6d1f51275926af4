import { expect, it } from 'vitest';
import { places, type Place } from './place.svelte';
import { fakeServer } from './samples';

const kampar = {
  region: '14.01',
  year: 2023,
  name: 'Kabupaten Kampar',
  kind: 'regency',
  ruleset: 'iid-2023',
  illustration: null,
  closes_on: null,
} as unknown as Place;

it('is forgotten as soon as somebody else asks, until the server has said what they may see', async () => {
  let seen: Place[] = [kampar];
  fakeServer({
    'GET /api/v1/home': () => ({ region: '14.01', year: 2023 }),
    'GET /api/v1/regions': () => ({ items: seen, next: null }),
  });
  await places.load();
  expect(places.current?.region).toBe('14.01');
  seen = [];
  const renewed = places.renew();
  expect(places.current).toBeNull();
  expect(places.loading).toBe(true);
  await renewed;
  expect(places.current).toBeNull();
  expect(places.recorded).toBe(true);
});
