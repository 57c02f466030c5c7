// One connection per tab for all that pages follow: it goes on where it stopped after a break, and nothing comes twice.
import { endpoint } from './api.js';

const TYPES = ['history', 'status', 'log', 'gap', 'refused', 'tokens', 'handlers', 'machines', 'executions', 'deployment', 'stacks', 'messages'];
const followers = new Map();
const positions = new Map();
let source = null;
let connected = [];
let opening = 0;
let listeners = new Set();
let state = 'off';

const isPositional = topic => /^(history|log):/.test(topic);

/**
 * Follows a topic: `history:ID`, `log:ID`, `log:fn/NAME`, `tokens`, `handlers`, `machines`, `executions`, `deployment:NAME`, `stacks`, `messages`.
 * `heard(type, data)` gets each event; type `again` says that the line has just been opened: what was asked before may be old. Gives a function that stops.
 */
export function follow(topic, heard, { after = 0 } = {}) {
  if (!followers.has(topic)) {
    followers.set(topic, new Set());
    if (isPositional(topic)) positions.set(topic, after);
    reopen();
  }
  followers.get(topic).add(heard);
  return () => {
    const all = followers.get(topic);
    if (!all?.delete(heard) || all.size) return;
    followers.delete(topic);
    positions.delete(topic);
    reopen();
  };
}

/**
 * Asks and shows, now and whenever a topic says that the answer may be another; one that is the same is not drawn anew. Gives a function that stops.
 */
export async function keep(topic, ask, show) {
  let before, isAsking = false, isOld = false, isOver = false;
  const load = async () => {
    isOld = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isOld) {
        isOld = false;
        let found;
        try { found = await ask(); } catch (error) {
          // What is shown stays: when the line is open again it is asked anew.
          if (before === undefined) throw error;
          return;
        }
        const text = JSON.stringify(found);
        if (isOver || text === before) continue;
        before = text;
        await show(found);
      }
    } finally { isAsking = false; }
  };
  // Followed first: what happens while the first answer is on its way would be missed where others keep the line open already.
  const stop = follow(topic, () => load().catch(() => {}));
  const end = () => {
    isOver = true;
    stop();
  };
  try { await load(); } catch (error) {
    end();
    throw error;
  }
  return end;
}

/** Once what is followed has been asked for: whoever works long from then on does not hold it up. */
export const opened = () => new Promise(done => setTimeout(() => setTimeout(done)));

/** Tells `live` or `off` now and whenever that changes. Gives a function that stops. */
export function watchLine(heard) {
  listeners.add(heard);
  heard(state);
  return () => listeners.delete(heard);
}

function setState(next) {
  if (state === next) return;
  state = next;
  for (const heard of listeners) heard(state);
}

/** Opens the line with the topics there are, once for all changes of a moment. */
function reopen() {
  clearTimeout(opening);
  opening = setTimeout(open, 0);
}

function open() {
  source?.close();
  source = null;
  connected = [...followers.keys()];
  if (!connected.length) return setState('off');
  const last = connected.filter(isPositional).map(topic => positions.get(topic) ?? 0).join(',');
  const line = source = new EventSource(endpoint('stream', { topics: connected.join(','), last }));
  line.onopen = () => {
    setState('live');
    // From now on nothing is missed; what happened between a page's question and this moment may have been.
    tell('again', {}, topic => !isPositional(topic));
  };
  line.onerror = () => {
    setState('off');
    // A browser gives up when it is refused; the server may only be starting.
    if (line.readyState === EventSource.CLOSED && line === source) setTimeout(() => { if (line === source) open(); }, 1000);
  };
  for (const type of TYPES) line.addEventListener(type, event => heardEvent(type, event));
}

function heardEvent(type, event) {
  const data = JSON.parse(event.data);
  if (event.lastEventId) {
    const all = event.lastEventId.split(',').map(Number);
    connected.filter(isPositional).forEach((topic, index) => { if (positions.has(topic)) positions.set(topic, all[index]); });
  }
  if (type === 'refused') return tell(type, data, topic => topic === connected[data.topic]);
  if (type === 'gap') return tell(type, data, topic => topic === data.topic);
  if (type === 'history' || type === 'status') return tell(type, data, topic => topic === `history:${data.run}`);
  if (type === 'log') return tell(type, data, topic => topic === `log:${data.run}`);
  tell(type, data, topic => topic === type || topic.startsWith(`${type}:`));
}

function tell(type, data, isMeant) {
  for (const [topic, all] of followers) if (isMeant(topic)) for (const heard of [...all]) heard(type, data);
}

// A page that leaves lets go of its line at once; browsers allow six of a host.
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', event => { if (event.persisted) open(); });
