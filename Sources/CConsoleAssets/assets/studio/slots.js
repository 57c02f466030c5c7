/** Where a state can be put: a circle with a plus on every edge, at the beginning and the ends of lanes, and in empty lanes. */
import { s as svg } from '../dom.js';
import { SEPARATOR, START, END } from '../graph/asl.js';
import { lanePath } from './edits.js';

/** How near the pointer must come for a slot to light up, in screen pixels. */
const REACH = 90;

export class Slots {
  /** @param graph the graph they are drawn on @param definition what it shows */
  constructor(graph, definition) {
    this.graph = graph;
    this.group = svg('g', { 'data-drop': '' });
    graph.content.append(this.group);
    this.slots = this.places(definition).map(({ x, y, place }) => {
      const mark = svg('g', { class: 'slot', transform: `translate(${x} ${y})` }, svg('circle', { class: 'drop', r: 10 }), svg('path', { class: 'dropi', d: 'M-4 0h8M0-4v8' }));
      this.group.append(mark);
      return { x, y, place, mark };
    });
    this.near = null;
  }

  places(definition) {
    const { placed, edges } = this.graph, found = [], hasWayIn = new Set(), byId = new Map(placed.nodes.map(node => [node.id, node]));
    const bare = id => id.split(SEPARATOR).at(-1);
    for (const { edge, path } of edges) {
      if (edge.kind !== 'start') hasWayIn.add(edge.to);
      const from = byId.get(edge.from);
      if (edge.to === END && ['Succeed', 'Fail'].includes(from?.state?.Type)) continue;
      const point = edge.label ? { x: edge.label.x + edge.label.w / 2, y: edge.label.y + edge.label.h + 9 } : path.getPointAtLength(path.getTotalLength() / 2);
      const lane = lanePath(edge.from === START ? edge.to : edge.from, definition);
      found.push({ x: point.x, y: point.y, place: { lane, from: edge.from === START ? null : bare(edge.from), kind: edge.kind === 'start' ? 'next' : edge.kind, rule: edge.rule, to: edge.to === END ? null : bare(edge.to) } });
    }
    for (const node of placed.nodes) {
      const { id, state } = node;
      if (node.type === 'Empty') {
        found.push({ x: node.x + node.w / 2, y: node.y + node.h / 2, place: { lane: lanePath(id, definition), from: null, to: null } });
        continue;
      }
      if (!state || !id.includes(SEPARATOR)) continue;
      const lane = lanePath(id, definition), machine = lane.reduce((value, key) => value?.[key], definition), name = bare(id);
      if (machine?.StartAt === name) found.push({ x: node.x + node.w / 2, y: node.y - 13, place: { lane, from: null, to: name } });
      if (state.End === true) found.push({ x: node.x + node.w / 2, y: node.y + node.h + 11, place: { lane, from: name, kind: 'end', to: null } });
    }
    return found;
  }

  /** Lights the slot nearest to a point of the screen. */
  point(x, y) {
    let best = null, least = REACH;
    for (const slot of this.slots) {
      const [sx, sy] = this.graph.view.toScreen(slot.x, slot.y), distance = Math.hypot(sx - x, sy - y);
      if (distance < least) [best, least] = [slot, distance];
    }
    if (best === this.near) return;
    this.near?.mark.classList.remove('near');
    best?.mark.classList.add('near');
    this.near = best;
  }

  /** Lights a slot and brings it into view. */
  light(slot) {
    this.near?.mark.classList.remove('near');
    slot.mark.classList.add('near');
    this.near = slot;
    this.graph.view.reveal({ x: slot.x - 20, y: slot.y - 20, w: 40, h: 40 });
  }

  /** Lights the slot nearest to a state, else the first. */
  begin(node) {
    const far = slot => Math.hypot(slot.x - node.x - node.w / 2, slot.y - node.y - node.h);
    const first = this.inOrder[0];
    if (first) this.light(node ? this.slots.reduce((best, slot) => (far(slot) < far(best) ? slot : best)) : first);
  }

  /** As they are read: from the top, and from the left. */
  get inOrder() { return [...this.slots].sort((a, b) => a.y - b.y || a.x - b.x); }

  /** Lights the nearest slot in a direction, or the next or last in order. */
  step({ down = 0, right = 0, order = 0 }) {
    const { near } = this, all = this.inOrder;
    if (!near) return;
    if (order) return this.light(all[(all.indexOf(near) + order + all.length) % all.length]);
    let best = null, least = Infinity;
    for (const slot of all) {
      const along = down ? (slot.y - near.y) * down : (slot.x - near.x) * right, across = Math.abs(down ? slot.x - near.x : slot.y - near.y);
      if (slot === near || along < 4 || along + 2 * across >= least) continue;
      [best, least] = [slot, along + 2 * across];
    }
    if (best) this.light(best);
  }

  remove() { this.group.remove(); }
}

/** The place behind a selected state, or behind Start when none is: where the keyboard puts a new state. */
export function placeAfter(path, definition, entry) {
  if (!entry) return { lane: [], from: null, to: definition.StartAt || null };
  const { state, name } = entry, lane = lanePath(path, definition);
  if (state.Type === 'Choice') {
    if (state.Default !== undefined) return { lane, from: name, kind: 'default', to: state.Default };
    return state.Choices?.length ? { lane, from: name, kind: 'choice', rule: 0, to: state.Choices[0].Next ?? null } : { lane, from: name, kind: 'default', to: null };
  }
  if (['Succeed', 'Fail'].includes(state.Type)) return null;
  return { lane, from: name, kind: 'next', to: state.Next ?? null };
}
