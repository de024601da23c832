import { BOX, layOut, type Layout, type Placed } from '../lineage/layout.ts';
import { allChecks, type Lineage } from '../lineage/lineage.ts';
import { type Reach, reachOf } from '../lineage/reach.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { toneOf } from './pill.ts';

/** So much leads to these that their lines are drawn faintly, and marked only for the box pointed at. */
const quiet: readonly string[] = [allChecks, 'database'];

/** Where the figures come from, from left to right. Pointing at a box shows what it needs and what needs it. */
export function lineagePicture({ lineage }: PageFacts): Html {
  const layout = layOut(lineage);
  const reach = reachOf(lineage);
  const numbers = new Map(lineage.nodes.map(({ id }, i) => [id, i]));
  const boxes = [...layout.placed.values()].map((placed) => box(placed, reach, numbers));
  return html`<h2 id="lineage">Where the figures come from</h2>
    <p class="muted">
      Each box needs those that lines lead to from its left. Point at one, or tab to it, to see only
      what it needs and what needs it. Colors are those of the last refresh:
      <span class="pill good">made</span> <span class="pill plain">reused</span>
      <span class="pill warn">blocked</span> <span class="pill bad">failed</span>.
    </p>
    <div class="scroll wide">
      <svg
        class="lineage"
        width="${layout.width}"
        height="${layout.height}"
        viewBox="0 0 ${layout.width} ${layout.height}"
        role="group"
        aria-label="Lineage"
      >
        ${layout.columns.map(
          ({ title, x }) => html`<text class="room" x="${x + 2}" y="14">${title}</text>`,
        )}
        ${lines(lineage, layout, numbers)} ${boxes}
      </svg>
    </div>
    <p id="lineage-words" class="muted" aria-live="polite">&nbsp;</p>`;
}

function box(
  { node, x, y }: Placed,
  reach: ReadonlyMap<string, Reach>,
  numbers: ReadonlyMap<string, number>,
): Html {
  const { needs, neededBy } = reach.get(node.id) ?? { needs: new Set(), neededBy: new Set() };
  const list = (ids: ReadonlySet<string>): string =>
    [...ids].map((id) => numbers.get(id)).join(' ');
  const state = node.state ?? 'not in the last refresh';
  const words = [`${node.label}: ${state}.`, node.about].join(' ');
  return html`<g
    tabindex="0"
    class="node ${node.state === null ? 'none' : toneOf(node.state)}"
    data-box="${numbers.get(node.id)}"
    data-needs="${list(needs)}"
    data-needed="${list(neededBy)}"
    aria-label="${words}"
    transform="translate(${x} ${y})"
  >
    <title>${words}</title>
    <rect width="${BOX.width}" height="${BOX.height}" rx="3"></rect>
    <text x="6" y="12">${shorten(node.label)}</text>
  </g>`;
}

function lines(
  { edges }: Lineage,
  { placed }: Layout,
  numbers: ReadonlyMap<string, number>,
): readonly Html[] {
  return edges.flatMap(([from, to]) => {
    const [a, b] = [placed.get(from), placed.get(to)];
    if (!a || !b) return [];
    return [
      html`<path
        data-line="${numbers.get(from)} ${numbers.get(to)}"
        class="${quiet.includes(to) ? 'quiet' : ''}"
        d="${curve(a, b)}"
      ></path>`,
    ];
  });
}

function curve(a: Placed, b: Placed): string {
  const y1 = a.y + BOX.height / 2;
  const y2 = b.y + BOX.height / 2;
  const x1 = a.x + BOX.width;
  if (b.x > a.x) {
    const pull = Math.max(20, (b.x - x1) / 2);
    return `M${x1} ${y1}C${x1 + pull} ${y1} ${b.x - pull} ${y2} ${b.x} ${y2}`;
  }
  // Both stand in one column, or it leads back: around the right side.
  const out = x1 + 10 + Math.min(26, Math.abs(y2 - y1) / 12);
  return `M${x1} ${y1}C${out} ${y1} ${out} ${y2} ${b.x + BOX.width} ${y2}`;
}

/** What fits into a box; the whole name stands in its title. */
function shorten(label: string): string {
  return label.length > 22 ? `${label.slice(0, 21)}…` : label;
}
