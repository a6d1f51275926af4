// Work in progress in the sample year 2026: evidence, verdicts, an objection, drafts and an idea, made
// through the API by the people whose work it is.
import { bigPdf } from './pdf.mjs';

const REGION = '/api/v1/regions/14.01';
const YEAR = `${REGION}/years/2026`;
export const WORKED = 'daerah=14.01&tahun=2026';

const DOCUMENTS = [
  {
    title: 'Keputusan Bupati tentang Penetapan Inovasi Daerah Kabupaten Kampar Tahun 2025',
    number: '821/KPTS/2025',
    dated_on: '2025-03-01',
  },
  {
    title: 'Laporan pelaksanaan bimbingan teknis inovasi bagi perangkat daerah',
    number: '005/1200/BPP',
    dated_on: '2024-09-11',
  },
  { title: 'Foto kegiatan', number: '', dated_on: '2022-01-05' },
];

class Work {
  #house;
  constructor(house) {
    this.#house = house;
  }

  async send(role, method, path, body, headers = {}) {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(this.#house.address + path, {
      method,
      headers: {
        ...(role ? { cookie: await this.#house.cookieOf(role) } : {}),
        ...(raw || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw || body === undefined ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${role} ${method} ${path}: ${answer.status} ${text}`);
    const location = answer.headers.get('location');
    return location ? { location } : text && JSON.parse(text);
  }

  async #upload(name, bytes) {
    const tus = { 'tus-resumable': '1.0.0' };
    const filename = Buffer.from(name).toString('base64');
    const { location } = await this.send('operator', 'POST', `${REGION}/uploads`, undefined, {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${filename}`,
    });
    await this.send('operator', 'PATCH', location, new Uint8Array(bytes), {
      ...tus,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    });
    return location.split('/').at(-1);
  }

  async document(words, unit) {
    const upload = await this.#upload('dokumen.pdf', bigPdf(words.title, 2_000));
    const body = { ...words, signer: 'Bupati Kampar', unit, upload };
    return (await this.send('operator', 'POST', `${REGION}/evidence`, body)).id;
  }

  async claim(submission, indicator, level) {
    const path = `/api/v1/submissions/${submission}/claims/${indicator}`;
    await this.send('operator', 'PUT', path, { level: 0 });
    await this.send('operator', 'PUT', path, { level });
  }

  async attach(submission, indicator, evidence) {
    const path = `/api/v1/submissions/${submission}/claims/${indicator}/evidence/${evidence}`;
    await this.send('operator', 'PUT', path, {});
  }

  async verdict(submission, indicator, given) {
    const path = `/api/v1/submissions/${submission}/claims/${indicator}`;
    const { claim } = await this.send('verifier', 'GET', path);
    const body = { claim_revision: claim.claim_revision, ...given };
    await this.send('verifier', 'POST', `${path}/verification`, body);
  }

  async draft(given) {
    return (await this.send('operator', 'POST', `${YEAR}/innovations`, given)).submission;
  }
}

/** Does it, and answers the ids of what is to be looked at. */
export async function doWork(house) {
  const work = new Work(house);
  const { sample_people: people } = await (await fetch(`${house.address}/api/v1/session`)).json();
  const { unit } = people.find(({ role }) => role === 'operator');
  const evidence = [];
  for (const words of DOCUMENTS) evidence.push(await work.document(words, unit));

  const query = `limit=200&state=submitted&unit=${encodeURIComponent(unit)}`;
  const { items } = await work.send('operator', 'GET', `${YEAR}/innovations?${query}`);
  const { submission } = items.find(({ counted }) => counted);
  for (const indicator of ['16', '17', '20']) await work.attach(submission, indicator, evidence[0]);
  await work.attach(submission, '20', evidence[1]);
  for (const [indicator, level] of Object.entries({ 16: 3, 17: 2, 18: 2 }))
    await work.claim(submission, indicator, level);
  await work.verdict(submission, '17', {
    verdict: 'returned',
    level: 0,
    reason: 'Surat keputusan belum ditandatangani oleh Bupati',
  });
  await work.verdict(submission, '18', {
    verdict: 'lowered',
    level: 1,
    reason: 'Dokumen hanya menunjukkan satu tahun anggaran',
  });
  const claims = `/api/v1/submissions/${submission}/claims`;
  await work.send('operator', 'POST', `${claims}/18/objection`, {
    reason: 'Halaman empat memuat dua tahun anggaran.',
  });
  await work.send('verifier', 'POST', `${claims}/17/remarks`, {
    text: 'Mohon unggah halaman yang sudah ditandatangani.',
  });

  const handedIn = await work.draft({
    name: 'Layanan Jemput Bola Administrasi Kependudukan bagi Lansia dan Penyandang Disabilitas',
    unit,
    affair: 3,
    stage: 'implementation',
  });
  await work.send('operator', 'POST', `/api/v1/submissions/${handedIn}/hand-in`, {});
  const draft = await work.draft({
    name: 'Kartu Antrean Digital Puskesmas',
    unit,
    affair: 2,
    stage: 'trial',
  });
  await work.send(null, 'POST', `${REGION}/proposals`, {
    name: 'Warga Contoh',
    contact: 'warga@contoh.example',
    title: 'Jadwal puskesmas keliling lewat pesan singkat',
    problem: 'Warga desa tidak tahu kapan puskesmas keliling datang.',
    idea: 'Kirim jadwal tiap awal bulan melalui pesan singkat.',
  });
  return { submission, draft, evidence };
}

/** The screens of that work: who sees them, and where. */
export function workScreens({ submission, draft, evidence }) {
  return {
    'innovation being worked on': ['operator', `/inovasi/${submission}?${WORKED}`],
    'a new draft': ['operator', `/inovasi/${draft}?${WORKED}`],
    'profile form': ['operator', `/inovasi/${draft}/profil?${WORKED}`],
    evidence: ['operator', `/data-dukung?${WORKED}`],
    'one piece of evidence': ['operator', `/data-dukung?${WORKED}&satu=${evidence[0]}`],
    'evidence, none fits': ['operator', `/data-dukung?${WORKED}&cari=tidakada`],
    endorsements: ['unit_head', `/pengesahan?${WORKED}`],
    queue: ['verifier', `/antrean?${WORKED}`],
    'a claim to judge': ['verifier', `/antrean?${WORKED}&klaim=${submission}.16`],
    'home of the coordinator': ['coordinator', `/?${WORKED}`],
    'citizens’ ideas': ['coordinator', `/usulan?${WORKED}`],
    'year and its calendar': ['coordinator', `/pengaturan?bagian=tahun&${WORKED}`],
    'tree of units': ['coordinator', `/pengaturan?bagian=unit&${WORKED}`],
    'propose an idea': [null, '/usul?daerah=14.01'],
  };
}
