/** Which part of a graph is seen: panning, zooming, fitting, and following a run. */

const SCALE_LEAST = 0.15, SCALE_MOST = 2.5;
/** Fitting never goes below this, so that text stays readable. */
const SCALE_READABLE = 0.72;
const MARGIN = 26, FOOT = 40;

export class GraphView {
  /** @param graph the graph that is looked at @param onPan told when the user moves the picture */
  constructor(graph, onPan) {
    Object.assign(this, { graph, onPan, scale: 1, x: 0, y: 0, width: 0, height: 0, isAutomatic: true, hasPanned: false });
    const { svg, host } = graph;
    let from = null;
    svg.addEventListener('pointerdown', event => {
      if (event.button !== 0 || event.target.closest('foreignObject') || event.target.closest('.node:not(.term):not(.cont)')) return;
      from = [event.clientX, event.clientY, event.pointerId];
      this.hasPanned = false;
    });
    svg.addEventListener('pointermove', event => {
      if (!from) return;
      const dx = event.clientX - from[0], dy = event.clientY - from[1];
      if (!this.hasPanned && Math.hypot(dx, dy) < 4) return;
      if (!this.hasPanned) svg.setPointerCapture(from[2]);
      this.hasPanned = true;
      svg.classList.add('pan');
      from = [event.clientX, event.clientY, from[2]];
      this.pan(dx, dy);
    });
    const release = () => {
      from = null;
      svg.classList.remove('pan');
    };
    svg.addEventListener('pointerup', release);
    svg.addEventListener('pointercancel', release);
    svg.addEventListener('wheel', event => {
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey) return this.pan(event.shiftKey ? -event.deltaY : -event.deltaX, event.shiftKey ? 0 : -event.deltaY);
      const box = svg.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 300), event.clientX - box.x, event.clientY - box.y);
    }, { passive: false });
    this.observer = new ResizeObserver(() => {
      this.measure();
      if (this.isAutomatic) this.fit();
      else this.graph.faces.complete();
    });
    this.observer.observe(host);
  }

  /** Takes the size of the window to the picture; to ask for it while much has been drawn and not laid out is dear. */
  measure() {
    const { svg } = this.graph;
    [this.width, this.height] = [svg.clientWidth, svg.clientHeight];
  }

  /** Whether something of a node is in sight or less than a window's size away. */
  isNear(node) {
    const left = this.x + node.x * this.scale, top = this.y + node.y * this.scale, { width, height } = this;
    return left < 2 * width && top < 2 * height && left + node.w * this.scale > -width && top + node.h * this.scale > -height;
  }

  /** Moves the picture by screen pixels; fitting by itself ends. */
  pan(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.isAutomatic = false;
    this.apply();
    this.onPan?.();
  }

  /** Zooms around a point of the screen, the middle when none is given. */
  zoom(factor, x, y) {
    const cx = x ?? this.width / 2, cy = y ?? this.height / 2;
    const scale = Math.min(SCALE_MOST, Math.max(SCALE_LEAST, this.scale * factor));
    this.x = cx - (cx - this.x) * scale / this.scale;
    this.y = cy - (cy - this.y) * scale / this.scale;
    this.scale = scale;
    this.isAutomatic = false;
    this.apply();
    this.onPan?.();
  }

  /** Shows all of the graph, or as much as stays readable, from its top. */
  fit() {
    const { width, height, graph: { placed } } = this;
    this.isAutomatic = true;
    if (!width || !placed || !placed.w) return;
    this.scale = Math.max(SCALE_READABLE, Math.min(1.1, (width - 2 * MARGIN) / placed.w, (height - MARGIN - FOOT) / placed.h));
    const start = placed.nodes[0];
    const isWide = placed.w * this.scale > width - 2 * MARGIN;
    this.x = isWide && start ? width / 2 - (start.x + start.w / 2) * this.scale : (width - placed.w * this.scale) / 2;
    this.y = Math.max(16, (height - FOOT - placed.h * this.scale) / 2 + 4);
    this.apply();
  }

  /** Brings a node into view when it is not. */
  reveal(node) {
    const { width, height } = this;
    if (!width) return;
    const [left, top] = [this.x + node.x * this.scale, this.y + node.y * this.scale];
    const [w, h] = [node.w * this.scale, Math.min(node.h * this.scale, height / 2)];
    const isOut = left < 8 || top < 8 || left + w > width - 8 || top + h > height - FOOT - 8;
    if (!isOut) return;
    this.x += width / 2 - (left + w / 2);
    this.y += height / 2 - (top + h / 2);
    this.apply();
  }

  apply() {
    this.graph.content.setAttribute('transform', `translate(${this.x} ${this.y}) scale(${this.scale})`);
    this.graph.host.style.backgroundPosition = `${this.x}px ${this.y}px`;
    this.graph.faces.complete();
  }

  /** Where a point of the graph is on the screen. */
  toScreen(x, y) {
    const box = this.graph.svg.getBoundingClientRect();
    return [box.x + this.x + x * this.scale, box.y + this.y + y * this.scale];
  }

  /** Stops watching the host's size. */
  destroy() { this.observer.disconnect(); }
}
