import type { Schemas } from '../../api/client';
import type { Evidence } from './attached.svelte';

/** What is said of evidence, as a form holds it. */
export interface WordsInput {
  title: string;
  number: string;
  dated_on: string;
  signer: string;
  link: string;
  shared: boolean;
}

export function noWords(): WordsInput {
  return { title: '', number: '', dated_on: '', signer: '', link: '', shared: false };
}

export function wordsOf(evidence: Evidence): WordsInput {
  const { title, number, signer, shared } = evidence;
  return { title, number, signer, shared, dated_on: evidence.dated_on ?? '', link: '' };
}

export function given(input: WordsInput): Schemas['EvidenceWords'] {
  return {
    title: input.title.trim(),
    number: input.number.trim(),
    dated_on: input.dated_on || null,
    signer: input.signer.trim(),
  };
}

/** Whether a text is an address that a link may have. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}
