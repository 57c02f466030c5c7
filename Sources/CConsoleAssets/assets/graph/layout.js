/**
 * Places a small directed graph with nested containers, top to bottom. Layout is always automatic: no position is ever stored.
 *
 * In: `{nodes: [{id, w, h, kids?, pad?}], edges: [{id, from, to, label?: {w, h}, weight?}], start}`.
 * Out: `{w, h, nodes: [{…, x, y, w, h, lanes?}], edges: [{…, pts, label?, back, self?}], crossings}`; x and y are top left corners.
 */
import { layersOf } from './layout-layers.js';
import { placeLayers } from './layout-places.js';

/** The room a container keeps around its lanes unless its node says otherwise. */
const PADDING = { t: 44, x: 16, b: 16, gap: 16 };

/** Places a graph; containers first, so that each has the size its inside needs. */
export function layout(graph) {
  const insides = new Map();
  const nodes = graph.nodes.map(node => {
    if (!node.kids) return { ...node };
    const { size, lanes } = lanesIn(node);
    insides.set(node.id, lanes);
    return { ...node, ...size, kids: undefined };
  });
  const placed = placeLayers(layersOf(nodes, graph.edges, graph.start));
  for (const [id, lanes] of insides) unfold(placed, placed.nodes.find(node => node.id === id), lanes);
  return placed;
}

/** Lays the sub-graphs of a container side by side. */
function lanesIn(node) {
  const padding = node.pad ?? PADDING, inside = node.kids.map(layout);
  const height = Math.max(0, ...inside.map(lane => lane.h));
  let x = padding.x;
  const lanes = inside.map(lane => {
    const place = { lane, dx: x, dy: padding.t, w: lane.w, h: height };
    x += lane.w + padding.gap;
    return place;
  });
  const needed = x - padding.gap + padding.x, width = Math.max(node.w, needed);
  for (const place of lanes) place.dx += (width - needed) / 2;
  return { size: { w: width, h: padding.t + height + padding.b }, lanes };
}

/** Adds what lies inside a container to the graph around it. */
function unfold(placed, container, lanes) {
  container.lanes = [];
  for (const { lane, dx, dy, w, h } of lanes) {
    const ox = container.x + dx, oy = container.y + dy;
    container.lanes.push({ x: ox, y: oy, w, h });
    for (const node of lane.nodes) {
      const inner = node.lanes?.map(l => ({ ...l, x: l.x + ox, y: l.y + oy }));
      placed.nodes.push({ ...node, x: node.x + ox, y: node.y + oy, lanes: inner });
    }
    for (const edge of lane.edges) {
      const label = edge.label && { ...edge.label, x: edge.label.x + ox, y: edge.label.y + oy };
      placed.edges.push({ ...edge, pts: edge.pts.map(([x, y]) => [x + ox, y + oy]), label });
    }
    placed.crossings += lane.crossings;
  }
}

/** An edge as an SVG path, smooth, with vertical tangents at every point. */
export function pathOf(edge) {
  const points = edge.pts;
  let path = `M${points[0][0]} ${points[0][1]}`;
  if (edge.self) return `${path}C${points.slice(1).map(([x, y]) => `${x} ${y}`).join(' ')}`;
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1], [x1, y1] = points[i], bend = (y1 - y0) / 2;
    path += Math.abs(x0 - x1) < 0.75 ? `L${x1} ${y1}` : `C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${y1}`;
  }
  return path;
}
