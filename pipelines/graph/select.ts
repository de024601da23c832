import type { Asset } from './asset.ts';
import { type Graph, GraphError } from './graph.ts';
import type { Plan } from './plan.ts';

/**
 * The keys that a selection names: `marts.schools`, `+marts.schools` (with all that it needs), `marts.schools+`
 * (with all that needs it), `marts.*`; several are separated by commas. Throws `GraphError` for a name that fits nothing.
 *
 * Nothing is ever published by a selection, and a site is built only when it is named itself.
 */
export function selectKeys(graph: Graph, selection: string): ReadonlySet<string> {
  const selected = new Set<string>();
  for (const term of selection.split(',').map((text) => text.trim())) {
    if (term === '') continue;
    const pattern = term.replace(/^\+/, '').replace(/\+$/, '');
    const named = graph.order.filter((asset) => fits(asset.key, pattern));
    if (named.length === 0) throw new GraphError(`No asset is named ${pattern}.`);
    for (const asset of named) {
      add(asset);
      if (term.startsWith('+')) walk(asset.key, (key) => graph.needs(key)).forEach(addKey);
      if (term.endsWith('+')) walk(asset.key, (key) => neededBy(graph, key)).forEach(addKey);
    }
  }
  return selected;

  function add(asset: Asset): void {
    if (asset.kind !== 'publish') selected.add(asset.key);
  }

  function addKey(key: string): void {
    const asset = graph.asset(key);
    if (asset.kind !== 'site') add(asset);
  }
}

/** The part of a plan that a selection makes, with all that it needs: what was not selected may only be reused. */
export function selectPlan(plan: Plan, keys: ReadonlySet<string>): Plan {
  const needed = new Set<string>();
  // Every step stands after what it needs, so one walk from the end meets all of them.
  for (const step of [...plan.steps].reverse()) {
    if (!keys.has(step.asset) && !needed.has(step.id)) continue;
    needed.add(step.id);
    // What it reads, and the checks that must hold before it: a site of figures that fail them is never built.
    step.after.forEach((id) => needed.add(id));
  }
  const steps = plan.steps
    .filter((step) => needed.has(step.id))
    .map((step) => (keys.has(step.asset) ? step : { ...step, reuseOnly: true }));
  return { ...plan, steps };
}

function fits(key: string, pattern: string): boolean {
  if (!pattern.includes('*')) return key === pattern;
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(key);
}

function neededBy(graph: Graph, key: string): readonly string[] {
  return graph.order.filter((asset) => graph.needs(asset.key).includes(key)).map((a) => a.key);
}

function walk(start: string, next: (key: string) => readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  const waiting = [start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const other of next(key)) {
      if (met.has(other)) continue;
      met.add(other);
      waiting.push(other);
    }
  }
  return met;
}
