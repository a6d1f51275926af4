// Usage: node tools/embed.mjs OUT FOLDER=GLOB...
// Writes OUT.S (takes the bytes in with .incbin) and OUT.cpp (the table of names). A glob ends in
// `*.ext`, `**` or a plain name.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const [out, ...groups] = process.argv.slice(2);

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function matching(glob) {
  const folder = dirname(glob);
  const pattern = basename(glob);
  if (pattern === '**') return filesBelow(folder).map((path) => [relative(folder, path), path]);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) =>
      pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern,
    )
    .map((name) => [name, join(folder, name)]);
}

const files = groups
  .flatMap((group) => {
    const [folder, glob] = group.split(/=(.*)/s);
    return matching(glob).map(([name, path]) => ({ name: `${folder}/${name}`, path }));
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const assembly = files.map(
  ({ path }, i) => `file_${i}:\n  .incbin "${path}"\nfile_${i}_end:\n  .byte 0\n`,
);
const labels = files.map((_, i) => `  .globl jalur_file_${i}, jalur_file_${i}_end\n`);

writeFileSync(
  `${out}.S`,
  `.section .rodata\n${labels.join('')}${assembly.join('').replaceAll('file_', 'jalur_file_')}` +
    '.section .note.GNU-stack,"",@progbits\n',
);
writeFileSync(
  `${out}.cpp`,
  '#include "embedded.h"\n\nextern "C" {\n' +
    files.map((_, i) => `extern const char jalur_file_${i}[], jalur_file_${i}_end[];\n`).join('') +
    '}\n\nnamespace jalur {\n\nstd::vector<EmbeddedFile> embedded_files() {\n  return {\n' +
    files
      .map(
        ({ name }, i) =>
          `      {"${name}", {jalur_file_${i}, static_cast<std::size_t>(jalur_file_${i}_end - jalur_file_${i})}},\n`,
      )
      .join('') +
    '  };\n}\n\n}  // namespace jalur\n',
);
