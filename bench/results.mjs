// Usage: node bench/results.mjs NATION_JSON HTTP_MD
// Prints bench/RESULTS.md: the measurements of nation_bench as a table with the ratio to their
// peers, and the table of bench/http/run.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [nationFile, httpFile] = process.argv.slice(2);
const { benchmarks } = JSON.parse(readFileSync(nationFile, 'utf8'));

// Milliseconds of a benchmark: the median of its calls where each was timed, else the mean.
function milliseconds(name) {
  const run = benchmarks.find((each) => each.name.split('/')[0] === name);
  const unit = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 }[run.time_unit];
  return run.median_ms ?? run.real_time * unit;
}

const rows = [
  {
    work: 'Nation scored from memory, claimed and verified (546 regions, 36,742 innovations)',
    name: 'score_nation_by_columns',
    bar: '< 10 ms on one core',
    peer: 'score_nation_by_records',
    peerWork: 'the same region by region from records',
  },
  {
    work: 'Nation read from SQLite and scored',
    name: 'score_nation_from_store',
    bar: '-',
    peer: 'read_nation_with_sqlite_alone',
    peerWork: 'SQLite alone stepping over the same rows',
  },
  {
    work: 'Claim saved durably, new index in the answer (SQLite, nation loaded; median)',
    name: 'save_claim_to_new_index',
    bar: '< 5 ms',
    peer: 'durable_transaction_with_sqlite_alone',
    peerWork: 'one durable SQLite transaction of three inserts',
  },
  {
    work: 'First page of 2,000 innovations with 40,000 claims, for an operator (median)',
    name: 'list_as_operator',
    bar: '< 20 ms, not slower than a coordinator',
    peer: 'list_as_coordinator',
    peerWork: 'the same page for a coordinator',
  },
];

// Saves a second, of many callers at once; the peer waits for the disk every time.
const together = benchmarks.find((each) => each.name.startsWith('save_claims_together'));
const perSecond = Math.round(together.items_per_second);
const alone = Math.round(1000 / milliseconds('durable_transaction_with_sqlite_alone'));

const shown = (ms) => `${ms < 1 ? ms.toFixed(3) : ms.toFixed(2)} ms`;
const line = ({ work, name, bar, peer, peerWork }) => {
  const own = milliseconds(name);
  const other = milliseconds(peer);
  return `| ${work} | ${shown(own)} | ${bar} | ${peerWork}: ${shown(other)} | ${(own / other).toFixed(2)} |`;
};

console.log(`# What we measured

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}; machine: ${cpus().length} x ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB.
A ratio compares with the peer of the same run; times alone say little on another machine.

## Index and store

| work | measured | bar | peer | time / peer |
|---|---|---|---|---|
${rows.map(line).join('\n')}

Durable claim saves by 64 operators at once, permissions checked, each with its entry in the log: **${perSecond}/s** (bar: 3,000/s); SQLite alone, one caller, ${alone} transactions/s: ratio ${(perSecond / alone).toFixed(2)}.

## HTTP

${readFileSync(httpFile, 'utf8').trim()}`);
