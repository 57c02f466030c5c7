/**
 * The layers of a graph: which state stands in which row, and in which order, so that few edges cross.
 *
 * Even rows hold states, odd rows edge labels. An edge that passes a row has a dummy in it.
 */

const SWEEPS_MAX = 16;

/**
 * Orders a flat graph into layers.
 *
 * @returns `{nodes, vertices, layers, links, flows, selves, up, down, position, outgoing, incoming, crossings}`: `vertices` are the nodes followed by the
 * dummies, `layers` lists of vertex numbers, `flows` the edges turned so that all lead down
 */
export function layersOf(nodes, edges, start) {
  const number = new Map(nodes.map((node, i) => [node.id, i]));
  const links = edges.filter(e => number.has(e.from) && number.has(e.to))
    .map(edge => ({ edge, a: number.get(edge.from), b: number.get(edge.to), back: false }));
  const selves = links.filter(link => link.a === link.b), rest = links.filter(link => link.a !== link.b);
  const order = breakCycles(nodes.length, rest, number.get(start));
  const flows = rest.map(link => ({ link, a: link.back ? link.b : link.a, b: link.back ? link.a : link.b, path: [] }));
  const outgoing = nodes.map(() => []), incoming = nodes.map(() => []);
  for (const flow of flows) {
    outgoing[flow.a].push(flow);
    incoming[flow.b].push(flow);
  }
  const ranks = ranksOf(order, outgoing, incoming, number.get(start));
  const graph = { nodes, links, selves, flows, outgoing, incoming, ...chains(nodes, ranks, flows) };
  arrange(graph, order);
  return graph;
}

/** Turns every edge round that closes a cycle, found depth first; gives the states in topological order. */
function breakCycles(count, links, start) {
  const outs = Array.from({ length: count }, () => []);
  for (const link of links) outs[link.a].push(link);
  const state = new Uint8Array(count), order = [];
  const visit = first => {
    const stack = [{ v: first, next: 0 }];
    state[first] = 1;
    while (stack.length) {
      const top = stack.at(-1), link = outs[top.v][top.next++];
      if (!link) {
        state[top.v] = 2;
        order.push(top.v);
        stack.pop();
      } else if (state[link.b] === 1) link.back = true;
      else if (state[link.b] === 0) {
        state[link.b] = 1;
        stack.push({ v: link.b, next: 0 });
      }
    }
  };
  if (start !== undefined) visit(start);
  for (let v = 0; v < count; v++) if (!state[v]) visit(v);
  return order.reverse();
}

/** The row of each state by the longest path to it; one with nothing before it stands just above what follows it. */
function ranksOf(order, outgoing, incoming, start) {
  const ranks = new Int32Array(order.length);
  for (const v of order) for (const flow of outgoing[v]) ranks[flow.b] = Math.max(ranks[flow.b], ranks[v] + 2);
  for (const v of [...order].reverse()) {
    if (incoming[v].length || !outgoing[v].length || v === start) continue;
    ranks[v] = Math.max(0, Math.min(...outgoing[v].map(flow => ranks[flow.b])) - 2);
  }
  return ranks;
}

/** Gives every edge a dummy in each row it passes, the one that carries its label sized like it. */
function chains(nodes, ranks, flows) {
  const vertices = nodes.map((node, i) => ({ w: node.w, h: node.h, rank: ranks[i], isState: true, x: 0 }));
  const segments = [];
  for (const flow of flows) {
    const { edge, back } = flow.link, weight = (edge.weight ?? 1) * (back ? 0.2 : 1);
    const labelRank = back ? ranks[flow.b] - 1 : ranks[flow.a] + 1;
    let before = flow.a;
    flow.path.push(before);
    for (let rank = ranks[flow.a] + 1; rank < ranks[flow.b]; rank++) {
      const label = rank === labelRank ? edge.label : undefined;
      vertices.push({ w: label ? label.w : 2, h: label ? label.h : 0, rank, isState: false, hasLabel: Boolean(label), x: 0 });
      segments.push([before, vertices.length - 1, (vertices[before].isState ? 2 : 8) * weight]);
      before = vertices.length - 1;
      flow.path.push(before);
    }
    segments.push([before, flow.b, (vertices[before].isState ? 1 : 2) * weight]);
    flow.path.push(flow.b);
  }
  const layers = Array.from({ length: vertices.reduce((most, v) => Math.max(most, v.rank), 0) + 1 }, () => []);
  const up = vertices.map(() => []), down = vertices.map(() => []);
  for (const [a, b, weight] of segments) {
    down[a].push([b, weight]);
    up[b].push([a, weight]);
  }
  return { vertices, layers, up, down, position: new Int32Array(vertices.length) };
}

/** Orders each layer: first as the definition is written, then by medians and swaps while that removes crossings. */
function arrange(graph, order) {
  const { vertices, layers, up, down, position } = graph;
  const seen = new Uint8Array(vertices.length);
  for (const first of order) {
    const stack = [first];
    while (stack.length) {
      const v = stack.pop();
      if (seen[v]) continue;
      seen[v] = 1;
      layers[vertices[v].rank].push(v);
      for (const [b] of [...down[v]].reverse()) stack.push(b);
    }
  }
  const renumber = layer => layer.forEach((v, i) => { position[v] = i; });
  layers.forEach(renumber);
  let best = layers.map(layer => [...layer]), fewest = crossingsOf(graph);
  for (let sweep = 0; sweep < SWEEPS_MAX && fewest > 0; sweep++) {
    const isDown = sweep % 2 === 0, neighbours = isDown ? up : down;
    const rows = isDown ? [...layers.keys()].slice(1) : [...layers.keys()].slice(0, -1).reverse();
    for (const row of rows) {
      const medians = new Map(layers[row].map(v => [v, medianOf(neighbours[v], position) ?? position[v]]));
      layers[row].sort((p, q) => medians.get(p) - medians.get(q) || position[p] - position[q]);
      renumber(layers[row]);
    }
    swapNeighbours(graph);
    const crossings = crossingsOf(graph);
    if (crossings < fewest) [fewest, best] = [crossings, layers.map(layer => [...layer])];
  }
  best.forEach((layer, row) => { layers[row] = layer; });
  layers.forEach(renumber);
  graph.crossings = fewest;
}

function medianOf(neighbours, position) {
  if (!neighbours.length) return undefined;
  const places = neighbours.map(([u]) => position[u]).sort((p, q) => p - q);
  return (places[(places.length - 1) >> 1] + places[places.length >> 1]) / 2;
}

/** Swaps neighbours in a layer while that removes crossings. */
function swapNeighbours({ layers, up, down, position }) {
  for (let round = 0, hasImproved = true; hasImproved && round < 4; round++) {
    hasImproved = false;
    for (const layer of layers) {
      for (let i = 0; i + 1 < layer.length; i++) {
        const [p, q] = [layer[i], layer[i + 1]];
        let gain = 0;
        for (const side of [up, down]) {
          for (const [a] of side[p]) for (const [b] of side[q]) gain += Math.sign(position[a] - position[b]);
        }
        if (gain <= 0) continue;
        [layer[i], layer[i + 1]] = [q, p];
        [position[q], position[p]] = [i, i + 1];
        hasImproved = true;
      }
    }
  }
}

/** How many pairs of edges cross between neighbouring layers, by counting inversions in a Fenwick tree. */
function crossingsOf({ layers, down, position }) {
  let count = 0;
  for (let row = 0; row + 1 < layers.length; row++) {
    const ends = [];
    for (const v of layers[row]) ends.push(...down[v].map(([b]) => position[b]).sort((p, q) => p - q));
    const tree = new Int32Array(layers[row + 1].length + 2);
    ends.forEach((end, i) => {
      let notGreater = 0;
      for (let k = end + 1; k > 0; k -= k & -k) notGreater += tree[k];
      count += i - notGreater;
      for (let k = end + 1; k < tree.length; k += k & -k) tree[k]++;
    });
  }
  return count;
}
