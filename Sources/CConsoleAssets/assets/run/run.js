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

  /** The state that is looked at, with the visit that is shown of it. */
  get selection() {
    const entry = this.selected === null ? null : this.index.get(this.selected);
    return entry ? { entry, visit: this.picture.visits.get(this.selected) } : null;
  }

  /** Looks at one visit: its state, and the items it lies in. */
  selectVisit(visit) {
    for (const { path, index } of itemsOf(visit)) this.picks.set(path, index);
    this.selected = visit.path;
  }

  /** All visits of a state in the scope that is shown, oldest first. */
  visitsOf(path) {
    const shown = this.picture.visits.get(path);
    return shown ? shown.scope.visits.filter(visit => visit.path === path) : [];
  }
}
