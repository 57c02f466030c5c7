/** The pictures of the console: one stroke path on 16 × 16 for each kind of state, one on 10 × 10 for each status. */
import { s as svg } from '../dom.js';
import { t } from '../text.js';

const KINDS = {
  lambda: 'M4 3.5h2.6l5.2 9.5H14M7.4 8 4.2 13', sqs: 'M3 4.5h10M3 8h10M3 11.5h10', sns: 'M3 6.5v3h2l5 3v-9l-5 3zM12.5 6a3 3 0 0 1 0 4',
  dynamodb: 'M3.5 4.5c0-2 9-2 9 0v7c0 2-9 2-9 0zM3.5 4.5c0 2 9 2 9 0M3.5 8c0 2 9 2 9 0', events: 'M8 2.5v11M2.5 8h11M4 4l8 8M12 4l-8 8',
  http: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M2.5 8h11M8 2.5c-3 3-3 8 0 11M8 2.5c3 3 3 8 0 11', activity: 'M2.5 8h3l1.6-4.5L9.5 12 11 8h2.5',
  states: 'M3 3.5h4v3H3zM9 9.5h4v3H9zM5 6.5V11h4', sdk: 'M6 4 2.5 8 6 12M10 4l3.5 4L10 12', Choice: 'M8 2.5 13.5 8 8 13.5 2.5 8z',
  Parallel: 'M3.5 3v10M8 3v10M12.5 3v10', Map: 'M3 4.5h7M3 8h7M3 11.5h7M13 4.5v7M11.5 10l1.5 1.5L14.5 10',
  Wait: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3l2 1.5', Pass: 'M2.5 8h11M9.5 4l4 4-4 4', Succeed: 'M3 8.5l3.2 3L13 4.5',
  Fail: 'M4 4l8 8M12 4l-8 8', Task: 'M3.5 3.5h9v9h-9z',
};

/** The sign of each status; colour is never the only one. */
export const STATUS_SIGNS = {
  idle: 'M2.8 5h4.4', running: 'M5 1.2a3.8 3.8 0 1 1-3.8 3.8', retrying: 'M5 1.2a3.8 3.8 0 1 1-3.8 3.8', waiting: 'M3.6 2.6v4.8M6.4 2.6v4.8',
  succeeded: 'M2.4 5.2l1.9 1.8 3.4-3.8', failed: 'M3 3l4 4M7 3l-4 4', caught: 'M5 2.4v3.2M5 7.4v.1', aborted: 'M2.8 5h4.4', timedout: 'M5 2.6V5l1.8 1',
};

/** The path of a kind's picture. */
export const pictureOfKind = kind => KINDS[kind] ?? (/^[a-z]/.test(kind ?? '') ? KINDS.sdk : KINDS.Task);
/** The family of colours of a kind, for `data-k`. */
export const tintOf = kind => (kind in KINDS ? kind : /^[a-z]/.test(kind ?? '') ? 'sdk' : 'Task');

/** The tinted tile with a kind's picture, for lists. */
export function tile(kind) {
  return svg('svg', { viewBox: '0 0 32 32', width: 28, height: 28, 'aria-hidden': 'true', 'data-k': tintOf(kind), class: 'tilebox' },
    svg('rect', { class: 'tile', width: 32, height: 32, rx: 8 }),
    svg('g', { class: 'ic', transform: 'translate(8 8)' }, svg('path', { d: pictureOfKind(kind) })));
}

/** The words of the statuses are keyed as the API writes them. */
const CODES = { timedout: 'TIMED_OUT' };
/** The code of a status: `TIMED_OUT` of `timedout`. */
export const codeOf = status => CODES[status] ?? (status ?? 'idle').toUpperCase();
/** The word of a status. */
export const statusWord = status => t(`status.${codeOf(status)}`);
