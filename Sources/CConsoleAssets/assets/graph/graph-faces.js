/**
 * What stands in the boxes of a graph: icon, name, line, time and sign. In a large graph only those in sight have it, and keep it; to draw three hundred that nobody sees
 * would be most of what opening a page costs.
 */
import { s as svg } from '../dom.js';
import { t } from '../text.js';
import { describe, kindOf } from './asl.js';
import { fit } from './graph-text.js';
import { pictureOfKind } from './icons.js';

/** Up to so many states are drawn at once. */
const AT_ONCE = 60;
/** Where the line below a name begins, and what is kept free behind it: in a run the time stands there. */
export const LINE_LEFT = 54, lineRight = plain => (plain ? 14 : 50);

export class Faces {
  /** @param graph whose boxes they stand in */
  constructor(graph) {
    this.graph = graph;
    this.missing = new Set();
  }

  /** Begins anew, after the graph has drawn its boxes. */
  draw() {
    const { nodes } = this.graph;
    this.missing = new Set(nodes.keys());
    this.complete(nodes.size <= AT_ONCE);
  }

  /** Draws what has come into sight, or all. */
  complete(isAll = false) {
    for (const id of this.missing) {
      const shown = this.graph.nodes.get(id);
      if (!isAll && !this.graph.view.isNear(shown.node)) continue;
      this.missing.delete(id);
      this.drawFace(shown);
      shown.key = undefined;
      this.graph.paintAgain(id);
    }
  }

  drawFace(shown) {
    const { group, node } = shown, { plain, fonts } = this.graph, isContainer = Boolean(node.lanes);
    const box = group.querySelector('.box');
    group.prepend(svg('title', {}, node.name), svg('rect', { class: 'ring', x: -4, y: -4, width: node.w + 8, height: node.h + 8, rx: 13 }));
    box.after(svg('rect', { class: 'wash', x: 0.75, y: 0.75, width: node.w - 1.5, height: (isContainer ? 38 : node.h) - 1.5, rx: 9.5 }));
    shown.time = svg('text', isContainer ? { class: 'du', x: node.w - 32, y: 23, 'text-anchor': 'end' } : { class: 'du', x: node.w - 11, y: 42, 'text-anchor': 'end' });
    if (isContainer) this.drawName(group, node, { tileX: 8, tileY: 6, tileSize: 26, textX: 42, nameY: 23 });
    else {
      this.drawName(group, node, { tileX: 12, tileY: 12, tileSize: 32, textX: 54, nameY: 25 });
      if (node.folded) group.append(svg('rect', { class: 'stack', x: 6, y: node.h, width: node.w - 12, height: 4, rx: 2 }));
      group.append(svg('text', { class: 'd', x: LINE_LEFT, y: 42 }, fit(describe(node.state, t), node.w - LINE_LEFT - lineRight(plain), fonts.line)));
    }
    group.append(shown.time, svg('g', { class: 'pg', transform: `translate(${node.w - 26} ${isContainer ? 10 : 11})` }));
  }

  drawName(group, node, { tileX, tileY, tileSize, textX, nameY }) {
    const inset = (tileSize - 16) / 2, { plain, fonts } = this.graph, room = node.w - textX - (plain ? 12 : node.lanes ? 90 : 32);
    group.append(svg('rect', { class: 'tile', x: tileX, y: tileY, width: tileSize, height: tileSize, rx: 8 }),
      svg('g', { class: 'ic', transform: `translate(${tileX + inset} ${tileY + inset})` }, svg('path', { d: pictureOfKind(kindOf(node.state)) })),
      svg('text', { class: 't', x: textX, y: nameY }, fit(node.name, room, fonts.name)));
  }
}
