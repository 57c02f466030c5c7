/** What stands above the tabs when something is to be done: someone must answer, or something went wrong. */
import { h, copyButton } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { readJSON } from '../json/text.js';
import { valueBlock } from '../json/tree.js';
import { nextTry, waitingOf } from './history.js';

/**
 * Draws the callouts of a selection into their place.
 *
 * @param on the page's actions: `answer(visit)`, `deny(visit)`, `answerOther(visit)`, `heartbeat(visit)`, `redrive()`, `test(entry, visit)`, `edit(entry, visit)`, `fork(entry)`, `pick(path)`, `logs(visit)` gives the lines of its handler, `log()` shows them
 */
export function calloutsFor(place, run, selection, on) {
  const isNow = run.at === null, visit = selection?.visit;
  const waiting = isNow && visit?.st === 'waiting' && visit.type === 'Task' ? visit : null;
  const failed = visit && visit.error && visit.st !== 'succeeded' && (visit.st !== 'running' || visit.error) ? visit : null;
  const others = isNow && !selection ? waitingOf(run.shown) : [];
  const runError = !selection && run.view.end !== null && run.view.status !== 'succeeded' ? run.view : null;
  const key = [run.selected, visit?.number, waiting?.token, waiting?.st, waiting?.beatAt, failed?.error?.error, failed?.error?.cause, failed?.st, failed && on.logs(failed).length > 0, runError?.status, runError?.error?.error, others.map(v => v.number), isNow, run.view.end].join('|');
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    redraw(place, waiting ? waitCallout(run, waiting, on) : null, failed ? errorCallout(run, selection.entry, failed, on) : null, runError ? runCallout(run, on) : null, others.length ? openCallout(run, others, on) : null);
  }
  for (const countdown of place.querySelectorAll('[data-until]')) {
    const left = Number(countdown.dataset.until) - Date.now(), text = left > 0 ? span(left).replace(/\.\d+ s$/, ' s') : t('wait.over');
    if (countdown.textContent !== text) countdown.textContent = text;
  }
}

const callout = (status, title, ...content) => h('section', { class: 'callout', 'data-st': status, 'aria-label': title }, h('b', { tabindex: '0' }, title), content);
const button = (kind, text, act, properties = {}) => h('button', { type: 'button', class: `btn ${kind}`, onclick: act, ...properties }, text);

function waitCallout(run, visit, on) {
  const attempt = visit.tries.at(-1), limits = [];
  if (attempt?.timeout) limits.push([t('wait.timeout'), attempt.from + attempt.timeout * 1_000]);
  if (attempt?.heartbeat) limits.push([t('wait.heartbeat', { seconds: attempt.heartbeat }), (visit.beatAt ?? attempt.started ?? attempt.from) + attempt.heartbeat * 1_000]);
  const isActivity = attempt?.isActivity;
  return callout('waiting', t('wait.title'), h('p', {}, t(isActivity ? 'wait.activity' : 'wait.token')),
    limits.length ? h('dl', { class: 'limits' }, limits.map(([name, until]) => h('div', {}, h('dt', {}, name), h('dd', { 'data-until': String(until) })))) : null,
    visit.token ? h('div', { class: 'row' }, button('ok', t('wait.approve'), () => on.answer(visit), { id: 'approve' }), button('deny', t('wait.deny'), () => on.deny(visit), { id: 'deny' }),
      button('', t('wait.other'), () => on.answerOther(visit), { id: 'answer-other' }), attempt?.heartbeat ? button('', t('wait.beat'), () => on.heartbeat(visit)) : null, tokenButton(visit)) : null);
}

function tokenButton(visit) {
  const copy = copyButton(() => visit.token, t('wait.copyToken'), t('wait.copyToken'));
  copy.className = 'btn ghost';
  return copy;
}

/** A cause as people can read it: JSON laid out, with the message and the trace of a function first. */
export function causeView(cause) {
  if (!cause) return null;
  let isShaped;
  try { isShaped = ['object', 'array'].includes(readJSON(cause).type); } catch { isShaped = false; }
  return isShaped ? valueBlock(t('error.cause'), cause, { name: 'cause.json' }) : h('p', { class: 'cause', tabindex: '0' }, cause);
}

function errorCallout(run, entry, visit, on) {
  const { error, cause, location } = visit.error, isOver = run.view.end !== null && run.at === null, isEnd = isOver && run.view.status !== 'succeeded';
  const status = visit.st === 'caught' ? 'caught' : visit.st === 'retrying' && !isOver ? 'running' : 'failed';
  const retry = visit.st === 'retrying' && run.at === null ? nextTry(entry.state, visit) : null;
  return callout(status, error || t('error.unnamed'), causeView(cause), location ? h('p', { class: 'sub' }, t('error.location', { location })) : null,
    visit.st === 'caught' ? h('p', {}, t('error.caught')) : null,
    retry ? h('p', {}, t('error.retry', { attempt: visit.tries.length + 1 }), ' ', h('span', { 'data-until': String(retry) })) : null,
    h('div', { class: 'row' }, isEnd && visit.st !== 'caught' && !run.info.isExpress ? button('', t('error.redrive'), () => on.redrive(), { id: 'redrive-here' }) : null,
      button('', t('error.test'), () => on.test(entry, visit), { id: 'test-here' }),
      on.logs(visit).length ? button('', t('error.log'), () => on.log(), { id: 'log-here' }) : null,
      isOver && visit.scope.owner === null ? button('', t('error.edit'), () => on.edit(entry, visit), { id: 'edit-here' }) : null));
}

function runCallout(run, on) {
  const { view } = run, { error, cause } = view.error ?? {}, title = error || t(`ended.${view.status}`);
  return callout(view.status === 'aborted' ? 'aborted' : 'failed', title, causeView(cause),
    h('div', { class: 'row' }, view.failed ? button('', t('error.show', { name: view.failed.name }), () => on.visit(view.failed)) : null, run.at === null && !run.info.isExpress ? button('', t('run.redrive'), () => on.redrive()) : null));
}

function openCallout(run, visits, on) {
  return callout('waiting', t('wait.some', { count: visits.length }), h('div', { class: 'row' }, visits.slice(0, 20).map(visit => button('', visit.name, () => on.visit(visit)))));
}
