import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, refused, signIn } from '../../lib/samples';
import type { Entry } from './filters';
import Ledger from './Ledger.svelte';

const LEDGER = '/api/v1/regions/14.01/ledger';
const HASH = 'ab'.repeat(32);

function entry(values: Partial<Entry> = {}): Entry {
  return {
    sequence: 17,
    at: '2026-05-02T03:42:00Z',
    person: 'p-1',
    name: 'Olan Contoh',
    role: 'operator',
    action: 'claim.saved',
    action_text: 'Parameter diisi',
    subject: 's-1',
    subject_text: 'Antar Obat Sampai Rumah',
    details: { indicator: '16', from: '1', to: '3' },
    previous: HASH,
    hash: HASH,
    ...values,
  };
}
const page = (items: Entry[], next: string | null = null) => ({ items, next });
const found = { whole: true, entries: 1234, head: HASH, roots: 12, public_key: HASH, broken: null };

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(coordinator);
  router.replace('/jejak');
});

describe('the log', () => {
  it('reads as who did what to what and when', async () => {
    const roles = { roles_from: 'operator (u-1)', roles_to: 'operator (u-1), verifier' };
    const other = entry({ sequence: 16, action_text: 'Data orang diubah', details: roles });
    const program = entry({ sequence: 1, person: null, name: 'jalur', role: '', details: {} });
    fakeServer({ [`GET ${LEDGER}`]: page([entry(), other, program]) });
    render(Ledger);
    const rows = await screen.findAllByRole('listitem');
    const text = (row: number) => rows[row]!.textContent!.replace(/\s+/g, ' ');
    expect(text(0)).toContain('Parameter diisi Antar Obat Sampai Rumah');
    expect(text(0)).toContain('indikator 16, parameter 1 menjadi 3');
    expect(text(0)).toMatch(/Olan Contoh Operator 2 Mei 2026, \d\d\.42/);
    expect(text(1)).toContain('peran Operator (u-1) menjadi Operator (u-1), Verifikator');
    expect(text(2)).toContain('jalur');
  });

  it('is narrowed by the address', async () => {
    const server = fakeServer({ [`GET ${LEDGER}`]: page([entry()]) });
    router.ask({ dari: '2026-05-01', sampai: '2026-05-31' });
    render(Ledger);
    await screen.findByText('Parameter diisi', { selector: 'b' });
    expect(server.asked[0]!.query).toBe('?from=2026-05-01&to=2026-05-31');
    await fireEvent.change(screen.getByLabelText('Yang dilakukan'), {
      target: { value: 'person.signed_in' },
    });
    await vi.waitFor(() => expect(server.asked.at(-1)!.query).toContain('action=person.signed_in'));
    expect(router.query.get('aksi')).toBe('person.signed_in');
  });

  it('is narrowed to a person or a subject at an entry, and widened again', async () => {
    const server = fakeServer({ [`GET ${LEDGER}`]: page([entry()]) });
    render(Ledger);
    await fireEvent.click(await screen.findByRole('button', { name: 'Olan Contoh' }));
    await vi.waitFor(() => expect(server.asked.at(-1)!.query).toBe('?person=p-1'));
    await fireEvent.click(screen.getByRole('button', { name: 'Antar Obat Sampai Rumah' }));
    await vi.waitFor(() => expect(server.asked.at(-1)!.query).toBe('?person=p-1&subject=s-1'));
    await fireEvent.click(screen.getByRole('button', { name: 'Hapus saringan: Oleh Olan Contoh' }));
    await vi.waitFor(() => expect(server.asked.at(-1)!.query).toBe('?subject=s-1'));
  });

  it('goes on behind the first page', async () => {
    fakeServer({
      [`GET ${LEDGER}`]: ({ query }: { query: string }) =>
        query.includes('after=17')
          ? page([entry({ sequence: 16, action_text: 'Masuk' })])
          : page([entry()], '17'),
    });
    render(Ledger);
    await fireEvent.click(await screen.findByRole('button', { name: 'Muat lagi' }));
    await screen.findByText('Masuk', { selector: 'b' });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('says the next step when it is empty, and when nothing fits', async () => {
    fakeServer({ [`GET ${LEDGER}`]: page([]) });
    const { unmount } = render(Ledger);
    await screen.findByText('Belum ada entri');
    unmount();
    router.ask({ orang: 'p-9' });
    render(Ledger);
    await screen.findByText('Tidak ada entri yang cocok');
  });

  it('says why it did not come, and tries again', async () => {
    const server = fakeServer({ [`GET ${LEDGER}`]: () => refused(503, [{ text: 'Sibuk.' }]) });
    render(Ledger);
    await screen.findByText('Sibuk.');
    server.answers[`GET ${LEDGER}`] = page([entry()]);
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Antar Obat Sampai Rumah');
  });
});

describe('the chain', () => {
  const CHECK = `GET ${LEDGER}/verification`;
  const check = () => fireEvent.click(screen.getByRole('button', { name: 'Periksa rantai' }));

  it('is told to be whole, with how much was checked', async () => {
    fakeServer({ [`GET ${LEDGER}`]: page([entry()]), [CHECK]: found });
    render(Ledger);
    await check();
    await screen.findByRole('heading', { name: 'Rantai utuh' });
    expect(screen.getByText(/1\.234 entri dihitung ulang, 12 hari/)).toBeTruthy();
  });

  it('is told to be broken, where and why', async () => {
    const broken = { sequence: 9, text: 'Hash entri 9 tidak cocok dengan isinya.' };
    fakeServer({ [`GET ${LEDGER}`]: page([entry()]), [CHECK]: { ...found, whole: false, broken } });
    render(Ledger);
    await check();
    await screen.findByRole('heading', { name: 'Rantai rusak pada entri 9' });
    expect(screen.getByText(broken.text)).toBeTruthy();
    expect(screen.queryByText('Rantai utuh')).toBeNull();
  });

  it('is not told anything when it could not be checked', async () => {
    fakeServer({ [`GET ${LEDGER}`]: page([entry()]) });
    render(Ledger);
    await check();
    await screen.findByText(/Tidak ada GET/);
    expect(screen.queryByText('Rantai utuh')).toBeNull();
  });
});

describe('the proof of an entry', () => {
  const PROOF = `GET ${LEDGER}/17/proof`;

  it('is taken away as a file', async () => {
    const kept: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (blob) => (kept.push(blob as Blob), 'blob:x');
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    fakeServer({ [`GET ${LEDGER}`]: page([entry()]), [PROOF]: { position: 3 } });
    render(Ledger);
    await fireEvent.click(await screen.findByRole('button', { name: 'Unduh bukti entri 17' }));
    await vi.waitFor(() => expect(names).toEqual(['bukti-14.01-17.json']));
    expect(kept[0]!.type).toBe('application/json');
    vi.restoreAllMocks();
  });

  it('says why there is none yet', async () => {
    const early = () => refused(409, [{ text: 'Harinya belum selesai; bukti ada mulai besok.' }]);
    fakeServer({ [`GET ${LEDGER}`]: page([entry()]), [PROOF]: early });
    render(Ledger);
    await fireEvent.click(await screen.findByRole('button', { name: 'Unduh bukti entri 17' }));
    await screen.findByText('Harinya belum selesai; bukti ada mulai besok.');
  });
});
