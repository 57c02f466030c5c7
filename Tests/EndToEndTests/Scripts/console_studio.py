"""The Studio in a real browser: text patched and never written anew, drag and keyboard, broken text, test state, save and run, edit and run again."""
import json
import os
import shutil
import tempfile

from browser import Browser
from console_kit import ASSETS, OVERLAPS, ROLE, finished, machine, node, run_path, sees_status
from newel import ROOT, Server, ended, wait_for

# Written as people write: four spaces, unknown members, an order of its own, numbers with digits that a program would drop.
TEXT = """{
    "Comment": "an order of its own",
    "States": {
        "First": {"Type": "Pass", "Next": "Ask", "Result": {"n": 1.50, "big": 12345678901234567890}},
        "Ask": {
            "Comment": "kept",
            "Type": "Choice",
            "Choices": [
                { "Variable": "$.n", "NumericGreaterThan": 1, "Next": "Much" }
            ],
            "Default": "Little"
        },
        "Much": {
            "Type": "Pass",
            "End": true
        },
        "Little": {
            "Type": "Succeed"
        }
    },
    "StartAt": "First"
}
"""


def text_of(page):
    return page.run("document.querySelector('.codepane textarea').value")


def definition_of(page):
    return json.loads(text_of(page))


def middle(page, one, two):
    """The middle between two states on the screen."""
    return page.run(f"""(() => {{ const box = s => document.querySelector(s).querySelector('.box').getBoundingClientRect(), a = box({json.dumps(node(one))}), b = box({json.dumps(node(two))});
        return [(a.left + a.right + b.left + b.right) / 4, (a.bottom + b.top) / 2]; }})()""")


def undoes_all(page):
    """Takes every step back, so that the page may be left without being asked."""
    while page.run("!document.querySelector('#undo').disabled"):
        page.click("#undo")


def opens(page, name, **query):
    page.goto(f"/machines/{name}/edit" + ("?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""))
    page.see("svg.graph .node[data-name]")
    page.see(".problems .g", "No problems")


def drags(page):
    """Check 9: from the palette onto an edge; order of keys, indentation and digits stay; undo gives back every byte."""
    opens(page, "text")
    assert text_of(page) == TEXT and page.run("document.querySelector('#undo').disabled && document.querySelector('#save').disabled")
    # The middle is brought into view before the drag begins, for the palette scrolls.
    start = page.place(".pal", "A time, or until one")
    page.drag(start, middle(page, "First", "Ask"))
    page.see(node("Wait"))
    assert page.run("document.querySelector('.dragghost, .slot')") is None
    changed = text_of(page)
    definition = json.loads(changed)
    assert definition["States"]["First"]["Next"] == "Wait" and definition["States"]["Wait"] == {"Type": "Wait", "Seconds": 5, "Next": "Ask"}
    assert list(definition) == ["Comment", "States", "StartAt"] and list(definition["States"]) == ["First", "Wait", "Ask", "Much", "Little"]
    assert '"Result": {"n": 1.50, "big": 12345678901234567890}' in changed
    assert '\n        "Wait": {\n            "Type": "Wait",\n            "Seconds": 5,\n            "Next": "Ask"\n        },\n        "Ask": {' in changed
    page.press("Control+z")
    page.gone(node("Wait"))
    assert text_of(page) == TEXT
    page.click("#redo")
    page.see(node("Wait"))
    assert text_of(page) == changed
    page.click("#undo")
    page.gone(node("Wait"))


def escapes(page):
    """A drag that Escape ends changes nothing."""
    start, end = page.place(".pal", "Shape the data"), middle(page, "First", "Ask")
    page.mouse("mouseMoved", *start)
    page.mouse("mousePressed", *start)
    for part in (0.4, 0.8, 1):
        page.send("Input.dispatchMouseEvent", type="mouseMoved", x=start[0] + (end[0] - start[0]) * part, y=start[1] + (end[1] - start[1]) * part, button="left", buttons=1)
    page.see(".slot.near .drop")
    page.press("Escape")
    page.gone(".dragghost")
    page.mouse("mouseReleased", *end)
    assert text_of(page) == TEXT and page.count(".slot") == 0


def by_keyboard(page):
    """Check 10: the same without a mouse: select, add, rename with its references, delete with the chain healed."""
    page.run(f"document.querySelector({json.dumps(node('First'))}).focus()")
    page.press("Enter")
    page.see(".inspector h2", "First")
    page.press("/")
    page.until("document.activeElement.id === 'palette-find'")
    page.type("until one")
    page.press("Tab")
    page.until("document.activeElement.dataset.title === 'Wait'")
    page.press("Enter")
    page.see(node("Wait"))
    assert definition_of(page)["States"]["First"]["Next"] == "Wait"
    page.until("document.activeElement.dataset.name === 'Wait'")
    page.press("F2")
    page.see("input.rename")
    page.run("document.activeElement.select()")
    page.type("쉬기 ☕")
    page.press("Enter")
    page.see(node("쉬기 ☕"))
    definition = definition_of(page)
    assert definition["States"]["First"]["Next"] == "쉬기 ☕" and definition["States"]["쉬기 ☕"]["Next"] == "Ask"
    page.press("Delete")
    page.gone(node("쉬기 ☕"))
    assert text_of(page) == TEXT, text_of(page)
    for _ in range(3):
        page.press("Control+z")
    assert text_of(page) == TEXT
    page.fill("#palette-find", "")


def moves(page):
    """A state is moved along an edge by mouse; what was around it closes up."""
    start = page.run(f"(() => {{ const b = document.querySelector({json.dumps(node('Much'))}).querySelector('.box').getBoundingClientRect(); return [b.left + 90, b.top + 30]; }})()")
    page.drag(start, middle(page, "First", "Ask"))
    page.until("JSON.parse(document.querySelector('.codepane textarea').value).States.First.Next === 'Much'")
    definition = definition_of(page)
    assert definition["States"]["Much"] == {"Type": "Pass", "Next": "Ask"} and definition["States"]["Ask"]["Choices"] == []
    page.click("#undo")
    assert text_of(page) == TEXT


def places(page):
    """What the mouse drags, the keyboard places: arrows and Tab light the places of the graph, Enter takes one, Escape none; the place is said."""
    where = "document.querySelector('.dragghost')?.dataset.where"
    page.focus("#palette-find")
    page.fill("#palette-find", "until one")
    page.press("Tab")
    page.until("document.activeElement.dataset.title === 'Wait'")
    page.press("p")
    page.see(".slot.near .drop")
    page.until("document.querySelector('#say').textContent.includes('arrows choose a place')")
    for _ in range(page.count(".slot")):
        if page.run(where) == "Between Ask and Much":
            break
        page.press("Tab")
    assert page.run(where) == "Between Ask and Much", page.run(where)
    page.press("ArrowUp")
    assert page.run(where) == "Between First and Ask", page.run(where)
    page.press("Escape")
    page.gone(".dragghost")
    assert text_of(page) == TEXT and page.count(".slot") == 0
    page.press("p")
    page.see(".slot.near .drop")
    for _ in range(page.count(".slot")):
        if page.run(where) == "Between Start and First":
            break
        page.press("Tab")
    page.press("Enter")
    page.see(node("Wait"))
    assert definition_of(page)["StartAt"] == "Wait" and definition_of(page)["States"]["Wait"]["Next"] == "First"
    page.until("document.activeElement.dataset.name === 'Wait'")
    page.press("m")
    page.see(".slot.near .drop")
    for _ in range(page.count(".slot")):
        if page.run(where) == "Between First and Ask":
            break
        page.press("Tab")
    page.press("Enter")
    page.until("document.activeElement.dataset.name === 'Wait'")
    definition = definition_of(page)
    assert definition["StartAt"] == "First" and definition["States"]["First"]["Next"] == "Wait" and definition["States"]["Wait"]["Next"] == "Ask", definition
    before = page.run("document.querySelector('svg.graph > g').getAttribute('transform')")
    page.press("Shift+ArrowDown")
    assert page.run("document.querySelector('svg.graph > g').getAttribute('transform')") != before
    page.fill("#palette-find", "")
    undoes_all(page)


def whole(page):
    """With nothing selected the whole definition stands beside the graph, in colours, and is edited there; a state has a form and its text, and what of that is refused can be taken back."""
    page.press("Escape")
    area = ".wholeeditor textarea"
    page.until(f"document.querySelector('{area}')?.value === {json.dumps(TEXT)}")
    assert page.run("[...document.querySelectorAll('.inspector [role=tab]')].map(n => n.textContent)") == ["Definition"]
    assert page.count(".wholeeditor pre .k") > 10 and page.count(".wholeeditor pre .s") > 5
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('\"Much\": {{') + 5; a.focus(); a.setSelectionRange(i, i); }})()")
    page.type("er")
    page.see(node("Mucher"))
    page.see(".wholeeditor .num.error")
    page.press("Control+z")
    page.see(node("Much"))
    page.until(f"document.querySelector('{area}').value === {json.dumps(TEXT)} && document.activeElement.matches('{area}')")
    page.click(node("Much"))
    page.see(".inspector h2", "Much")
    assert page.run("[...document.querySelectorAll('.inspector [role=tab]')].map(n => n.textContent)") == ["Form", "Definition"]
    page.click("#inspector-definition")
    small = ".smalleditor textarea"
    before = page.run(f"document.querySelector('{small}').value")
    page.focus(small)
    page.type("oops")
    page.see(".inspector .fault", "Line")
    page.press("Control+z")
    page.until(f"document.querySelector('{small}').value === {json.dumps(before)}")
    assert text_of(page) == TEXT
    page.run(f"(() => {{ const a = document.querySelector('{small}'), i = a.value.indexOf('Pass') + 4; a.setSelectionRange(i, i); }})()")
    page.type("ed")
    page.until("document.querySelector('.codepane textarea').value.includes('Passed')")
    page.press("Control+z")
    page.until(f"document.querySelector('{small}').value === {json.dumps(before)}")
    assert text_of(page) == TEXT
    page.click("#inspector-form")
    page.press("Escape")
    page.focus(area)
    page.press("Control+a")
    page.type('{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1.50,"End":true}}}')
    page.click("#lay-out")
    page.gone("#lay-out")
    page.until("document.querySelector('.wholeeditor textarea').value.startsWith('{\\n  \"StartAt\": \"A\",\\n') && document.querySelector('.wholeeditor textarea').value.includes('1.50')")
    undoes_all(page)
    assert text_of(page) == TEXT


def forms(page):
    """The inspector's form changes the text member by member."""
    page.click(node("Much"))
    page.see(".inspector h2", "Much")
    page.run("(() => { window.held = document.querySelector('#test-state'); })()")
    page.fill("#field-Result", '{"gross": 2.50}')
    page.press("Tab")
    page.until("document.querySelector('.codepane textarea').value.includes('gross')")
    assert page.run("held === document.querySelector('#test-state')"), "a button that one may be about to press has become another"
    assert definition_of(page)["States"]["Much"] == {"Type": "Pass", "Result": {"gross": 2.5}, "End": True}
    page.choose("#field-next", "Little")
    page.until("document.querySelector('.edge.next[data-from=Much][data-to=Little]') !== null")
    assert definition_of(page)["States"]["Much"]["Next"] == "Little" and "End" not in definition_of(page)["States"]["Much"]
    page.click(node("Ask"))
    page.click("#add-rule")
    page.until("JSON.parse(document.querySelector('.codepane textarea').value).States.Ask.Choices.length === 2")
    page.click("#inspector-definition")
    page.see(".smalleditor pre", '"Comment"')
    small = page.run("document.querySelector('.smalleditor textarea').value")
    assert small.startswith('{\n    "Comment": "kept"'), small
    undoes_all(page)
    assert text_of(page) == TEXT
    page.click("#inspector-form")


def breaks(page):
    """Check 11: broken text keeps the last graph and names the line, in every mode; the server's problems stand at their lines."""
    page.click("#mode-code")
    area = ".codepane textarea"
    page.focus(area)
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('\"Choices\"'); a.setSelectionRange(i, i); }})()")
    page.type("oops ")
    page.see(".problems .e", "Line 8")
    page.see(".brokenmark", "line 8")
    assert page.count("svg.graph .node[data-name]") == 4
    page.see(".editor .num.error", "8")
    page.click("#mode-design")
    page.see(".brokenmark", "line 8")
    page.click("#mode-code")
    page.click("#undo")
    page.see(".problems .g", "No problems")
    assert text_of(page) == TEXT
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('\"Little\"'); a.focus(); a.setSelectionRange(i + 1, i + 7); }})()")
    page.type("Nowhere")
    page.see(".problems .e", "Nowhere")
    page.click(".problems .e")
    page.until("document.activeElement.matches('.codepane textarea')")
    page.click("#undo")
    page.see(".problems .g", "No problems")


def writes(page):
    """The editor: suggestions, bracket match, find, fold, indentation; Escape and Tab leave it."""
    area = ".codepane textarea"
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('\"Ask\",'); a.focus(); a.setSelectionRange(i + 1, i + 4); }})()")
    page.type("L")
    page.see(".suggestions li", "Little")
    page.press("Enter")
    page.until("JSON.parse(document.querySelector('.codepane textarea').value).States.First.Next === 'Little'")
    page.click("#undo")
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('\"Choices\": [') + 12; a.focus(); a.setSelectionRange(i, i); a.dispatchEvent(new Event('click')); }})()")
    page.until("document.querySelectorAll('.codepane .pair').length === 2")
    page.press("Control+f")
    page.fill(".codepane .findbar input", "little")
    page.see(".codepane .findbar", "of 2")
    assert page.count(".codepane pre mark") == 2
    page.press("Escape")
    page.gone(".codepane .findbar")
    page.click("#fold-states")
    page.until("document.querySelector('.codepane textarea').value.split('\\n').length < 20")
    page.run(f"(() => {{ const a = document.querySelector('{area}'), i = a.value.indexOf('an order'); a.focus(); a.setSelectionRange(i, i); }})()")
    page.type("xx ")
    page.click("#fold-states")
    page.until(f"document.querySelector('{area}').value === {json.dumps(TEXT.replace('an order', 'xx an order'))}")
    page.click("#undo")
    assert text_of(page) == TEXT
    page.focus(area)
    page.press("Escape")
    page.press("Tab")
    page.until("!document.activeElement.matches('.codepane textarea')")
    page.click("#mode-design")


def saves_and_runs(page, sfn):
    """Saving updates the machine with the very text; then it is run."""
    page.click(node("First"))
    page.fill("#field-Result", '{"n": 3}')
    page.press("Tab")
    page.until("document.querySelector('.codepane textarea').value.includes('\"n\": 3')")
    text = text_of(page)
    page.click("#save-run")
    page.see("dialog[open] h2", "text")
    arn = f"arn:aws:states:us-east-1:000000000000:stateMachine:text"
    assert sfn.describe_state_machine(stateMachineArn=arn)["definition"] == text
    page.click("dialog[open] .btn.primary")
    page.see("#run-status", "Succeeded")
    sees_status(page, "Much", "succeeded")


def builds_new(page, sfn):
    """Check 15 for this page: a draft with placeholders is flagged, a handler is picked, saved, run."""
    page.goto("/")
    draft = {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:CheckStockPriceLambda", "End": True}}}
    page.run(f"sessionStorage.setItem('newel.draft.fresh', {json.dumps(json.dumps(draft, indent=2))})")
    page.goto("/machines/fresh/edit")
    page.see(".problems .w", "placeholder")
    page.click(".problems .w")
    page.see(".flagged")
    page.choose("#resource-pick", "arn:aws:lambda:us-east-1:000000000000:function:CheckStockPrice")
    page.see(".problems .g", "No problems")
    page.click("#mode-config")
    page.fill("#config-timeout", "60")
    page.press("Tab")
    page.click("#save")
    page.gone(".head .sub", "Not saved")
    made = sfn.describe_state_machine(stateMachineArn="arn:aws:states:us-east-1:000000000000:stateMachine:fresh")
    assert json.loads(made["definition"])["TimeoutSeconds"] == 60 and "000000000000:function:CheckStockPrice" in made["definition"]
    assert finished(sfn, made["stateMachineArn"], "r1")["status"] == "SUCCEEDED"


def tests_states(page):
    """Check 19: a state is tested with an input, and the data flow shows each step."""
    opens(page, "text", state="Ask")
    page.click("#test-state")
    page.fill("dialog[open] .testinputs textarea", '{"n": 5}')
    page.click("#run-test")
    page.see(".testresult", "Next state: Much")
    page.see(".testresult .flow li", '"n": 5')
    page.fill("dialog[open] footer input", "five")
    page.click("dialog[open] button", "Save as test")
    page.see("dialog[open] footer select")
    page.press("Escape")
    page.gone("dialog[open]")


def keeps_tests(browser, page):
    """What is saved as a test has what came as what is expected: all of a machine are run at once, follow a renamed state, go to a file and come from one."""
    page.click("#mode-config")
    page.see("li[data-test=five] [data-result=unknown]")
    page.click("#tests-run")
    page.see("li[data-test=five] [data-result=passed]")
    page.see("#tests-note", "1 of 1")
    page.click("#mode-design")
    page.choose("#rule-next-0", "Little")
    page.fill("#field-name", "Decide")
    page.press("Tab")
    page.see(node("Decide"))
    page.click("#mode-config")
    page.click("#tests-run")
    page.see("li[data-test=five] [data-result=failed]")
    page.see("li[data-test=five]", "next state: Little, expected Much")
    page.click("li[data-test=five] button", "Open")
    page.until("document.querySelector('dialog[open] .testinputs textarea')?.value.includes('5')")
    page.press("Escape")
    page.gone("dialog[open]")
    folder = tempfile.mkdtemp(prefix="newel-download-")
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    page.click("#tests-export")
    path = os.path.join(folder, "text.tests.json")
    wait_for(lambda: os.path.exists(path), what="the file of tests")
    kept = json.loads(wait_for(lambda: open(path, encoding="utf-8").read(), what="what is in it"))
    assert [(test["state"], test["name"], test["expected"]["nextState"]) for test in kept["tests"]] == [("Decide", "five", "Much")], kept
    page.click("li[data-test=five] button", "Delete")
    page.see("#tests-note", "None yet")
    assert page.run("document.querySelector('#tests-run').disabled && document.querySelector('#tests-export').disabled")
    kept["tests"][0]["expected"]["nextState"] = "Little"
    kept["tests"].append({"state": "Nowhere", "name": "lost", "input": "{}"})
    with open(path, "w", encoding="utf-8") as file:
        json.dump(kept, file)
    takes(page, path)
    page.see("li[data-test=lost] [data-result=gone]")
    page.click("#tests-run")
    page.see("li[data-test=five] [data-result=passed]")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"tests": 1}')
    takes(page, path)
    page.see(".config .fault", "text.tests.json holds no tests")
    page.see("li[data-test=five]")
    shutil.rmtree(folder)
    page.click("#mode-design")
    undoes_all(page)


def takes(page, path):
    """A file chosen in the dialog of the browser."""
    field = page.send("Runtime.evaluate", expression="document.querySelector('#tests-file')")["result"]["objectId"]
    page.send("DOM.setFileInputFiles", files=[path], objectId=field)


def nests(page, sfn):
    """States are put into lanes and empty lanes; the layout never overlaps."""
    machine(sfn, "lanes", {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}, {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}]}}})
    opens(page, "lanes")
    page.click(node("A"))
    page.run("document.querySelector('.pal[data-title=Map]').focus()")
    page.press("Enter")
    page.see(node("Map"))
    definition = definition_of(page)
    assert definition["States"]["Both"]["Branches"][0]["States"]["A"]["Next"] == "Map", definition
    page.click(node("B"))
    page.click("#delete-state")
    page.gone(node("B"))
    page.see(".node.empty")
    page.drag(page.place(".pal", "Shape the data"), page.run("(() => { const b = document.querySelector('.node.empty .box').getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()"))
    page.see(node("Pass"))
    definition = definition_of(page)
    assert definition["States"]["Both"]["Branches"][1] == {"StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "End": True}}}, definition
    assert page.run(OVERLAPS) == []
    undoes_all(page)


def pure_modules(page):
    """Layout never overlaps and patches are exact, over definitions of all shapes, in the browser itself."""
    page.goto("/")
    sample = open(os.path.join(ROOT, "Samples", "OrchestrateLambdaFunctions", "definition.asl.json"), encoding="utf-8").read()
    facts = page.run(f"""(async () => {{
      const {{ layout }} = await import('{ASSETS}/graph/layout.js'), {{ toGraph, exitsOf, statesOf }} = await import('{ASSETS}/graph/asl.js');
      const {{ insertState, deleteState, renameState, moveState, stateText, replaceState }} = await import('{ASSETS}/studio/edits.js');
      let seed = 20260; const random = n => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
      const make = (n, depth) => {{ const States = {{}}, names = Array.from({{ length: n }}, (_, i) => `s${{depth}}-${{random(1e9)}}-${{i}}`), any = () => names[random(n)];
        names.forEach((name, i) => {{ const end = i === n - 1, kind = depth < 2 ? random(8) : random(5);
          States[name] = kind === 0 && n > 1 ? {{ Type: 'Choice', Choices: Array.from({{ length: 1 + random(3) }}, () => ({{ Variable: '$.a', NumericEquals: random(9), Next: any() }})), Default: any() }}
            : kind === 6 ? {{ Type: 'Parallel', Branches: Array.from({{ length: 1 + random(3) }}, () => make(1 + random(4), depth + 1)) }} : kind === 7 ? {{ Type: 'Map', ItemProcessor: make(1 + random(4), depth + 1) }} : {{ Type: 'Pass' }};
          if (kind !== 0 || n === 1) Object.assign(States[name], end ? {{ End: true }} : {{ Next: random(4) ? names[i + 1] : any() }});
          if (kind > 4 && n > 1) States[name].Catch = [{{ ErrorEquals: ['States.ALL'], Next: any() }}]; }});
        return {{ StartAt: names[0], States }}; }};
      let overlaps = 0, wrong = 0, edits = 0;
      const size = () => ({{ w: 208, h: 54 }}), measure = t => t.length * 6.4;
      const cross = (a, b) => a.x < b.x + b.w - .5 && b.x < a.x + a.w - .5 && a.y < b.y + b.h - .5 && b.y < a.y + a.h - .5;
      for (let k = 0; k < 60; k++) {{
        const definition = make(1 + random(14), 0), placed = layout(toGraph(definition, {{ size, measure }}));
        const inside = (a, b) => a.id.startsWith(b.id + '\\u001f') || b.id.startsWith(a.id + '\\u001f');
        placed.nodes.forEach((a, i) => placed.nodes.slice(i + 1).forEach(b => {{ if (!inside(a, b) && cross(a, b)) overlaps++; }}));
        const labels = placed.edges.filter(e => e.label).map(e => e.label);
        labels.forEach((a, i) => labels.slice(i + 1).forEach(b => {{ if (cross(a, b)) overlaps++; }}));
        const going = statesOf(definition).filter(([, one]) => one.Next), all = going.length ? going : statesOf(definition);
        const text = JSON.stringify(definition, null, 1 + random(4)), [name, state] = all[random(all.length)], exit = exitsOf(state).find(e => e.kind === 'next');
        if (exit) {{ edits++; const place = {{ lane: [], from: name, kind: 'next', to: exit.to }}, more = insertState(text, place, 'Added', {{ Type: 'Pass' }});
          if (JSON.parse(more).States.Added.Next !== exit.to || deleteState(more, [], 'Added') !== text) wrong++; }}
        if (renameState(renameState(text, [], name, '이름 "x"'), [], '이름 "x"', name) !== text) wrong++;
        if (replaceState(text, ['States', name], stateText(text, ['States', name])) !== text) wrong++;
      }}
      const sample = {json.dumps(sample)}, moved = moveState(sample, [], 'Report Result', {{ lane: [], from: 'Check Stock Price', kind: 'next', to: 'Generate Buy/Sell recommendation' }});
      return [overlaps, wrong, edits, JSON.parse(moved).States['Report Result'].Next]; }})()""")
    assert facts[:2] == [0, 0] and facts[2] >= 15 and facts[3] == "Generate Buy/Sell recommendation", facts


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        server.client("lambda").create_function(FunctionName="CheckStockPrice", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
        machine(sfn, "text", TEXT)
        drags(page)
        escapes(page)
        by_keyboard(page)
        places(page)
        moves(page)
        whole(page)
        forms(page)
        breaks(page)
        writes(page)
        saves_and_runs(page, sfn)
        builds_new(page, sfn)
        tests_states(page)
        keeps_tests(browser, page)
        nests(page, sfn)
        pure_modules(page)
        page.quiet()


if __name__ == "__main__":
    main()
