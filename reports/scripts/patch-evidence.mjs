/*
 * Repairs of Evidence 40.1.8, whose makers publish no further version (see reports/README.md).
 * Runs after every install; fails loudly when a repair no longer fits.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/@evidence-dev/', import.meta.url));

/** Replaces `before` by `after` everywhere in the file; a file that holds `after` is done already. */
function repair(file, before, after) {
  const path = folder + file;
  const text = readFileSync(path, 'utf8');
  if (text.includes(after)) return;
  if (!text.includes(before))
    throw new Error(`A repair of Evidence does not fit any more: ${path}`);
  writeFileSync(path, text.replaceAll(before, after));
}

// The engine in the browser is the last one that reads Parquet without fetching an extension.
// It is older than two of the settings that Evidence makes, so these may fail.
for (const file of ['browser', 'node']) {
  for (const setting of ['ieee_floating_point_ops = false', 'old_implicit_casting = true']) {
    const statement = `connection.query('SET ${setting};')`;
    repair(
      `universal-sql/src/client-duckdb/${file}.js`,
      `\n\t\tawait ${statement};`,
      `\n\t\ttry { await ${statement}; } catch { /* unknown to it */ }`,
    );
  }
}

// A date that is missing would read 1970-01-01.
repair(
  'universal-sql/src/client-duckdb/both.js',
  'row[col.name] = new Date(row[col.name]);',
  'row[col.name] = row[col.name] == null ? null : new Date(row[col.name]);',
);

// A table without rows would be a file of no bytes, which no page can read; a district may well lack staff or results.
repair(
  'universal-sql/src/build-parquet.js',
  'if (currentBatch.length) await flush(currentBatch);',
  'if (currentBatch.length || batchNum === 0) await flush(currentBatch);',
);

// The engine is fetched when a page asks it something, not with every first visit:
// the answers that a page shows at first come with the page.
repair(
  'evidence/template/src/pages/+layout.js',
  'const database_initialization = profile(loadDB);',
  `let opening;
const database_initialization = {
	then: (...next) => (opening ??= profile(loadDB)).then(...next)
};`,
);

// A published site has no page of settings and no console for SQL.
for (const page of ['explore', 'settings']) {
  rmSync(`${folder}evidence/template/src/pages/${page}`, { recursive: true, force: true });
}

// The server's half of a build need not pack the whole of the page compiler.
repair(
  'evidence/template/vite.config.js',
  "external: ['@evidence-dev/telemetry',",
  "external: ['@evidence-dev/preprocess', '@evidence-dev/telemetry',",
);
