import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { fakeServer, nobody, refused, signIn } from '../../lib/samples';
import { Claims } from '../claims/claims.svelte';
import ClaimTable from '../claims/ClaimTable.svelte';
import { rules } from '../claims/fixture';
import { claimEvidence, evidence, prover, submission, validity } from './fixture';

const OF = 'GET /api/v1/submissions/s-1/evidence';
const SEEN = 'GET /api/v1/submissions/s-1';
const ATTACH = '/api/v1/submissions/s-1/claims/16/evidence/e-1';
const EVIDENCE = '/api/v1/regions/14.01/evidence';
const UPLOADS = '/api/v1/regions/14.01/uploads';
const one = { evidence: evidence(), validity: validity() };

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(prover);
  router.replace('/inovasi/5');
});

function show(answers: Record<string, unknown>) {
  const server = fakeServer({ [OF]: { items: [] }, [SEEN]: submission, ...answers });
  render(ClaimTable, { claims: new Claims(submission, rules) });
  return server;
}

const row = () => within(screen.getByRole('article', { name: /Regulasi/ }));
const type = (label: RegExp | string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function open(): Promise<void> {
  await fireEvent.click(row().getByRole('button', { name: 'Tambah data dukung' }));
  await screen.findByRole('dialog', { name: /Data dukung: 16/ });
}

async function choose(file: File): Promise<void> {
  const chooser = screen.getByLabelText('Pilih berkas', { selector: 'input' });
  Object.defineProperty(chooser, 'files', { value: [file], configurable: true });
  await fireEvent.change(chooser);
}

describe('the evidence of a claim', () => {
  it('is listed with whether it counts and until when', async () => {
    const ending = { evidence: evidence(), validity: validity({ last_year: 2023 }) };
    const old = {
      evidence: evidence({ id: 'e-2', title: 'SK lama', dated_on: '2019-01-01' }),
      validity: validity({ state: 'outside', last_year: null }),
    };
    show({ [OF]: { items: [claimEvidence([ending, old])] } });
    await row().findByText('SK lama');
    expect(row().getByText(/Tahun 2023 adalah tahun terakhir dihitung/)).toBeTruthy();
    expect(row().getByText(/harus bertanggal 2022 sampai 2023/)).toBeTruthy();
    expect(row().getByText('2 data dukung')).toBeTruthy();
    expect(row().getByText('! Di luar jendela tahun')).toBeTruthy();
  });

  it('is not asked for by who may not see it', async () => {
    signIn(nobody);
    const server = fakeServer({});
    render(ClaimTable, { claims: new Claims({ ...submission, allowed: [] }, rules) });
    await vi.waitFor(() =>
      expect(screen.getAllByText('Bukti yang diminta aturan')).toHaveLength(2),
    );
    expect(server.asked).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Tambah data dukung' })).toBeNull();
  });

  it('is detached only after one more question, which says what falls', async () => {
    const server = show({
      [OF]: { items: [claimEvidence([one])] },
      [`DELETE ${ATTACH}`]: claimEvidence([]),
    });
    await fireEvent.click(await row().findByRole('button', { name: /^Lepas SK Kepala/ }));
    expect(row().getByText(/parameter terverifikasinya turun ke 0/)).toBeTruthy();
    expect(server.sent(`DELETE ${ATTACH}`)).toEqual([]);
    await fireEvent.click(row().getByRole('button', { name: 'Ya, lepas' }));
    await row().findByText(/dilepas dari indikator ini/);
    expect(row().getByText('Belum ada data dukung untuk indikator ini.')).toBeTruthy();
    expect(server.sent(SEEN)).toHaveLength(1);
  });
});

describe('a new file', () => {
  const offline = () => {
    throw new TypeError('Failed to fetch');
  };
  const pdf = () => new File([new Uint8Array(5000)], 'SK_Kepala Dinas.pdf');
  const sent = { 'upload-offset': '5000' };
  const uploads = {
    [`POST ${UPLOADS}`]: () => Response.json({ id: 'u-1' }, { status: 201 }),
    [`PATCH ${UPLOADS}/u-1`]: () => new Response(null, { status: 204, headers: sent }),
  };

  it('is sent, described and attached in one go', async () => {
    const server = show({
      ...uploads,
      [`POST ${EVIDENCE}`]: () => Response.json(evidence(), { status: 201 }),
      [`PUT ${ATTACH}`]: claimEvidence([one]),
    });
    await open();
    expect(router.query.get('bukti')).toBe('16');
    await choose(pdf());
    await screen.findByText('Berkas sudah diterima seluruhnya');
    expect(screen.getByLabelText<HTMLInputElement>('Judul').value).toBe('SK Kepala Dinas');
    expect(screen.getByText('Aturan meminta tanda tangan Kepala Dinas.')).toBeTruthy();
    await type('Nomor', '188/12/2022');
    await type('Tanggal dokumen', '2022-03-01');
    await type('Penanda tangan', 'Kepala Dinas');
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan pasang' }));
    await row().findByText('SK Kepala Dinas tentang Antar Obat');
    expect(server.sent(`POST ${EVIDENCE}`)).toEqual([
      {
        title: 'SK Kepala Dinas',
        number: '188/12/2022',
        dated_on: '2022-03-01',
        signer: 'Kepala Dinas',
        unit: 'Dinas Kesehatan',
        upload: 'u-1',
      },
    ]);
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(localStorage.length).toBe(0);
  });

  it('of a kind that the indicator does not take is not sent', async () => {
    const server = show(uploads);
    await open();
    await choose(new File(['x'], 'foto.png'));
    await screen.findByText('foto.png tidak dapat dipakai di sini. Indikator ini menerima PDF.');
    expect(server.sent(`POST ${UPLOADS}`)).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Ambil foto' })).toBeNull();
  });

  it('warns beside the date when it will not count', async () => {
    show(uploads);
    await open();
    await choose(pdf());
    await type('Tanggal dokumen', '2019-03-01');
    await screen.findByText('Tahun 2019 di luar jendela; tidak akan dihitung.');
  });

  it('is made once though attaching it failed at first', async () => {
    const full = { text: 'Parameter ini sudah memiliki 20 data dukung.' };
    const server = show({
      ...uploads,
      [`POST ${EVIDENCE}`]: evidence(),
      [`PUT ${ATTACH}`]: () => refused(409, [full]),
    });
    await open();
    await choose(pdf());
    await screen.findByText('Berkas sudah diterima seluruhnya');
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan pasang' }));
    await screen.findByText(full.text);
    server.answers[`PUT ${ATTACH}`] = claimEvidence([one]);
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan pasang' }));
    await row().findByText(/terpasang pada indikator ini/);
    expect(server.sent(`POST ${EVIDENCE}`)).toHaveLength(1);
  });

  it('keeps its words over a reload and asks for the same file', async () => {
    show({ [`POST ${UPLOADS}`]: offline });
    await open();
    await choose(pdf());
    await screen.findByText(/Menunggu jaringan/);
    await type('Nomor', '188/12');
    cleanup();
    render(ClaimTable, { claims: new Claims(submission, rules) });
    await screen.findByText(/Unggahan SK_Kepala Dinas.pdf belum selesai/);
    await choose(pdf());
    expect(screen.getByLabelText<HTMLInputElement>('Nomor').value).toBe('188/12');
  });
});

it('what is there already is found and attached again', async () => {
  const found = { items: [evidence()], next: null, total: 1 };
  const server = show({ [`GET ${EVIDENCE}`]: found, [`PUT ${ATTACH}`]: claimEvidence([one]) });
  await open();
  await fireEvent.click(screen.getByLabelText('Pakai lagi'));
  await fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'antar' } });
  await vi.waitFor(() => expect(server.asked.at(-1)?.query).toBe('?q=antar&limit=20'));
  await fireEvent.click(await screen.findByRole('button', { name: /^Pasang SK Kepala/ }));
  await row().findByText(/terpasang pada indikator ini/);
  expect(server.sent(`PUT ${ATTACH}`)).toEqual([{}]);
});
