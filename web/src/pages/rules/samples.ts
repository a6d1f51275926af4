// Small rulesets for the tests of this folder.
import type { Indicator, Ruleset } from '../../api/rulesets';

export function indicator(id: string, values: Partial<Indicator> = {}): Indicator {
  return {
    id,
    aspect: 'government',
    variable: 'Institusi',
    name: { id: `Indikator ${id}`, en: `Indicator ${id}` },
    short_name: { id: `Ind ${id}`, en: `Ind ${id}` },
    weight: '1.00',
    maximum: '3.00',
    mandatory: false,
    levels: ['Satu', 'Dua', 'Tiga'],
    measures: [],
    evidence: [],
    sources: ['SIM26'],
    ...values,
  };
}

export function ruleset(values: Partial<Ruleset> = {}): Ruleset {
  return {
    id: 'iid-2026',
    year: 2026,
    title: { id: 'Indeks Inovasi Daerah 2026', en: 'Regional Innovation Index 2026' },
    prognosis: false,
    formula: {
      minimum_divisor: 12,
      points_per_innovation: '0.38',
      innovations_cap: 200,
      basic_services: [1, 2, 3, 4, 5, 6],
      basic_services_required: 5,
      rejected_in_divisor: true,
      rejected_in_number: false,
      maximum: '250.00',
      sources: ['SIM26'],
    },
    classes: [
      { name: 'Sangat Inovatif', from: '65.01', sources: ['SIM26'] },
      { name: 'Inovatif', from: '40.01', sources: ['SIM26'] },
      { name: 'Kurang Inovatif', from: '0.01', sources: ['SIM26'] },
      { name: 'Tidak Dapat Dinilai', from: '0.00', sources: ['SIM26'] },
    ],
    eligibility: {
      stages: ['implementation'],
      window: [-2, -1],
      development_renews: true,
      minimum_words: 300,
      sources: ['SIM26'],
    },
    number: { id: '36', name: { id: 'Jumlah inovasi daerah', en: 'Number of innovations' } },
    indicators: [indicator('1'), indicator('16', { aspect: 'innovation', weight: '3.00' })],
    maxima: { government: '63.00', maturity: '111.00', number: '76.00', total: '250.00' },
    sources: [
      { key: 'SIM26', title: 'Salinan Lampiran I dan II', address: 'salinan umum' },
      { key: 'GATRA22', title: 'Kepala BSKDN', address: 'https://gatra.com/news-565910' },
    ],
    assumptions: [],
    ...values,
  };
}
