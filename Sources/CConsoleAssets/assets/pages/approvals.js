// `/approvals`: every task that waits for a token, in all runs.
import { get, post } from '../api.js';
import { add, chip, copyButton, field, h, openDialog, put, since } from '../dom.js';
import { span, time } from '../format.js';
import { valueBlock } from '../json/tree.js';
import { runPath, to } from '../place.js';
import { t } from '../text.js';

/** Shows what waits, the oldest first, and keeps the list fresh. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.approvals'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.approvals'))), place]);
  const cards = new Map();
  const show = ({ tokens }) => {
    const known = new Set(tokens.map(task => task.token));
    for (const [token, card] of cards) if (!known.has(token)) { card.remove(); cards.delete(token); }
    for (const task of tokens) {
      if (cards.has(task.token)) {
        const beat = cards.get(task.token).querySelector('[data-beat]');
        if (beat) beatOf(beat, task);
        continue;
      }
      const card = cardOf(task);
      cards.set(task.token, card);
      place.append(card);
    }
    place.querySelector('.empty')?.remove();
    if (!tokens.length) add(place, h('.empty', null, h('h2', null, t('approvals.none')), h('p', null, t('approvals.none.text'))));
  };
  const stop = await ctx.keep('tokens', () => get('tokens'), show);
  const clock = setInterval(() => {
    for (const node of place.querySelectorAll('[data-until]')) node.textContent = leftOf(node);
  }, 1000);
  return () => { clearInterval(clock); stop(); };
}

const left = until => (until > Date.now() ? t('approvals.left', { span: span(until - Date.now()) }) : t('approvals.over'));

/** What is left until the time an element names; with how often somebody has to be heard of. */
function leftOf(node) {
  const { until, beat } = node.dataset;
  return beat ? t('approvals.beat', { left: left(+until), span: span(beat * 1000) }) : left(+until);
}

/** Says when the next heartbeat is due, or, of what nobody has taken yet, how often one will be. */
function beatOf(node, task) {
  if (task.heartbeatAt) node.dataset.until = task.heartbeatAt;
  else delete node.dataset.until;
  node.textContent = task.heartbeatAt ? leftOf(node) : t('approvals.every', { span: span(task.heartbeatSeconds * 1000) });
  return node;
}

function cardOf(task) {
  const load = ref => get(`executions/${encodeURIComponent(task.machine)}/${encodeURIComponent(task.run)}/payload`, { event: task.event, member: ref.split('/')[1] });
  const run = to(runPath(task.machine, task.run), { state: task.state });
  const fault = h('p.fault', { role: 'alert' });
  const act = work => async () => {
    put(fault);
    try { await work(); } catch (error) { put(fault, error.message); }
  };
  const name = t('approvals.of', { state: task.state, run: task.run });
  return h('section.card', { 'aria-label': name, 'data-run': task.run },
    h('header', null, h('h2', null, h('a', { href: run }, task.state)), chip('WAITING'), h('span.grow'), h('span.sub', { title: time(task.since) }, since(task.since))),
    h('.in', null,
      h('dl.kv', null, h('dt', null, t('approvals.run')), h('dd', null, h('a', { href: to(`/machines/${encodeURIComponent(task.machine)}`) }, task.machine), ' / ', h('a', { href: run }, task.run)),
        task.timeoutAt && [h('dt', null, t('approvals.timeout')), h('dd', { 'data-until': task.timeoutAt }, left(task.timeoutAt))],
        task.heartbeatSeconds && [h('dt', null, t('approvals.heartbeat')), beatOf(h('dd', { 'data-beat': task.heartbeatSeconds }), task)]),
      task.payload && valueBlock(t('approvals.payload'), task.payload, { load, name: `${task.state}.json` }),
      h('.row', null,
        h('button.btn.ok', { 'aria-label': `${t('approvals.approve')}: ${name}`, onclick: act(() => post('tokens/success', { token: task.token, output: '"approved"' })) }, t('approvals.approve')),
        h('button.btn.deny', { 'aria-label': `${t('approvals.deny')}: ${name}`, onclick: act(() => post('tokens/failure', { token: task.token, error: 'Denied', cause: t('approvals.denied') })) }, t('approvals.deny')),
        h('button.btn', { 'aria-label': `${t('approvals.other')}: ${name}`, onclick: () => other(task) }, t('approvals.other')),
        copyButton(task.token, t('approvals.copy'), t('approvals.copy'))), fault));
}

/** An answer of one's own. */
function other(task) {
  openDialog(t('approvals.other'), close => {
    const input = h('textarea', { rows: 8, spellcheck: 'false', value: '{}' });
    const fault = h('p.fault', { role: 'alert' });
    return h('form', { onsubmit: async event => {
      event.preventDefault();
      try {
        JSON.parse(input.value);
        await post('tokens/success', { token: task.token, output: input.value });
        close();
      } catch (error) { put(fault, error.status === undefined ? t('start.json', { problem: error.message }) : error.message); }
    } }, field(t('approvals.output'), input), fault, h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', null, t('approvals.send'))));
  });
}
