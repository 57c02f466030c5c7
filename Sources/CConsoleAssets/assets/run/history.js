/**
 * History events in, what the page shows out. The page has no other source: live, scrubbed back and archived pictures are the same fold.
 *
 * `reduce(events, upTo)` is pure. `History` is the same fold kept open, so that a live page applies each event once.
 *
 * An event is `{id, at, type, prevId, …}` with the members of AWS's event details; which state, branch and item it belongs to is found by walking
 * `prevId`. A visit is one stay in a state; a scope holds the visits of one run of one machine: the execution, all branches of a Parallel, one item of a Map.
 */
import { START, SEPARATOR } from '../graph/asl.js';

const ENDINGS = { ExecutionSucceeded: 'succeeded', ExecutionFailed: 'failed', ExecutionAborted: 'aborted', ExecutionTimedOut: 'timedout' };
const FAILURE = /^(Task|LambdaFunction|Activity)(ScheduleFailed|StartFailed|SubmitFailed|Failed|TimedOut)$/;

/** What the events show, up to and with the event numbered `upTo`. */
export function reduce(events, upTo = Infinity, index = new Map()) {
  const history = new History(index);
  for (const event of events) {
    if (event.id > upTo) break;
    history.apply(event);
  }
  return history.view;
}

/** The event in the flat form, whichever of the two it comes in. */
export function flatten(event) {
  if (event.prevId !== undefined || event.previousEventId === undefined) return event;
  const flat = { id: event.id, prevId: event.previousEventId, type: event.type, at: Math.round(event.timestamp * 1000) };
  for (const [key, value] of Object.entries(event)) if (key.endsWith('EventDetails')) Object.assign(flat, value);
  return flat;
}

const newScope = (owner, lane, path) => ({ owner, lane, path, visits: [], taken: new Set() });

/** The fold over one execution's events. */
export class History {
  /** @param index the states of the definition by path, from `indexOf` */
  constructor(index = new Map()) {
    this.index = index;
    this.places = new Map();
    for (const { path, name } of index.values()) {
      if (this.places.has(name)) this.places.get(name).push(path);
      else this.places.set(name, [path]);
    }
    this.root = newScope(null, null, '');
    this.visitOf = [];
    this.eventOf = [];
    this.open = new Set();
    this.view = {
      status: 'running', start: 0, end: null, last: 0, seen: 0, input: undefined, output: undefined, error: null, failed: null,
      root: this.root, visits: [], redrives: [], variables: {}, counts: { waiting: 0, retrying: 0 },
    };
  }

  /** Takes the next event; one that was taken before is left out, so a resumed stream never doubles. */
  apply(given) {
    const event = flatten(given), view = this.view;
    if (event.id <= view.seen) return false;
    view.seen = event.id;
    view.last = event.at;
    this.eventOf[event.id] = event;
    const visit = this.step(event, view);
    if (visit) {
      visit.events.push(event.id);
      this.visitOf[event.id] = visit;
    }
    return true;
  }

  /** What the run waits for at this moment: the visits that are open and have no open visit inside. */
  get leaves() { return [...this.open].filter(visit => !visit.isContainer); }

  step(event, view) {
    const { type } = event;
    if (ENDINGS[type]) return this.finish(event, ENDINGS[type]);
    if (type === 'ExecutionStarted') {
      view.start = event.at;
      view.input = event.input;
      return null;
    }
    if (type === 'ExecutionRedriven') return this.redrive(event);
    if (type.endsWith('StateEntered')) return this.enter(event);
    const visit = this.belongs(event);
    if (!visit) return null;
    if (type.endsWith('StateExited')) this.leave(visit, event);
    else if (type.startsWith('MapIteration')) this.iterate(visit, event);
    else if (/^(Map|Parallel)State(Started|Succeeded|Failed|Aborted)$/.test(type) || type.startsWith('MapRun')) this.contain(visit, event);
    else if (type.endsWith('StateAborted')) {
      // A state that had failed is told to be aborted, too: it stays what it was.
      if (visit.to === null) this.close(visit, 'aborted', event.at);
    } else this.attempt(visit, event);
    return visit;
  }

  /** The scope the event before this one left the run in. */
  scopeAfter(event) {
    const before = this.eventOf[event.prevId], visit = this.visitOf[event.prevId];
    if (!before || !visit) return this.scopeByName(event.name);
    if (before.type === 'MapIterationStarted') return visit.iterations.get(before.index).scope;
    if (before.type === 'ParallelStateStarted') return visit.inner;
    return visit.scope;
  }

  /** The scope of a state that follows no event of its own, as after a redrive. */
  scopeByName(name) {
    for (const path of this.places.get(name) ?? []) {
      const cut = path.lastIndexOf(SEPARATOR);
      if (cut < 0) continue;
      const container = path.slice(0, path.lastIndexOf(SEPARATOR, cut - 1));
      const owner = this.view.visits.findLast(visit => visit.path === container && visit.to === null);
      if (!owner) continue;
      if (owner.inner) return owner.inner;
      const waiting = [...owner.iterations.values()].find(item => item.to === null);
      if (waiting) return waiting.scope;
    }
    return this.root;
  }

  pathIn(scope, name) {
    const paths = this.places.get(name);
    if (!paths) return scope.path + name;
    return paths.find(path => path.startsWith(scope.path) && (scope.path || !path.includes(SEPARATOR))) ?? paths[0];
  }

  enter(event) {
    const scope = this.scopeAfter(event), path = this.pathIn(scope, event.name), before = this.visitOf[event.prevId];
    const type = event.type.slice(0, -'StateEntered'.length), isContainer = type === 'Map' || type === 'Parallel';
    const follows = before && before.scope === scope ? before : null;
    const visit = {
      number: this.view.visits.length, name: event.name, path, type, scope, st: type === 'Wait' ? 'waiting' : 'running', from: event.at,
      to: null, input: event.input, output: undefined, tries: [], events: [], error: null, isContainer,
      before: follows, via: !follows ? `${START}>${path}` : `${follows.path}>${path}${follows.st === 'caught' ? '!' : ''}`,
    };
    if (type === 'Parallel') visit.inner = newScope(visit, null, path + SEPARATOR);
    if (type === 'Map') visit.iterations = new Map();
    scope.visits.push(visit);
    scope.taken.add(visit.via);
    this.view.visits.push(visit);
    this.open.add(visit);
    return visit;
  }

  /** The visit an event belongs to: that of the event before it, or one of the visits around that. */
  belongs(event) {
    const { type } = event;
    let visit = this.visitOf[event.prevId];
    if (!visit) {
      const resumed = this.resumed ?? [];
      // Only these say their state themselves; a name on others is what the server made of the event before.
      const name = type.endsWith('StateExited') ? event.name : event.state, items = v => itemsOf(v).map(({ index }) => index).join();
      const fits = v => (name === undefined ? this.fits(v, event) : v.name === name && (!event.iter || items(v) === event.iter.join()));
      visit = resumed.find(fits) ?? this.leaves.find(fits) ?? [...this.open].findLast(fits) ?? resumed[0];
      if (visit) this.resumed = resumed.filter(v => v !== visit);
      return visit ?? null;
    }
    const wanted = /^Map(Iteration|State|Run)(?!Exited)/.test(type) ? v => v.type === 'Map' && v.to === null
      : /^ParallelState(?!Exited)/.test(type) ? v => v.type === 'Parallel' && v.to === null
      : type.endsWith('StateExited') ? v => v.name === event.name : () => true;
    while (visit && !wanted(visit)) visit = visit.scope.owner;
    return visit ?? this.visitOf[event.prevId];
  }

  fits(visit, event) {
    if (event.type.startsWith('Map')) return visit.type === 'Map';
    if (event.type.startsWith('Parallel')) return visit.type === 'Parallel';
    const before = visit.tries.at(-1)?.resource;
    return visit.type === 'Task' && (!before || !event.resource || before === event.resource);
  }

  leave(visit, event) {
    visit.st = visit.error ? 'caught' : 'succeeded';
    visit.to = event.at;
    visit.output = event.output;
    visit.assigned = event.assignedVariables;
    if (event.assignedVariables && !event.assignedVariables.ref && visit.scope === this.root) Object.assign(this.view.variables, event.assignedVariables);
    delete visit.token;
    this.open.delete(visit);
  }

  attempt(visit, event) {
    const { type } = event, last = visit.tries.at(-1);
    if (event.token) visit.token = event.token;
    if (type.endsWith('Scheduled')) {
      visit.st = type === 'ActivityScheduled' ? 'waiting' : 'running';
      visit.error = null;
      visit.token = event.token;
      visit.tries.push({
        from: event.at, to: null, st: 'running', resource: event.resource, resourceType: event.resourceType,
        parameters: event.parameters ?? event.input, timeout: event.timeoutInSeconds, heartbeat: event.heartbeatInSeconds,
        isCallback: /waitForTaskToken/.test(event.resource ?? ''), isActivity: type === 'ActivityScheduled',
      });
    } else if (FAILURE.test(type)) {
      const st = type.endsWith('TimedOut') ? 'timedout' : 'failed';
      visit.error = { error: event.error, cause: event.cause, at: event.at, st };
      visit.st = 'retrying';
      delete visit.token;
      if (last && last.to === null) Object.assign(last, { to: event.at, st, error: event.error, cause: event.cause });
    } else if (type === 'EvaluationFailed') {
      visit.error = { error: event.error, cause: event.cause, at: event.at, st: 'failed', location: event.location };
    } else if (type.endsWith('Succeeded')) {
      if (last) Object.assign(last, { to: event.at, st: 'succeeded', result: event.output });
      visit.result = event.output;
      visit.error = null;
      visit.st = 'running';
      delete visit.token;
    } else if (last && type.endsWith('Started')) {
      last.started = event.at;
      if (last.isCallback || last.isActivity) visit.st = 'waiting';
      if (event.workerName) last.worker = event.workerName;
    } else if (last && type === 'TaskSubmitted') {
      last.submitted = event.output;
      visit.submitted = event.output;
      if (last.isCallback) visit.st = 'waiting';
    }
  }

  contain(visit, event) {
    const { type } = event;
    if (type === 'MapStateStarted') visit.length = event.length;
    else if (type === 'MapRunStarted' || type === 'MapRunRedriven') visit.mapRunArn = event.mapRunArn ?? visit.mapRunArn;
    else if (/StateFailed$|^MapRunFailed$/.test(type)) {
      const inner = this.inside(visit).findLast(v => v.error)?.error;
      visit.error = { error: event.error ?? inner?.error, cause: event.cause ?? inner?.cause, at: event.at, st: 'failed' };
      visit.st = 'retrying';
      this.closeInside(visit, event.at);
    } else if (type.endsWith('StateAborted')) {
      this.closeInside(visit, event.at);
      this.close(visit, 'aborted', event.at);
    } else if (type.endsWith('StateStarted') && visit.st === 'retrying') {
      visit.st = 'running';
    }
  }

  iterate(visit, event) {
    if (event.type === 'MapIterationStarted') {
      const scope = newScope(visit, event.index, visit.path + SEPARATOR + '0' + SEPARATOR);
      visit.iterations.set(event.index, { index: event.index, st: 'running', from: event.at, to: null, scope });
      return;
    }
    const item = visit.iterations.get(event.index);
    if (!item) return;
    item.st = event.type.slice('MapIteration'.length).toLowerCase();
    item.to = event.at;
    for (const inner of item.scope.visits) if (inner.to === null) this.breakOff(inner, event.at);
  }

  /** Every visit inside a container, in order. */
  inside(visit) {
    return this.view.visits.filter(v => { for (let o = v.scope.owner; o; o = o.scope.owner) if (o === visit) return true; return false; });
  }

  closeInside(visit, at) {
    for (const inner of this.inside(visit)) if (inner.to === null) this.breakOff(inner, at);
  }

  /** Ends a visit whose surroundings have failed: as failed when it was the reason, else as aborted. */
  breakOff(visit, at) {
    if (visit.type === 'Fail') visit.error ??= this.errorOfFail(visit, at);
    this.close(visit, visit.error ? 'failed' : 'aborted', at);
  }

  /** What a Fail state says, when it stands in the definition; the history of a caught one does not hold it. */
  errorOfFail(visit, at) {
    const { Error: error, Cause: cause } = this.index.get(visit.path)?.state ?? {};
    return { error, cause, at, st: 'failed' };
  }

  close(visit, st, at) {
    visit.st = st === 'failed' && visit.error?.st === 'timedout' ? 'timedout' : st;
    visit.to = at;
    delete visit.token;
    this.open.delete(visit);
    for (const item of visit.iterations?.values() ?? []) if (item.to === null) Object.assign(item, { st, to: at });
  }

  finish(event, status) {
    const view = this.view, cause = this.visitOf[event.prevId];
    Object.assign(view, { status, end: event.at, output: event.output });
    let failing = null;
    if (status !== 'succeeded') {
      failing = status === 'failed' ? cause ?? this.leaves.at(-1) ?? null : null;
      view.error = event.error !== undefined || event.cause !== undefined ? { error: event.error, cause: event.cause } : null;
      view.failed = failing;
    }
    for (const visit of [...this.open]) {
      const isFailing = status === 'failed' && (visit === failing || visit.error || this.isAround(visit, failing));
      if (isFailing) visit.error ??= { error: event.error, cause: event.cause, at: event.at, st: 'failed' };
      this.close(visit, status === 'timedout' ? 'timedout' : isFailing ? 'failed' : 'aborted', event.at);
    }
    if (failing && failing.st !== 'failed' && failing.st !== 'timedout' && failing.to === event.at && !failing.output) this.close(failing, 'failed', event.at);
    return failing;
  }

  isAround(visit, inner) {
    for (let scope = inner?.scope; scope; scope = scope.owner?.scope) if (scope.owner === visit) return true;
    return false;
  }

  /** What had not succeeded goes on: the visits that the end closed are open again. */
  redrive(event) {
    const view = this.view;
    const isOver = visit => visit && ['succeeded', 'caught'].includes(visit.st);
    const isUnderOver = ({ scope: { owner } }) => owner !== null && (isOver(owner) || isUnderOver(owner));
    const closed = view.visits.filter(visit => visit.to === view.end && !isOver(visit) && !isUnderOver(visit));
    view.redrives.push({ at: event.at, id: event.id });
    Object.assign(view, { status: 'running', end: null, output: undefined, error: null, failed: null });
    for (const visit of closed) {
      Object.assign(visit, { st: 'running', to: null, error: null });
      this.open.add(visit);
      const { owner, lane } = visit.scope;
      if (lane !== null) Object.assign(owner.iterations.get(lane), { st: 'running', to: null });
    }
    this.resumed = closed.filter(visit => !visit.isContainer);
    return null;
  }
}

/** How the run is shown: a running one whose every open state waits or backs off says so. */
export function shownStatus(history) {
  const { view } = history;
  if (view.status !== 'running') return view.status;
  const leaves = history.leaves;
  if (leaves.some(visit => visit.st === 'waiting')) return 'waiting';
  return leaves.length && leaves.every(visit => visit.st === 'retrying') ? 'retrying' : 'running';
}

/** The open visits that someone can answer. */
export const waitingOf = history => history.leaves.filter(visit => visit.st === 'waiting' && visit.type === 'Task');

/**
 * What the graph shows: for each path the visit that is looked at, with the taken edges.
 *
 * @param picks the item looked at, by the path of the Map
 * @returns `{visits: Map, taken: Set, hot: Set, items: Map}`
 */
export function pictureOf(view, picks = new Map()) {
  const picture = { visits: new Map(), taken: new Set(), hot: new Set(), items: new Map() };
  const walk = scope => {
    for (const via of scope.taken) picture.taken.add(via);
    const last = new Map();
    for (const visit of scope.visits) last.set(visit.path, visit);
    for (const visit of last.values()) {
      picture.visits.set(visit.path, visit);
      if (visit.to === null) picture.hot.add(visit.via);
      if (visit.inner) walk(visit.inner);
      if (!visit.iterations?.size) continue;
      const item = visit.iterations.get(picks.get(visit.path)) ?? defaultItem(visit);
      picture.items.set(visit.path, item.index);
      walk(item.scope);
    }
  };
  walk(view.root);
  const final = view.root.visits.at(-1);
  if (view.status === 'succeeded' && final) picture.taken.add(`${final.path}>end`);
  else if (view.end !== null && view.failed?.type === 'Fail' && view.failed.scope === view.root) picture.taken.add(`${view.failed.path}>end`);
  return picture;
}

/** The item shown when none is picked: one that waits for an answer, else the first that failed, else the last that began. */
function defaultItem(visit) {
  let last, failed;
  for (const item of visit.iterations.values()) {
    if (item.to === null && item.scope.visits.at(-1)?.st === 'waiting') return item;
    if (item.st === 'failed') failed ??= item;
    last = item;
  }
  return failed ?? last;
}

/** How often each status occurs among the items of a Map, those that have not begun counted as idle. */
export function countItems(visit) {
  const counts = {};
  for (const item of visit.iterations.values()) counts[item.st] = (counts[item.st] ?? 0) + 1;
  const idle = (visit.length ?? visit.iterations.size) - visit.iterations.size;
  if (idle > 0) counts.idle = idle;
  return counts;
}

/** The item a visit belongs to, outermost Map first: `[{path, index}]`. */
export function itemsOf(visit) {
  const items = [];
  for (let scope = visit.scope; scope; scope = scope.owner?.scope) if (scope.lane !== null) items.unshift({ path: scope.owner.path, index: scope.lane });
  return items;
}

/** When the next attempt begins, as far as the definition says: without jitter it is exact. */
export function nextTry(state, visit) {
  const name = visit.error.error, retriers = Array.isArray(state.Retry) ? state.Retry : [];
  const retrier = retriers.find(one => one.ErrorEquals?.some(wanted => wanted === name || wanted === 'States.ALL' || wanted === 'States.TaskFailed' && name !== 'States.Timeout'));
  if (!retrier || retrier.JitterStrategy === 'FULL') return null;
  const pause = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** (visit.tries.length - 1);
  return visit.error.at + Math.min(pause, retrier.MaxDelaySeconds ?? Infinity) * 1_000;
}
