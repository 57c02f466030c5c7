"""The pictures of the console for the documentation: six pages, light and dark, and two on a phone. NEWEL_SCREENSHOTS names the folder they are kept in."""
import json
import os
import tempfile

from browser import Browser
from console import get, post
from newel import *

FOLDER = os.environ.get("NEWEL_SCREENSHOTS") or tempfile.mkdtemp(prefix="newel-pictures-")


def deployed(server, template):
    name = post(server, "deployments", {"template": template, "approvals": "me"})["id"]
    wait_for(lambda: get(server, f"deployments/{name}")["status"] == "CREATE_COMPLETE", 60, template)
    return get(server, f"deployments/{name}")


def waiting_run(server):
    """Two runs that are over and one that waits for somebody."""
    found = deployed(server, "orchestrate-lambda-functions")
    machine = found["machine"]
    for number in (1, 2):
        run = post(server, "executions", {"machine": machine, "name": f"run-{number}", "input": found["input"]})
        task = wait_for(lambda: get(server, "tokens")["tokens"], 60, "a question")[0]
        post(server, "tokens/success", {"token": task["token"], "output": '"approved"'})
        ended(server.client("stepfunctions"), run["arn"], 60)
    post(server, "executions", {"machine": machine, "name": "run-3", "input": found["input"]})
    wait_for(lambda: get(server, "tokens")["tokens"], 60, "a question")
    return machine.split(":")[-1]


with Server() as server, Browser() as browser:
    machine = waiting_run(server)
    deployed(server, "map-orders")
    pages = [("machines", "/", machine), ("gallery", "/new", "Lambda"), ("run", f"/executions/{machine}/run-3", "Request Human Approval"), ("studio", f"/machines/{machine}/edit", "Check Stock Price"),
             ("approvals", "/approvals", "Request Human Approval"), ("handlers", "/handlers", "CheckStockPrice")]
    for dark in (False, True):
        page = browser.page(server.endpoint)
        page.prefer(dark)
        for name, path, seen in pages:
            page.goto(path)
            page.see("#page *", seen)
            page.until("document.fonts.status === 'loaded' && document.querySelector('#live')?.className.includes('live')")
            page.run("new Promise(done => setTimeout(done, 400))")
            picture = os.path.join(FOLDER, f"console-{name}-{'dark' if dark else 'light'}.png")
            page.screenshot(picture)
            assert os.path.getsize(picture) > 10_000, picture
        page.close()
    page = browser.page(server.endpoint, width=390, height=844)
    for name, path, seen in (pages[2], pages[4]):
        page.goto(path)
        page.see("#page *", seen)
        page.run("new Promise(done => setTimeout(done, 400))")
        page.screenshot(os.path.join(FOLDER, f"console-{name}-phone.png"))
        assert page.run("document.documentElement.scrollWidth") <= 390
