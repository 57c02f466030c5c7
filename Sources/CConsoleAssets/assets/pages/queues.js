// `/queues`: queues with their messages, without receiving any.
import { action, get } from '../api.js';
import { add, copyButton, field, h, openDialog, put, sayError, sign, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { time } from '../format.js';
import { valueBlock } from '../json/tree.js';
import { t } from '../text.js';

/** Shows each queue with what waits and what is in flight. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.queues'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.queues'))), place]);
  return ctx.keep('messages', () => get('queues'), ({ queues }) => {
    redraw(place, queues.length ? queues.map(card) : h('.empty', null, h('h2', null, t('queues.none')), h('p', null, t('queues.none.text'))));
  });
}

function card(queue) {
  const fact = (key, value) => h('div', null, h('dt', null, t(`queues.${key}`)), h('dd', { 'data-fact': key }, String(value)));
  return h('section.card', { key: queue.url, 'aria-label': queue.name, 'data-queue': queue.name },
    h('header', null, h('h2', null, queue.name), h('span.grow'), h('dl.facts.kept', null, fact('waiting', queue.waiting), fact('inFlight', queue.inFlight), fact('delayed', queue.delayed)), copyButton(queue.url, t('queues.copy')),
      h('button.btn.sm', { 'aria-label': `${t('queues.send')}: ${queue.name}`, onclick: () => send(queue) }, t('queues.send')), h('button.btn.sm', { disabled: !queue.messages.length, 'aria-label': `${t('queues.purge')}: ${queue.name}`, onclick: () => purge(queue) }, t('queues.purge'))),
    h('ul.plain.messages', null, queue.messages.map(message => h('li', { key: message.id, 'data-phase': message.phase }, h('details', null,
      h('summary', null, sign(...{ waiting: ['running', 'queue'], inFlight: ['waiting', 'pause'], delayed: ['idle', 'clock'] }[message.phase], t(`queues.${message.phase}`)), h('span.ellipsis', null, message.body.slice(0, 160)), h('span.sub', { title: time(message.sentAt) }, since(message.sentAt))),
      h('.in', null, h('dl.kv', null, h('dt', null, t('queues.id')), h('dd', null, message.id), h('dt', null, t('queues.received')), h('dd', null, String(message.receiveCount)), message.group && [h('dt', null, t('queues.group')), h('dd', null, message.group)]),
        copyButton(message.body), valueBlock(null, message.body, { name: `${message.id}.json`, hasCopy: false })))))), queue.more > 0 && h('p.sub.in', null, t('queues.more', { count: queue.more })));
}

function send(queue) {
  openDialog(t('queues.send.to', { name: queue.name }), close => {
    const input = h('textarea', { rows: 8, spellcheck: 'false', required: true });
    const fault = h('p.fault', { role: 'alert' });
    return h('form', { onsubmit: async event => {
      event.preventDefault();
      try {
        const fifo = queue.name.endsWith('.fifo') ? { MessageGroupId: 'console', MessageDeduplicationId: String(Date.now()) } : {};
        await action('sqs', 'SendMessage', { QueueUrl: queue.url, MessageBody: input.value, ...fifo });
        close();
      } catch (error) { put(fault, error.message); }
    } }, field(t('queues.body'), input), fault, h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', null, t('queues.send'))));
  });
}

function purge(queue) {
  openDialog(t('queues.purge.title', { name: queue.name }), close => h('.in', null, h('p', null, t('queues.purge.text')), h('.actions', null, h('button.btn', { onclick: close }, t('cancel')),
    h('button.btn.deny', { onclick: async () => { close(); try { await action('sqs', 'PurgeQueue', { QueueUrl: queue.url }); } catch (error) { sayError(error); } } }, t('queues.purge')))));
}
