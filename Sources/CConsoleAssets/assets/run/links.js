/** Links from a state to the executions it has started. */
import { h, chip } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { action } from '../api.js';
import { to, runPath } from '../place.js';

let mapRun = null;
const EXECUTION = /arn:aws[\w-]*:states:([\w-]+):(\d{12}):execution:([^:"\\]+):([^:"\\]+)/g;

/** The executions a visit has started, by what its task was told: `[{machine, name, arn}]`. */
export function runsStartedBy(visit) {
  const isStart = visit?.tries.some(attempt => /startExecution|startSyncExecution/.test(attempt.resource ?? ''));
  if (!isStart) return [];
  const found = new Map();
  for (const attempt of visit.tries) {
    for (const text of [attempt.submitted, attempt.result]) {
      if (typeof text !== 'string') continue;
      for (const [arn, region, account, machine, name] of text.matchAll(EXECUTION)) found.set(arn, { arn, region, account, machine, name });
    }
  }
  return [...found.values()];
}

/** Those links as an element, or nothing. */
export function nestedRuns(visit) {
  const runs = runsStartedBy(visit);
  if (!runs.length) return null;
  return h('div', { class: 'nested' }, h('h3', {}, t('pane.nested')), h('ul', {}, runs.map(run => h('li', {}, h('a', { href: to(runPath(run.machine, run.name), { region: run.region, account: run.account }) }, `${run.machine} / ${run.name}`)))));
}

/** The items of a distributed Map by status, and the executions that worked on them; asked when it is shown. */
export function mapRunView(mapRunArn) {
  // Asked again while it is shown, the same element shows the newer answer.
  const place = mapRun?.key === mapRunArn ? mapRun : mapRun = h('div', { class: 'nested', key: mapRunArn, source: [mapRunArn] });
  const show = async () => {
    const run = await action('states', 'DescribeMapRun', { mapRunArn }), { executions } = await action('states', 'ListExecutions', { mapRunArn, maxResults: 50 });
    const counts = Object.entries({ PENDING: 'IDLE', RUNNING: 'RUNNING', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED', TIMED_OUT: 'TIMED_OUT', ABORTED: 'ABORTED' });
    redraw(place, h('h3', {}, t('pane.mapRun')), h('p', { class: 'row' }, counts.map(([key, status]) => [run.itemCounts[camel(key)], status]).filter(([count]) => count).map(([count, status]) => chip(status, String(count)))),
      h('ul', {}, executions.map(one => {
        const [machine, name] = one.executionArn.split(':execution:')[1].split(/:(?=[^:]*$)/);
        return h('li', { key: name }, chip(one.status), ' ', h('a', { href: to(runPath(machine, name)) }, name), ` ${one.itemCount ?? ''}`);
      })));
  };
  show().catch(error => redraw(place, h('p', { class: 'sub', role: 'alert' }, error.message)));
  return place;
}

const camel = key => key.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
