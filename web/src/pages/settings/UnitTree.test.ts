import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, refused, signIn } from '../../lib/samples';
import Settings from './Settings.svelte';

const TREE = '/api/v1/regions/14.01/unit-tree';
const unit = (id: string, name: string, values = {}) => ({
  id,
  name,
  kind: 'agency',
  parent: null,
  active: true,
  merged_into: null,
  ...values,
});
const items = [
  unit('u-1', 'Dinas Kesehatan'),
  unit('u-2', 'Puskesmas Salo', { kind: 'health_centre', parent: 'u-1' }),
  unit('u-3', 'Dinas Pasar'),
  unit('u-4', 'Dinas Lama', { active: false, merged_into: 'u-3' }),
];

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(coordinator);
  router.replace('/pengaturan?bagian=unit');
});
const names = () => [...document.querySelectorAll('li b')].map((one) => one.textContent);

it('shows the tree, and those that ended when asked', async () => {
  fakeServer({ [`GET ${TREE}`]: { items } });
  render(Settings);
  await screen.findByText('3 unit aktif, 1 sudah berakhir');
  expect(names()).toEqual(['Dinas Kesehatan', 'Puskesmas Salo', 'Dinas Pasar']);
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Tampilkan yang sudah berakhir' }));
  expect(names()).toContain('Dinas Lama');
  expect(screen.getByText(/diteruskan oleh Dinas Pasar/)).toBeTruthy();
  await fireEvent.input(screen.getByLabelText('Cari unit'), { target: { value: 'salo' } });
  expect(names()).toEqual(['Puskesmas Salo']);
  expect(screen.getByText(/di bawah Dinas Kesehatan/)).toBeTruthy();
});

it('adds a unit below another, and keeps what was typed when it fails', async () => {
  const server = fakeServer({
    [`GET ${TREE}`]: { items },
    [`POST ${TREE}`]: () => refused(400, [{ field: 'name', text: 'Nama itu sudah dipakai.' }]),
  });
  render(Settings);
  await fireEvent.click(await screen.findByRole('button', { name: 'Tambah unit' }));
  const form = within(screen.getByRole('dialog'));
  await fireEvent.click(form.getByRole('button', { name: 'Simpan' }));
  await form.findByText('Isi nama unit.');
  await fireEvent.input(form.getByLabelText('Nama unit'), { target: { value: 'SDN 1 Salo' } });
  await fireEvent.change(form.getByLabelText('Jenis'), { target: { value: 'school' } });
  await fireEvent.change(form.getByLabelText('Di bawah unit'), { target: { value: 'u-1' } });
  await fireEvent.click(form.getByRole('button', { name: 'Simpan' }));
  expect((await form.findAllByText('Nama itu sudah dipakai.')).length).toBeGreaterThan(0);
  expect(form.getByLabelText<HTMLInputElement>('Nama unit').value).toBe('SDN 1 Salo');
  server.answers[`POST ${TREE}`] = unit('u-9', 'SDN 1 Salo');
  await fireEvent.click(form.getByRole('button', { name: 'Simpan' }));
  await screen.findByText('SDN 1 Salo sudah disimpan.');
  expect(server.sent(`POST ${TREE}`).at(-1)).toEqual({
    name: 'SDN 1 Salo',
    kind: 'school',
    parent: 'u-1',
    active: true,
  });
});

it('does not offer a unit as its own superior', async () => {
  fakeServer({ [`GET ${TREE}`]: { items } });
  render(Settings);
  await fireEvent.click(await screen.findByRole('button', { name: 'Ubah Dinas Kesehatan' }));
  const options = screen.getByLabelText('Di bawah unit').querySelectorAll('option');
  expect([...options].map((one) => one.textContent!.trim())).toEqual([
    'langsung di bawah pemerintah daerah',
    'Dinas Pasar',
  ]);
});

it('ends a unit, and merges one into another, only when asked twice', async () => {
  const server = fakeServer({
    [`GET ${TREE}`]: { items },
    [`PUT ${TREE}/u-2`]: unit('u-2', 'Puskesmas Salo', { active: false }),
    [`POST ${TREE}/u-3/merge`]: unit('u-3', 'Dinas Pasar', { active: false }),
  });
  render(Settings);
  await fireEvent.click(await screen.findByRole('button', { name: 'Ubah Puskesmas Salo' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Akhiri unit' }));
  expect(server.asked.some(({ call }) => call.startsWith('PUT'))).toBe(false);
  await fireEvent.click(screen.getByRole('button', { name: 'Ya, akhiri' }));
  await screen.findByText('Puskesmas Salo sudah disimpan.');
  expect(server.sent(`PUT ${TREE}/u-2`)).toEqual([
    { name: 'Puskesmas Salo', kind: 'health_centre', parent: 'u-1', active: false },
  ]);

  await fireEvent.click(screen.getByRole('button', { name: 'Ubah Dinas Pasar' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Gabungkan' }));
  await screen.findByText('Pilih unit yang meneruskan pekerjaannya.');
  await fireEvent.change(screen.getByLabelText('Diteruskan oleh'), { target: { value: 'u-1' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Gabungkan' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Ya, gabungkan' }));
  await screen.findByText('Dinas Pasar digabungkan ke dalam Dinas Kesehatan.');
  expect(server.sent(`POST ${TREE}/u-3/merge`)).toEqual([{ into: 'u-1' }]);
});
