// Usage: node bench/results.mjs NATION_JSON PLAN_JSON SIMULATION_JSON HTTP_MD
// Prints bench/RESULTS.md: the measurements of nation_bench as a table with the ratio to their
// peers, those of plan_bench beside CBC, simulation_bench, and the table of bench/http/run.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [nationFile, planFile, simulationFile, httpFile] = process.argv.slice(2);
const runs = (file) => JSON.parse(readFileSync(file, 'utf8')).benchmarks;
const benchmarks = runs(nationFile);
const plans = runs(planFile);
const simulations = runs(simulationFile);

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

// Five random questions of each kind; the worst of them counts against the bar.
const planLine = ([work, name, bar]) => {
  const run = plans.find((each) => each.name === name);
  const size = name.split('/')[1];
  const mean = (each) => 1000 / each.items_per_second;
  const peer = name.startsWith('plan/')
    ? mean(plans.find((each) => each.name.startsWith(`cbc/${size}/`)))
    : undefined;
  const beside = peer ? `${shown(peer)} | ${(mean(run) / peer).toFixed(4)}` : '- | -';
  return `| ${work} | ${shown(mean(run))} | ${shown(run.worst_ms)} | ${bar} | ${beside} |`;
};
const planRows = [
  ['20 innovations', 'plan/20', '-'],
  ['50 innovations', 'plan/50', '-'],
  ['100 innovations', 'plan/100', '< 50 ms'],
  ['200 innovations', 'plan/200', '< 200 ms'],
  ['100 innovations, 8 bundles', 'plan_with_bundles/100', '< 500 ms'],
  ['200 innovations, 8 bundles', 'plan_with_bundles/200', '-'],
  ['100 innovations, 8 bundles, 10 new, withholding', 'plan_with_all/100', '< 500 ms'],
  ['200 innovations, 8 bundles, 10 new, withholding', 'plan_with_all/200', '-'],
  ['the whole curve, 100 innovations', 'curve/100', '< 1 s'],
  ['the whole curve, 200 innovations', 'curve/200', '-'],
];
const planMemory = Math.max(
  ...plans.filter((each) => !each.name.startsWith('cbc')).map((each) => each.peak_mb),
);
const simulationLine = (run) =>
  `- ${run.name.split('/')[1]} thread(s): ${shown(run.real_time)} (bar: 1 s on two cores)`;

console.log(`# What we measured

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}; machine: ${cpus().length} x ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB.
A ratio compares with the peer of the same run; times alone say little on another machine.

## Index and store

| work | measured | bar | peer | time / peer |
|---|---|---|---|---|
${rows.map(line).join('\n')}

Durable claim saves by 64 operators at once, permissions checked, each with its entry in the log: **${perSecond}/s** (bar: 3,000/s); SQLite alone, one caller, ${alone} transactions/s: ratio ${(perSecond / alone).toFixed(2)}.

## Plans

Random questions with 20 indicators an innovation and 12 government rows, all proven; one core; the peer is COIN-OR CBC on the same questions.

| question | mean | worst | bar of the worst | CBC, mean | time / CBC |
|---|---|---|---|---|---|
${planRows.map(planLine).join('\n')}

Memory at the most: ${planMemory.toFixed(0)} MB, the program whole. 1,000 random plans of up to 12 innovations with bundles, new ones and withholding were as cheap as CBC says.

## Simulation

10,000 draws of 546 regions with ranks, ${simulations[0].waiting.toLocaleString('en')} claims waiting, from the records to every figure:

${simulations.map(simulationLine).join('\n')}

## HTTP

${readFileSync(httpFile, 'utf8').trim()}`);
