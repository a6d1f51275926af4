// PDF files for the stories, made on the spot.

/** A PDF of one page with these words on it, filled up with noise to so many bytes. */
export function bigPdf(words, bytes) {
  const content = `BT /F1 24 Tf 72 700 Td (${words}) Tj ET`;
  const head =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
    '2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n' +
    '4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R' +
    '/Resources<</Font<</F1 3 0 R>>>>>>endobj\n' +
    `5 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n`;
  const tail = '\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const filling = '%'.repeat(bytes - head.length - tail.length);
  return Buffer.from(head + filling + tail, 'latin1');
}
