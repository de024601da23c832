import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchIntake } from './intake/cost.ts';
import { type Measured, saveResult, tableLines } from './results.ts';
import { benchTemporal } from './temporal/cost.ts';

/** How much a bench is asked to do. */
export interface BenchOptions {
  readonly rounds: number;
  /** Lines of the file, where there is one. */
  readonly rows: number;
  /** Whether the same work by other tools is measured too. */
  readonly peers: boolean;
}

/** Measures one thing. Told how much of it, and whom to tell what goes on. */
type Bench = (options: BenchOptions, say: (line: string) => void) => Promise<Measured>;

/** Every bench by the name that it is asked for with, and the rounds that its median needs. */
const benches: Readonly<Record<string, { readonly measure: Bench; readonly rounds: number }>> = {
  intake: { measure: benchIntake, rounds: 9 },
  temporal: { measure: ({ rounds }, say) => benchTemporal(rounds, say), rounds: 5 },
};

const usage = `npm run bench -- NAME [--rounds 5] [--rows 10000000] [--smoke] [--save] [--date 2026-01-31] [--machine WORDS]

  NAME is one of: ${Object.keys(benches).join(', ')}.
  Prints what it measured; --save writes it into test/bench/RESULTS.md too, with the date and the machine.
  --smoke measures without other tools beside it, and judges nothing: it fails only when something breaks.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    rows: { type: 'string', default: '10000000' },
    smoke: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    machine: { type: 'string', default: machineWords() },
  },
});
const [name = ''] = positionals;
const bench = benches[name];
if (bench) {
  const { smoke } = values;
  const options = {
    rounds: Number(values.rounds ?? bench.rounds),
    rows: Number(values.rows),
    peers: !smoke,
  };
  const measured = await bench.measure(options, (line) => console.error(line));
  console.log(tableLines(measured).join('\n'));
  if (values.save) saveResult(name, values.date, values.machine, measured);
  process.exitCode = measured.good || smoke ? 0 : 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}

function machineWords(): string {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
}
