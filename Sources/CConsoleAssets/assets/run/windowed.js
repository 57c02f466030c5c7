/** A list of any length of which only the rows in sight are built. */
import { h } from '../dom.js';
import { redraw } from '../redraw.js';

const SPARE = 8;

export class WindowedList {
  /**
   * @param rowHeight the height of a row in pixels
   * @param build gives the element of row `i`, with the `key` of what it shows when rows may move
   * @param options `extra(i)` is the height a row has beyond `rowHeight`, for rows that are open; `role` and `label` name the list
   */
  constructor(rowHeight, build, { extra, openRows, head } = {}) {
    Object.assign(this, { rowHeight, build, extra, openRows, count: 0 });
    this.space = h('div', { class: 'wspace' });
    this.element = h('div', { class: 'wlist' }, head ?? null, this.space);
    this.scheduled = 0;
  }

  /** Names the element that scrolls; rows are built for what of it is in sight. */
  attach(scroller) {
    this.scroller = scroller;
    this.onScroll = () => {
      if (this.scheduled) return;
      this.scheduled = requestAnimationFrame(() => {
        this.scheduled = 0;
        this.refresh(true);
      });
    };
    scroller.addEventListener('scroll', this.onScroll, { passive: true });
    this.observer = new ResizeObserver(() => this.refresh());
    this.observer.observe(scroller);
  }

  detach() {
    this.scroller?.removeEventListener('scroll', this.onScroll);
    this.observer?.disconnect();
    cancelAnimationFrame(this.scheduled);
  }

  /** Where a row begins. */
  top(i) {
    let top = i * this.rowHeight;
    for (const open of this.openRows?.() ?? []) if (open < i) top += this.extra(open);
    return top;
  }

  /** Builds what is in sight anew. */
  refresh(isScroll = false) {
    if (!this.scroller) return;
    this.space.style.height = `${this.top(this.count)}px`;
    const offset = this.space.offsetTop, from = this.scroller.scrollTop - offset, until = from + this.scroller.clientHeight;
    let first = Math.max(0, Math.floor(from / this.rowHeight) - SPARE);
    while (first > 0 && this.top(first) > from - SPARE * this.rowHeight) first--;
    let last = first;
    while (last < this.count && this.top(last) < until + SPARE * this.rowHeight) last++;
    if (isScroll && first === this.first && last === this.last) return;
    [this.first, this.last] = [first, last];
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = this.build(i);
      row.key ??= i;
      row.style.top = `${this.top(i)}px`;
      rows.push(row);
    }
    redraw(this.space, rows);
  }

  /** Brings a row into sight. */
  scrollTo(i) {
    const top = this.top(i) + this.space.offsetTop, { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop + this.space.offsetTop) this.scroller.scrollTop = top - this.space.offsetTop;
    else if (top + this.rowHeight > scrollTop + clientHeight) this.scroller.scrollTop = top + this.rowHeight - clientHeight;
    this.refresh();
  }
}
