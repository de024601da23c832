import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Measured, saveResult, tableLines } from './results.ts';
import { benchTemporal } from './temporal/cost.ts';

/** Measures one thing. Told how many rounds to play, and whom to tell what goes on. */
export type Bench = (rounds: number, say: (line: string) => void) => Promise<Measured>;

/** Every bench by the name that it is asked for with. */
const benches: Readonly<Record<string, Bench>> = { temporal: benchTemporal };

const usage = `npm run bench -- NAME [--rounds 5] [--save] [--date 2026-01-31] [--machine WORDS]

  NAME is one of: ${Object.keys(benches).join(', ')}.
  Prints what it measured; --save writes it into test/bench/RESULTS.md too, with the date and the machine.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    save: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    machine: { type: 'string', default: machineWords() },
  },
});
const [name = ''] = positionals;
const bench = benches[name];
if (bench) {
  const measured = await bench(Number(values.rounds), (line) => console.error(line));
  console.log(tableLines(measured).join('\n'));
  if (values.save) saveResult(name, values.date, values.machine, measured);
  process.exitCode = measured.good ? 0 : 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}

function machineWords(): string {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
}
