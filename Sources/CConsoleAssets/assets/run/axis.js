/** The axis of a timeline, and times as precise as a run needs them. */

/** A time of day with milliseconds. */
export function clock(at) {
  const date = new Date(at), two = n => String(n).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** The distances a time axis may have between its ticks, in milliseconds. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 3e4, 6e4, 3e5, 6e5, 18e5, 36e5, 108e5, 216e5, 864e5, 6048e5];

/** The ticks of an axis over a span, at most `most` of them. */
export function ticksOf(span, most = 9) {
  const step = STEPS.find(s => span / s <= most) ?? Math.ceil(span / most / STEPS.at(-1)) * STEPS.at(-1);
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step);
}

/** A tick's label: whole units only, of which there may be two. */
export function tickLabel(ms) {
  if (ms === 0) return '0';
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 60_000) return `${ms / 1_000} s`;
  const minutes = Math.floor(ms / 60_000), seconds = ms % 60_000 / 1_000;
  if (minutes < 60) return seconds ? `${minutes} min ${seconds} s` : `${minutes} min`;
  return `${Math.round(ms / 3_600_00) / 10} h`;
}
