import { ROOMS } from '../rooms.ts';
import type { Lineage, LineageNode } from './lineage.ts';

/** Where a box stands. */
export interface Placed {
  readonly node: LineageNode;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly placed: ReadonlyMap<string, Placed>;
  readonly columns: readonly { readonly title: string; readonly x: number }[];
}

export const BOX = { width: 126, height: 17 } as const;
const gap = { column: 36, row: 5, top: 30 } as const;
/** A room with more boxes than this takes two columns, what needs others of the room in the second. */
const tallest = 30;

/** A column for each room, from left to right; in a column, boxes stand near what they are tied to. */
export function layOut({ nodes, edges }: Lineage): Layout {
  const columns = ROOMS.flatMap(({ id, title }) => {
    const boxes = nodes.filter(({ room }) => room === id);
    return split(boxes, edges).map((column, i) => ({ title: i === 0 ? title : '', column }));
  });
  let order = columns.map(({ column }) => column);
  for (let round = 0; round < 8; round += 1) order = reorder(order, edges);
  const rows = Math.max(...order.map((column) => column.length));
  const height = gap.top + rows * (BOX.height + gap.row) + gap.row;
  const placed = order.flatMap((column, i) => {
    const step = (height - gap.top) / Math.max(1, column.length);
    return column.map((node, row) => ({
      node,
      x: i * (BOX.width + gap.column),
      y: Math.round(gap.top + (row + 0.5) * step - BOX.height / 2),
    }));
  });
  return {
    width: columns.length * (BOX.width + gap.column),
    height,
    placed: new Map(placed.map((place) => [place.node.id, place])),
    columns: columns.map(({ title }, i) => ({ title, x: i * (BOX.width + gap.column) })),
  };
}

type Column = readonly LineageNode[];

function split(boxes: Column, edges: Lineage['edges']): readonly Column[] {
  if (boxes.length <= tallest) return [boxes];
  const own = new Set(boxes.map(({ id }) => id));
  const depth = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const needs = edges.filter(([from, to]) => to === id && own.has(from));
    const found = needs.length === 0 ? 0 : 1 + Math.max(...needs.map(([from]) => depthOf(from)));
    depth.set(id, found);
    return found;
  };
  const byDepth = [...boxes].sort((a, b) => depthOf(a.id) - depthOf(b.id));
  const half = Math.ceil(boxes.length / 2);
  return [byDepth.slice(0, half), byDepth.slice(half)];
}

/** Each box moves to the middle of those that it is tied to, as they stand now. */
function reorder(columns: readonly Column[], edges: Lineage['edges']): Column[] {
  const height = new Map(
    columns.flatMap((column) =>
      column.map(({ id }, row) => [id, (row + 0.5) / column.length] as const),
    ),
  );
  const middle = (id: string): number => {
    const ties = edges.flatMap(([from, to]) => (from === id ? [to] : to === id ? [from] : []));
    const heights = ties.map((tie) => height.get(tie) ?? 0.5);
    return heights.length === 0
      ? (height.get(id) ?? 0.5)
      : heights.reduce((sum, y) => sum + y, 0) / heights.length;
  };
  return columns.map((column) =>
    column
      .map((node) => ({ node, at: middle(node.id) }))
      .sort((a, b) => a.at - b.at)
      .map(({ node }) => node),
  );
}
