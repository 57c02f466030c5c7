/** The run as bars over time: a row for each visit of a state, its attempts inside the bar. Only the rows in sight are drawn. */
import { h, s } from '../dom.js';
import { t } from '../text.js';
import { span as spanText } from '../format.js';
import { ticksOf, tickLabel } from './axis.js';
import { STATUS_SIGNS, statusWord } from '../graph/icons.js';
import { WindowedList } from './windowed.js';

const ROW = 25;
/** The share of the axis that stays free behind the last bar. */
const TAIL = 1.06;
/** Statuses whose sign stands beside the bar: its colour is not the only one. What runs is striped, and what is plain has succeeded. */
const SPEAKS = new Set(['waiting', 'retrying', 'failed', 'timedout', 'caught', 'aborted']);

export class Timeline {
  /** @param onSelect told which visit was chosen */
  constructor(onSelect) {
    this.onSelect = onSelect;
    this.axis = h('div', { class: 'axis', 'aria-hidden': 'true' });
    this.grid = h('div', { class: 'ggrid', 'aria-hidden': 'true' });
    this.list = new WindowedList(ROW, i => this.row(this.visits[i]), { head: this.axis });
    this.element = h('div', { class: 'gantt' }, this.grid, this.list.element);
    this.visits = [];
  }

  attach(scroller) { this.list.attach(scroller); }
  detach() { this.list.detach(); }

  /** Shows a run; `start` and `span` set the axis when two runs share one. */
  update(run, { start, span } = {}) {
    const { view } = run, now = run.now();
    this.run = run;
    this.now = now;
    this.start = start ?? view.start;
    this.span = span ?? Math.max(now - this.start, 20) * TAIL;
    this.visits = view.visits;
    this.chosen = run.selection?.visit;
    this.list.count = this.visits.length;
    const percent = ms => `${Math.min(100, ms / this.span * 100)}%`, ticks = ticksOf(this.span);
    this.axis.replaceChildren(...ticks.map(tick => placed(h('span', { class: tick ? '' : 'zero' }, tickLabel(tick)), percent(tick))));
    this.grid.replaceChildren(...ticks.map(tick => placed(h('i'), percent(tick))), placed(h('span', { class: 'head-line' }), percent(now - this.start)));
    this.list.refresh();
  }

  row(visit) {
    const { start, span, now, run } = this, isLive = visit.to === null && run.isMoving, end = visit.to ?? now;
    const percent = ms => `${ms / span * 100}%`, spent = spanText(end - visit.from), tries = visit.tries.length;
    const note = tries > 1 ? `${spent} · ${t('graph.attempts', { count: tries })}` : spent;
    const isLate = (end - start) / span > 0.84, item = visit.scope.lane, depth = depthOf(visit);
    const name = h('button', {
      type: 'button', key: 'name', class: 'nm', title: visit.name, 'aria-label': `${visit.name}${item === null ? '' : `, ${t('items.one', { index: item + 1 })}`}, ${statusWord(visit.st)}, ${note}`,
      onclick: () => this.onSelect(visit),
    }, visit.name, item === null ? null : h('span', { class: 'no' }, ` ${item + 1}`));
    name.style.paddingLeft = `${8 + Math.min(depth, 6) * 12}px`;
    const bar = placed(h('span', { class: isLive ? 'bar live' : 'bar' }), percent(visit.from - start), percent(end - visit.from));
    const failures = visit.tries.filter(attempt => attempt.st === 'failed' || attempt.st === 'timedout').map(attempt => placed(
      h('span', { class: 'bar retry', title: attempt.error ?? '' }), percent(attempt.from - start), percent((attempt.to ?? now) - attempt.from)));
    const label = h('span', { class: 'du' }, SPEAKS.has(visit.st) ? s('svg', { class: 'barsign', viewBox: '0 0 10 10', 'aria-hidden': 'true' }, s('path', { d: STATUS_SIGNS[visit.st] })) : null, note);
    // Behind the bar where there is room, else before it, else on it.
    if (!isLate) label.style.left = percent(end - start);
    else if ((visit.from - start) / span > 0.2) label.style.right = `${100 - (visit.from - start) / span * 100}%`;
    else {
      label.classList.add('on');
      label.style.right = `${100 - (end - start) / span * 100}%`;
    }
    const track = h('div', { class: 'tr', 'data-st': visit.st, onclick: () => this.onSelect(visit) }, bar, failures, label);
    return h('div', { class: visit === this.chosen ? 'r wrow sel' : 'r wrow' }, name, track);
  }
}

function placed(element, left, width) {
  element.style.left = left;
  if (width !== undefined) element.style.width = width;
  return element;
}

/** In how many containers a visit lies. */
export function depthOf(visit) {
  let depth = 0;
  for (let { owner } = visit.scope; owner; owner = owner.scope.owner) depth++;
  return depth;
}
