/** Where the vertices of ordered layers stand, and how the edges run between them. */

const GAP_STATES = 36, GAP_ROWS = 18, GAP_EDGES = 16, GAP_LABEL = 18, GAP_MIXED = 22;
/** A shift in pixels that nobody sees. */
const STILL = 0.01;
const half = value => Math.round(value * 2) / 2;

/** Places ordered layers; the answer is that of `layout` without what lies inside containers. */
export function placeLayers(graph) {
  const room = roomIn(graph);
  pullTogether(graph, room);
  straighten(graph, room);
  return route(graph);
}

/** The least distance between the middles of two neighbours. */
function roomIn({ vertices }) {
  return (p, q) => {
    const [a, b] = [vertices[p], vertices[q]];
    const gap = a.isState && b.isState ? GAP_STATES
      : a.hasLabel || b.hasLabel ? GAP_LABEL : a.isState || b.isState ? GAP_MIXED : GAP_EDGES;
    return (a.w + b.w) / 2 + gap;
  };
}

/**
 * Moves a layer as near to where its vertices want to be as their distances allow (pool adjacent violators).
 *
 * @returns how far the one went that went farthest
 */
function settle({ vertices }, room, layer, wish) {
  const offsets = [], blocks = [];
  layer.forEach((v, i) => {
    offsets.push(i ? offsets[i - 1] + room(layer[i - 1], v) : 0);
    const [x, weight] = wish(v);
    blocks.push({ sum: (x - offsets[i]) * weight, weight, count: 1 });
    while (blocks.length > 1) {
      const last = blocks.at(-1), before = blocks.at(-2);
      if (before.sum / before.weight <= last.sum / last.weight) break;
      before.sum += last.sum;
      before.weight += last.weight;
      before.count += last.count;
      blocks.pop();
    }
  });
  let i = 0, most = 0;
  for (const block of blocks) {
    for (let k = 0; k < block.count; k++, i++) {
      const vertex = vertices[layer[i]], x = block.sum / block.weight + offsets[i];
      most = Math.max(most, Math.abs(x - vertex.x));
      vertex.x = x;
    }
  }
  return most;
}

function meanOf({ vertices }, neighbours, own) {
  let sum = 0, weight = 0;
  for (const [u, k] of neighbours) {
    sum += vertices[u].x * k;
    weight += k;
  }
  return weight ? [sum / weight, weight] : [own, 0.05];
}

/** Pulls every vertex towards its neighbours, by turns from above, from below and from both sides. */
function pullTogether(graph, room) {
  const { vertices, layers, up, down } = graph;
  for (const layer of layers) {
    let x = 0;
    layer.forEach((v, i) => {
      x += i ? room(layer[i - 1], v) : 0;
      vertices[v].x = x;
    });
    for (const v of layer) vertices[v].x -= x / 2;
  }
  const rounds = vertices.length > 2_000 ? 10 : 30, both = vertices.map((_, v) => [...up[v], ...down[v]]);
  let moved = 0;
  const pull = (row, neighbours) => { moved = Math.max(moved, settle(graph, room, layers[row], v => meanOf(graph, neighbours[v], vertices[v].x))); };
  const downwards = () => { for (let row = 1; row < layers.length; row++) pull(row, up); };
  const upwards = () => { for (let row = layers.length - 2; row >= 0; row--) pull(row, down); };
  const inBothWays = () => { for (let row = 0; row < layers.length; row++) pull(row, both); };
  // By turns until nothing moves any more that could be seen.
  const repeat = (times, ...steps) => {
    for (let round = 0; round < times; round++) {
      moved = 0;
      for (const step of steps) step();
      if (moved < STILL) break;
    }
  };
  repeat(rounds * 2 / 3, downwards, upwards);
  repeat(rounds * 2 / 3, inBothWays);
}

/** The neighbour that pulls strongest, or -1 when two pull alike. */
function chiefOf(neighbours) {
  let most = 0, who = -1, isTie = false;
  for (const [u, weight] of neighbours) {
    if (weight > most + 1e-6) [most, who, isTie] = [weight, u, false];
    else if (weight > most - 1e-6) isTie = true;
  }
  return isTie ? -1 : who;
}

/** Gives a run of vertices, each the other's chief neighbour, one x where its room allows. */
function straighten(graph, room) {
  const { vertices, layers, up, down } = graph;
  const next = vertices.map((_, v) => {
    const u = chiefOf(down[v]);
    return u >= 0 && chiefOf(up[u]) === v ? u : -1;
  });
  const isHead = vertices.map((_, v) => {
    const u = chiefOf(up[v]);
    return !(u >= 0 && next[u] === v);
  });
  const chains = [];
  isHead.forEach((head, v) => {
    if (!head) return;
    const chain = [v];
    while (next[chain.at(-1)] >= 0) chain.push(next[chain.at(-1)]);
    if (chain.length > 1) chains.push(chain);
  });
  const states = chain => chain.filter(v => vertices[v].isState).length;
  chains.sort((p, q) => states(q) - states(p) || q.length - p.length);
  for (let round = 0; round < 3; round++) {
    for (const chain of chains) alignChain(graph, room, chain);
    if (round === 2) break;
    for (const layer of layers) {
      settle(graph, room, layer, v => {
        const isChained = next[v] >= 0 || !isHead[v];
        return isChained ? [vertices[v].x, 40] : meanOf(graph, [...up[v], ...down[v]], vertices[v].x);
      });
    }
  }
}

function alignChain(graph, room, chain) {
  const { vertices, layers, position, up, down } = graph;
  for (let i = 0; i < chain.length;) {
    let low = -1e9, high = 1e9, j = i;
    for (; j < chain.length; j++) {
      const v = chain[j], layer = layers[vertices[v].rank], k = position[v];
      const least = k ? vertices[layer[k - 1]].x + room(layer[k - 1], v) : -1e9;
      const most = k + 1 < layer.length ? vertices[layer[k + 1]].x - room(v, layer[k + 1]) : 1e9;
      if (Math.max(low, least) > Math.min(high, most) + 1e-6) break;
      [low, high] = [Math.max(low, least), Math.min(high, most)];
    }
    const run = chain.slice(i, j), states = run.filter(v => vertices[v].isState), of = states.length ? states : run;
    let x = of.reduce((sum, v) => sum + vertices[v].x, 0) / Math.max(1, of.length);
    if (run.length && !states.length) {
      const before = i ? chain[i - 1] : up[chain[0]][0]?.[0], after = j < chain.length ? chain[j] : down[chain.at(-1)][0]?.[0];
      const fits = before !== undefined && vertices[before].x >= low && vertices[before].x <= high;
      x = fits ? vertices[before].x : after !== undefined ? vertices[after].x : x;
    }
    for (const v of run) vertices[v].x = Math.min(high, Math.max(low, x));
    i = Math.max(j, i + 1);
  }
}

/** Rows get their y, edges their bends and ports. */
function route(graph) {
  const { nodes, vertices, layers, selves, flows, outgoing, incoming } = graph;
  const heights = layers.map((layer, row) => Math.max(row % 2 ? 0 : 2, ...layer.map(v => vertices[v].h)));
  const tops = [];
  let y = 0;
  heights.forEach((height, row) => {
    tops[row] = y;
    y += height + GAP_ROWS;
  });
  let least = Infinity, most = -Infinity;
  for (const v of vertices) {
    least = Math.min(least, v.x - v.w / 2);
    most = Math.max(most, v.x + v.w / 2);
  }
  if (!vertices.length) least = most = 0;
  const placed = { nodes: [], edges: [], w: half(most - least + (selves.length ? 34 : 0)), h: Math.max(0, y - GAP_ROWS), crossings: graph.crossings ?? 0 };
  vertices.forEach((v, i) => {
    v.x = half(v.x - least);
    v.top = tops[v.rank];
    v.bottom = v.isState ? v.top + v.h : tops[v.rank] + heights[v.rank];
    if (i < nodes.length) placed.nodes.push({ ...nodes[i], x: v.x - v.w / 2, y: v.top, w: v.w, h: v.h });
  });
  const exits = nodes.map((_, v) => portsOf(vertices, v, outgoing[v], flow => vertices[flow.path[1]].x));
  const entries = nodes.map((_, v) => (incoming[v].some(flow => flow.link.back)
    ? portsOf(vertices, v, incoming[v], flow => vertices[flow.path.at(-2)].x) : () => vertices[v].x));
  for (const flow of flows) {
    placed.edges.push(routeFlow(graph, flow, { tops, heights, exit: exits[flow.a](flow), entry: entries[flow.b](flow) }));
  }
  for (const { edge, a } of selves) {
    const v = vertices[a], right = v.x + v.w / 2, middle = (v.top + v.bottom) / 2;
    const pts = [[right, middle - 10], [right + 26, middle - 10], [right + 26, middle + 10], [right, middle + 10]];
    placed.edges.push({ ...edge, pts, label: undefined, self: true });
  }
  return placed;
}

/** Several edges out of (or into) one side share it in the order of where they go. */
function portsOf(vertices, v, flows, other) {
  const { x, w } = vertices[v], count = flows.length;
  if (count < 2) return () => x;
  const order = [...flows].sort((p, q) => other(p) - other(q));
  const middle = order.findIndex(flow => Math.abs(other(flow) - x) < 1), step = Math.min(22, w / 2 / (count - 1));
  const centre = middle >= 0 ? middle : (count - 1) / 2;
  const clamp = offset => Math.max(-w / 2 + 12, Math.min(w / 2 - 12, offset));
  return flow => x + clamp((order.indexOf(flow) - centre) * step);
}

function routeFlow({ vertices, layers }, flow, { tops, heights, exit, entry }) {
  const from = vertices[flow.a], to = vertices[flow.b], pts = [[exit, from.bottom]];
  /** Whether an edge between neighbouring states may cross a label row directly: only past no label. */
  const isClear = row => layers[row].every(v => !vertices[v].hasLabel || vertices[v].x + vertices[v].w / 2 < Math.min(exit, entry) - 6
    || vertices[v].x - vertices[v].w / 2 > Math.max(exit, entry) + 6);
  const first = vertices[flow.path[1]], isHop = flow.path.length === 3 && !first.hasLabel && isClear(first.rank);
  let label;
  for (const d of isHop ? [] : flow.path.slice(1, -1)) {
    const v = vertices[d];
    if (v.hasLabel) {
      const middle = (v.top + v.bottom) / 2;
      pts.push([v.x, middle]);
      label = { ...flow.link.edge.label, x: v.x - v.w / 2, y: middle - v.h / 2, w: v.w, h: v.h };
      continue;
    }
    if (v.rank % 2 && heights[v.rank] === 0 && flow.path.length > 3) continue;
    pts.push([v.x, v.top]);
    if (v.bottom - v.top > 1) pts.push([v.x, v.bottom]);
  }
  // The row of a short state may be taller than it: the edge runs straight down before it bends.
  const rowEnd = tops[from.rank] + heights[from.rank];
  if (from.bottom < rowEnd - 1) pts.splice(1, 0, [exit, rowEnd]);
  pts.push([entry, to.top]);
  if (flow.link.back) pts.reverse();
  return { ...flow.link.edge, pts, label, back: flow.link.back };
}
