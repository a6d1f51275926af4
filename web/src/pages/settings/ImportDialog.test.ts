import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, health, refused, signIn } from '../../lib/samples';
import { csv, faultsOf, pasteable, unfit } from './import';
import Settings from './Settings.svelte';

const PEOPLE = '/api/v1/regions/14.01/people';
const LIST = `GET ${PEOPLE}`;
const IMPORT = `POST ${PEOPLE}-import`;
const TEMPLATE = `GET ${PEOPLE}-import`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const person = (name: string, email: string, role: 'operator' | 'verifier') => ({
  id: `p-${email}`,
  name,
  email,
  unit: role === 'operator' ? health : null,
  grants: [{ role, unit: role === 'operator' ? health : null }],
  state: 'invited' as const,
  second_factor: false,
  signed_in_at: null,
  link_expires_at: null,
});
const olan = person('Olan Contoh', 'olan@contoh.example', 'operator');
const vira = person('Vira Contoh', 'vira@contoh.example', 'verifier');
const item = (who: typeof olan, link: string | null) => ({
  person: who,
  link,
  expires_at: '2099-01-01T00:00:00Z',
});
const planned = { carried_out: false, items: [item(olan, null), item(vira, null)] };
const carried = {
  carried_out: true,
  items: [item(olan, '/undangan/14.01.a'), item(vira, '/undangan/14.01.b')],
};
const both = ({ query }: { query: string }) => (query === '?check=yes' ? planned : carried);

/** The file of jsdom cannot be read. */
function book(name = 'orang.xlsx', bytes = 4): File {
  const file = new File([], name);
  const content = new Uint8Array(bytes).fill(7);
  file.arrayBuffer = async () => content.buffer;
  Object.defineProperty(file, 'size', { value: bytes });
  return file;
}
const chooser = () => screen.getByLabelText('Pilih berkas', { selector: 'input' });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function choose(file = book()): Promise<void> {
  const input = chooser();
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await fireEvent.change(input);
}

/** Everything up to the links. */
async function invite(): Promise<void> {
  render(Settings);
  await choose();
  await press('Undang 2 orang');
  await screen.findByText('2 orang sudah diundang');
}

let copied: string[];
let taken: { blob: Blob; name: string }[];

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(coordinator);
  router.replace('/pengaturan?orang=impor');
  copied = [];
  taken = [];
  let last: Blob;
  URL.createObjectURL = (blob) => ((last = blob as Blob), 'blob:x');
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    taken.push({ blob: last, name: this.download });
  });
  const writeText = async (text: string) => void copied.push(text);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
});

describe('the way to an import', () => {
  it('stands beside the invitation and in the address', async () => {
    fakeServer({ [LIST]: { items: [], next: null, total: 0 } });
    router.replace('/pengaturan');
    render(Settings);
    await press('Impor dari Excel');
    expect(router.query.get('orang')).toBe('impor');
    expect(screen.getByRole('dialog', { name: 'Impor orang dari Excel' })).toBeTruthy();
    await press('Tutup');
    expect(router.query.get('orang')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not there for those who may not manage people', async () => {
    fakeServer({ [LIST]: { items: [], next: null, total: 0 } });
    signIn({ ...coordinator, permissions: { read_figures: 'region' } });
    render(Settings);
    await screen.findByText('Belum ada orang');
    expect(screen.queryByRole('button', { name: 'Impor dari Excel' })).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('hands over the template, or says why it does not', async () => {
    const server = fakeServer({
      [TEMPLATE]: () => refused(403, [{ text: 'Di luar peran Anda.' }]),
    });
    render(Settings);
    await press('Unduh templat');
    await screen.findByText('Di luar peran Anda.');
    expect(taken).toEqual([]);
    server.answers[TEMPLATE] = () => new Response('book', { headers: { 'content-type': XLSX } });
    await press('Unduh templat');
    await vi.waitFor(() => expect(taken.map(({ name }) => name)).toEqual(['orang-14.01.xlsx']));
    expect(screen.queryByText('Di luar peran Anda.')).toBeNull();
  });
});

describe('a workbook that is chosen', () => {
  it('is checked at once, and nobody is invited by that', async () => {
    const server = fakeServer({ [IMPORT]: both });
    render(Settings);
    await choose();
    const heading = await screen.findByText('2 orang akan diundang');
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByText(/1 Operator, 1 Verifikator/)).toBeTruthy();
    expect(screen.getByText('olan@contoh.example')).toBeTruthy();
    expect(screen.getByText('Dinas Kesehatan')).toBeTruthy();
    const calls = server.asked.filter(({ call }) => call === IMPORT);
    expect(calls.map(({ query }) => query)).toEqual(['?check=yes']);
    expect(calls[0]!.headers.get('content-type')).toBe(XLSX);
    expect([...new Uint8Array(calls[0]!.body as ArrayBuffer)]).toEqual([7, 7, 7, 7]);
    await press('Pilih berkas lain');
    expect(chooser()).toBeTruthy();
  });

  it('can be dropped', async () => {
    fakeServer({ [IMPORT]: both });
    render(Settings);
    const place = screen.getByRole('group', { name: 'Pilih berkas' });
    await fireEvent.drop(place, { dataTransfer: { files: [book()] } });
    await screen.findByText('2 orang akan diundang');
  });

  it('is told cell by cell what is wrong, and may be chosen again', async () => {
    const faults = [
      { field: 'Orang!B3', value: 'olan', text: 'Harus alamat surel.' },
      { field: 'Orang!B3', value: 'olan', text: 'Alamat ini sudah ada di Orang!B2.' },
      { field: 'Orang!C4', value: 'Dinas X', text: 'Unit ini tidak ada.' },
      { field: '', value: '', text: 'dan 12 masalah lain' },
    ];
    const server = fakeServer({ [IMPORT]: () => refused(422, faults) });
    render(Settings);
    await choose();
    const heading = await screen.findByText('orang.xlsx belum dapat dipakai');
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByText(/Perbaiki di Excel, lalu pilih berkasnya lagi/)).toBeTruthy();
    const cell = screen.getByText('Sel B3').closest('li')!;
    expect(within(cell).getByText('Harus alamat surel.')).toBeTruthy();
    expect(within(cell).getByText(/sudah ada di Orang!B2/)).toBeTruthy();
    expect(screen.getAllByText(/^Sel /)).toHaveLength(2);
    expect(screen.getByText('dan 12 masalah lain')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Undang \d/ })).toBeNull();
    server.answers[IMPORT] = both;
    await choose();
    await screen.findByText('2 orang akan diundang');
    expect(screen.queryByText('Sel B3')).toBeNull();
  });

  it.each([
    [book('orang.xls'), /bukan berkas Excel .xlsx/],
    [book('orang.xlsx', 0), /orang.xlsx kosong/],
    [book('orang.xlsx', 1024 * 1024 + 1), /lebih besar dari 1 MB/],
  ])('is not sent when it cannot do: %#', async (file, words) => {
    const server = fakeServer({ [IMPORT]: both });
    render(Settings);
    await choose(file);
    await screen.findByText(words);
    expect(server.sent(IMPORT)).toEqual([]);
  });

  it('says when the server refuses or is out of reach', async () => {
    const server = fakeServer({ [IMPORT]: () => refused(403, [{ text: 'Di luar peran Anda.' }]) });
    render(Settings);
    await choose();
    await screen.findByText('Di luar peran Anda.');
    server.answers[IMPORT] = () => {
      throw new TypeError('Failed to fetch');
    };
    await choose();
    await screen.findByText('Server tidak terjangkau');
    expect(screen.queryByText(/Belum pasti/)).toBeNull();
  });
});

describe('the people of a workbook', () => {
  it('get their links, which are copied one by one, all together, or downloaded', async () => {
    const server = fakeServer({ [LIST]: { items: [], next: null, total: 0 }, [IMPORT]: both });
    await invite();
    const heading = screen.getByText('2 orang sudah diundang');
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByText(/Tautan tampil hanya sekali ini/)).toBeTruthy();
    expect(server.asked.filter(({ call }) => call === LIST)).toHaveLength(2);
    const first = `${location.origin}/undangan/14.01.a`;
    const link = screen.getByLabelText<HTMLInputElement>('Tautan untuk Olan Contoh');
    expect(link.value).toBe(first);
    await press('Salin tautan untuk Olan Contoh');
    await press('Salin semua');
    expect(copied).toEqual([first, pasteable(carried.items)]);
    await press('Unduh CSV');
    expect(taken[0]!.name).toBe('undangan-14.01.csv');
    await press('Selesai');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are asked about once when the links would be lost', async () => {
    fakeServer({ [IMPORT]: both });
    await invite();
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    await press('Selesai');
    expect(screen.getByText(/Belum ada tautan yang disalin/)).toBeTruthy();
    await press('Kembali ke tautan');
    expect(screen.queryByText(/Belum ada tautan yang disalin/)).toBeNull();
    await press('Selesai');
    await press('Tutup'); // the cross, a second time
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are not asked about once a link was copied by hand', async () => {
    fakeServer({ [IMPORT]: both });
    await invite();
    await fireEvent.copy(screen.getByLabelText('Tautan untuk Vira Contoh'));
    await press('Tutup');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are waited for: the dialog stays, even when the browser closed it', async () => {
    let answer: (value: Response) => void = () => undefined;
    fakeServer({
      [IMPORT]: ({ query }: { query: string }) => (query === '?check=yes' ? planned : undefined),
    });
    const known = fetch;
    vi.stubGlobal('fetch', (where: string, request: RequestInit) =>
      where.endsWith('check=no')
        ? new Promise((resolve) => (answer = resolve))
        : known(where, request),
    );
    render(Settings);
    await choose();
    await press('Undang 2 orang');
    await screen.findByText(/Jangan tutup halaman ini/);
    await press('Tutup');
    const dialog = screen.getByRole<HTMLDialogElement>('dialog');
    dialog.open = false;
    await fireEvent(dialog, new Event('close'));
    await vi.waitFor(() => expect(dialog.open).toBe(true));
    answer(Response.json(carried));
    await screen.findByText('2 orang sudah diundang');
  });

  it('may have been invited although no answer came', async () => {
    const server = fakeServer({
      [IMPORT]: ({ query }: { query: string }) => {
        if (query === '?check=yes') return planned;
        throw new TypeError('Failed to fetch');
      },
    });
    render(Settings);
    await choose();
    await press('Undang 2 orang');
    await screen.findByText(/Belum pasti apakah undangannya sudah dibuat/);
    expect(server.asked.filter(({ call }) => call === LIST)).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Undang 2 orang' })).toBeTruthy();
  });

  it('are shown as faults when somebody else was quicker', async () => {
    const fault = { field: 'Orang!B2', value: 'olan@contoh.example', text: 'Sudah punya akun.' };
    fakeServer({
      [IMPORT]: ({ query }: { query: string }) =>
        query === '?check=yes' ? planned : refused(422, [fault]),
    });
    render(Settings);
    await choose();
    await press('Undang 2 orang');
    await screen.findByText('Sel B2');
    expect(screen.queryByRole('button', { name: 'Undang 2 orang' })).toBeNull();
  });

  it('are shown in part when there are many', async () => {
    const many = Array.from({ length: 51 }, (_, at) =>
      item(person(`Orang ${at}`, `o${at}@contoh.example`, 'verifier'), null),
    );
    fakeServer({ [IMPORT]: { carried_out: false, items: many } });
    render(Settings);
    await choose();
    await screen.findByText('51 orang akan diundang');
    expect(screen.queryByText('Orang 50')).toBeNull();
    await press('Tampilkan semua');
    expect(screen.getByText('Orang 50')).toBeTruthy();
  });
});

describe('what is taken away', () => {
  it('is harmless in a spreadsheet', () => {
    const odd = item({ ...olan, name: '=HYPERLINK("x")', email: 'a@b.example' }, '/undangan/c');
    expect(csv(['Nama', 'Surel', 'Tautan'], [odd])).toBe(
      `\uFEFFNama,Surel,Tautan\r\n"'=HYPERLINK(""x"")",a@b.example,${location.origin}/undangan/c\r\n`,
    );
  });
});

describe('a refusal', () => {
  it('about anything but the workbook has no faults', () => expect(faultsOf(null)).toEqual([]));
  it('lets a workbook of just 1 MiB go', () =>
    expect(unfit(book('A.XLSX', 1024 * 1024))).toBeNull());
});
