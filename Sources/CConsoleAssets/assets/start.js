// The dialog that starts an execution.
import { post } from './api.js';
import { field, h, openDialog, put } from './dom.js';
import { runPath, to } from './place.js';
import { t } from './text.js';

const key = machine => `newel.input.${machine}`;

/**
 * Asks for name and input and starts; `machine` is `{ name, arn, type }`, `ready.input` the text to begin with.
 * Without it the input of the last start of this machine.
 */
export function openStart(machine, ctx, ready = {}) {
  openDialog(t('start.title', { name: machine.name }), close => {
    const name = h('input', { type: 'text', id: 'start-name', maxlength: 80, autocomplete: 'off', spellcheck: 'false' });
    const input = h('textarea', { id: 'start-input', rows: 10, spellcheck: 'false', value: ready.input ?? localStorage.getItem(key(machine.name)) ?? '{}' });
    const fault = h('p.fault', { role: 'alert', id: 'start-fault' });
    const button = h('button.btn.primary', { type: 'submit' }, t('machines.start'));
    const submit = async event => {
      event.preventDefault();
      put(fault);
      try { JSON.parse(input.value); } catch (error) {
        put(fault, t('start.json', { problem: error.message }));
        return input.focus();
      }
      button.disabled = true;
      try {
        const run = await post('executions', { machine: machine.arn, name: name.value.trim(), input: input.value });
        localStorage.setItem(key(machine.name), input.value);
        close();
        if (run.machine) ctx.go(to(runPath(run.machine, run.name)));
        else ctx.say(t('start.done'));
      } catch (error) {
        put(fault, error.message);
      } finally {
        button.disabled = false;
      }
    };
    return h('form', { onsubmit: submit }, field(t('start.name'), name, t('start.name.hint')), field(t('start.input'), input), fault,
      h('details', null, h('summary', null, t('start.cli')), h('pre.json', { id: 'start-cli', tabindex: 0 }, command(machine))),
      h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), button));
  });
}

/** The same as a command. */
export function command(machine) {
  return `aws stepfunctions start-execution --endpoint-url ${location.origin} --state-machine-arn ${machine.arn} --input '{}'`;
}
