import type { Schemas } from '../../api/client';

export type Profile = Schemas['Profile'];
export type Design = Required<Schemas['Design']>;
export type DesignPart = keyof Design;

export const PARTS: DesignPart[] = [
  'legal_basis',
  'problem',
  'strategic_issues',
  'method',
  'novelty',
  'how_it_works',
];

const TEXTS = [
  'name',
  'unit',
  'initiator_name',
  'aims',
  'benefits',
  'results',
  'awards',
  'ip_rights',
  'priority_programme',
  'video',
] as const;
/** Empty in the form, null for the API. */
const CHOICES = [
  'initiator',
  'form',
  'theme',
  'trial_on',
  'implemented_on',
  'developed_on',
  'latitude',
  'longitude',
] as const;

type Texts = Record<(typeof TEXTS)[number] | (typeof CHOICES)[number], string>;

/** The profile as the form holds it: every field a text that can be typed. */
export interface ProfileInput extends Texts {
  /** The main one first. */
  affairs: number[];
  digital: '' | 'yes' | 'no';
  design: Design;
  budget: string;
  asta_cita: number[];
}

const DIGITAL = { yes: true, no: false, '': null } as const;

export function inputOf(profile: Profile): ProfileInput {
  const texts = Object.fromEntries(
    [...TEXTS, ...CHOICES].map((name) => [name, profile[name] ?? '']),
  ) as Texts;
  const design = Object.fromEntries(
    ([...PARTS, 'free'] as const).map((part) => [part, profile.design[part] ?? '']),
  ) as Design;
  return {
    ...texts,
    affairs: [...profile.affairs],
    digital: profile.digital === null ? '' : profile.digital ? 'yes' : 'no',
    design,
    budget: profile.budget === null ? '' : String(profile.budget),
    asta_cita: [...profile.asta_cita],
  };
}

/** Whole Rupiah as typed, with or without marks between the thousands; null: not to be read. */
export function rupiahOf(text: string): number | null {
  const digits = text.replace(/^\s*rp\.?/i, '').replace(/[\s.,]/g, '');
  if (!/^\d{1,15}$/.test(digits) || /[.,]\d{1,2}\s*$/.test(text)) return null; // `,50`: sen
  return Number(digits);
}

/** Whether a text is degrees as the form asks; 90 or 180 is the most. */
export function isDegrees(text: string, most: 90 | 180): boolean {
  return /^-?\d{1,3}(\.\d{1,6})?$/.test(text.trim()) && Math.abs(Number(text)) <= most;
}

/** Fields that cannot be sent as they stand. */
export function unreadable(input: ProfileInput): ('budget' | 'latitude' | 'longitude')[] {
  const { budget, latitude, longitude } = input;
  return [
    ...(budget.trim() && rupiahOf(budget) === null ? (['budget'] as const) : []),
    ...(latitude.trim() && !isDegrees(latitude, 90) ? (['latitude'] as const) : []),
    ...(longitude.trim() && !isDegrees(longitude, 180) ? (['longitude'] as const) : []),
  ];
}

/** What is sent: the whole form; what cannot be read stays as the server has it. */
export function given(input: ProfileInput, seen: Profile): Schemas['ProfileGiven'] {
  const wrong = unreadable(input);
  const texts = Object.fromEntries(TEXTS.map((name) => [name, input[name].trim()]));
  const choices = Object.fromEntries(CHOICES.map((name) => [name, input[name].trim() || null]));
  const kept = Object.fromEntries(wrong.map((name) => [name, seen[name]]));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    ...choices,
    revision: seen.revision,
    affairs: input.affairs,
    digital: DIGITAL[input.digital],
    design: input.design,
    budget: input.budget.trim() ? rupiahOf(input.budget) : null,
    asta_cita: input.asta_cita,
    ...kept,
  };
}

/** Words as the program counts them: what stands between spaces. */
export function wordsIn(text: string): number {
  return text.match(/[^ \t\n\v\f\r]+/g)?.length ?? 0;
}

/** Words of the whole design, all parts together. */
export function wordsOf(design: Design): number {
  return Object.values(design).reduce((all, text) => all + wordsIn(text), 0);
}
