/** One execution as its page holds it: its events, what they show now or showed earlier, and what the user looks at. */
import { History, pictureOf, shownStatus, itemsOf } from './history.js';
import { indexOf } from '../graph/asl.js';
import { runID } from '../place.js';

export class Run {
  /** @param info what the server tells of the execution, with `definition` as text */
  constructor(info) {
    this.info = info;
    this.id = runID(info.machine.name, info.name);
    try { this.definition = JSON.parse(info.definition); } catch { this.definition = { StartAt: '', States: {} }; }
    this.index = indexOf(this.definition);
    this.events = [];
    this.live = new History(this.index);
    this.shown = this.live;
    this.at = null;
    this.picks = new Map();
    this.selected = null;
    this.chosen = null;
  }

  /** Takes events in the order of their ids; what was taken before is left out. */
  add(events) {
    let count = 0;
    for (const event of events) {
      if (!this.live.apply(event)) continue;
      this.events.push(this.live.eventOf[this.live.view.seen]);
      count++;
    }
    return count;
  }

  /** Takes what is told of the run as a whole: its events may not be read. */
  doWithoutEvents() {
    const { status, startDate, stopDate, input, output, error, cause } = this.info;
    Object.assign(this.live.view, { status: status.toLowerCase().replace('_', ''), start: startDate, last: stopDate ?? startDate, end: stopDate, input, output });
    if (error !== undefined || cause !== undefined) this.live.view.error = { error, cause };
  }

  /** Looks at the run as it was after an event; `null` looks at now. */
  seek(id) {
    const last = this.live.view.seen;
    this.at = id === null || id >= last ? null : Math.max(1, id);
    if (this.at === null) {
      this.shown = this.live;
      return;
    }
    this.shown = new History(this.index);
    for (const event of this.events) {
      if (event.id > this.at) break;
      this.shown.apply(event);
    }
  }

  /** What is shown: the fold's view. */
  get view() { return this.shown.view; }
  /** The picture for the graph. */
  get picture() { return pictureOf(this.view, this.picks); }
  /** The status with waiting and retrying told apart. */
  get status() { return shownStatus(this.shown); }
  /** Whether time goes on in what is shown. */
  get isMoving() { return this.at === null && this.view.end === null && this.events.length > 0; }
  /** The time that what is open has lasted to. */
  now(clock = Date.now()) { return this.at !== null ? this.view.last : this.view.end ?? Math.max(clock, this.view.last); }

  /** The state that is looked at, with the visit that is shown of it: the one that was chosen, else the last. */
  get selection() {
    const entry = this.selected === null ? null : this.index.get(this.selected);
    if (!entry) return null;
    const earlier = this.chosen === null ? undefined : this.visitsOf(this.selected)[this.chosen];
    return { entry, visit: earlier ?? this.picture.visits.get(this.selected) };
  }

  /** Looks at one visit: its state, and the items it lies in. */
  selectVisit(visit) {
    for (const { path, index } of itemsOf(visit)) this.picks.set(path, index);
    this.selected = visit.path;
    const all = this.visitsOf(visit.path), place = all.indexOf(visit);
    // Who looks at the last goes on to the next when that comes.
    this.chosen = place < 0 || place === all.length - 1 ? null : place;
  }

  /** Looks at a state, the last time it was entered; at none, at the run. */
  selectState(path) {
    this.selected = path;
    this.chosen = null;
    // The item that is looked at stays, whatever others begin.
    if (this.selection?.visit) this.selectVisit(this.selection.visit);
  }

  /** The Map whose item an address tells by its number alone: the one around the state that is looked at, else that state. */
  get ownMap() {
    const isMap = path => this.index.get(path)?.state.Type === 'Map';
    for (let parent = this.index.get(this.selected)?.parent; parent; parent = this.index.get(parent)?.parent) if (isMap(parent)) return parent;
    return isMap(this.selected) ? this.selected : null;
  }

  /** What is looked at, for an address: state, item, items of other Maps, visit. */
  get place() {
    const { ownMap } = this, others = [...this.picks].filter(([path]) => path !== ownMap);
    return { state: this.selected, iter: this.picks.get(ownMap) ?? null, items: others.length ? JSON.stringify(Object.fromEntries(others)) : null, visit: this.chosen === null ? null : this.chosen + 1 };
  }

  /** Looks at what an address says; what is not of this run is left out. */
  set place({ state, iter, items, visit }) {
    this.selected = (this.index.get(state) ?? [...this.index.values()].find(one => one.name === state))?.path ?? null;
    this.chosen = visit === null ? null : Math.max(0, Number(visit) - 1);
    let others = {};
    try { others = JSON.parse(items ?? '{}') ?? {}; } catch { /* An address that somebody has changed. */ }
    for (const [path, index] of Object.entries(others)) if (this.index.get(path)?.state.Type === 'Map') this.picks.set(path, Number(index));
    if (iter !== null && this.ownMap !== null) this.picks.set(this.ownMap, Number(iter));
  }

  /** All visits of a state in the scope that is shown, oldest first. */
  visitsOf(path) {
    const shown = this.picture.visits.get(path);
    return shown ? shown.scope.visits.filter(visit => visit.path === path) : [];
  }
}
