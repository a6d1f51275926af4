// The smallest XLSX that holds one sheet of texts, for the stories.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const PACKAGE = `${OFFICE}/package/2006`;
const SHEET = `${OFFICE}/spreadsheetml/2006/main`;
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function crc32(bytes) {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

/** Numbers of 2 or 4 bytes, low byte first: `[2, 20]` is 20 in two bytes. */
function packed(...numbers) {
  const bytes = Buffer.alloc(numbers.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, number] of numbers) at = bytes.writeUIntLE(number, at, size);
  return bytes;
}

/** A ZIP whose parts are stored as they are (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
function zipped(parts) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const sizes = [
      [4, crc32(body)],
      [4, body.length],
      [4, body.length],
      [2, path.length],
      [2, 0],
    ];
    const common = [[2, 20], [2, 0], [2, 0], [2, 0], [2, 33], ...sizes];
    const local = Buffer.concat([packed([4, 0x04034b50], ...common), path, body]);
    const places = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    directory.push(packed([4, 0x02014b50], [2, 20], ...common, ...places), path);
    bodies.push(local);
    offset += local.length;
  }
  const entries = Object.keys(parts).length;
  const index = Buffer.concat(directory);
  const counts = [
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, index.length],
    [4, offset],
    [2, 0],
  ];
  return Buffer.concat([...bodies, index, packed([4, 0x06054b50], ...counts)]);
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function cell(text, row, column) {
  const place = `${String.fromCharCode(65 + column)}${row + 1}`;
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
}

/** A workbook with one sheet of that name; `rows` are lists of texts. */
export function workbook(name, rows) {
  const lines = rows.map(
    (row, line) =>
      `<row r="${line + 1}">${row.map((text, i) => cell(text, line, i)).join('')}</row>`,
  );
  const relations = (type, target) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
    `Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
  return zipped({
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${RELATION}"><sheets>` +
      `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  });
}
