"""The tutorial of NewelPluginKit holds: its pages convert, its commands run, every version of its source builds, and the last one answers in the sample."""
import json
import os
import re
import shutil
import subprocess
import tempfile

from newel import PRODUCTS, ROOT

CATALOG = os.path.join(ROOT, "Sources", "NewelPluginKit", "NewelPluginKit.docc")


def shown():
    """What the tutorial shows, in order: file name and text."""
    with open(os.path.join(CATALOG, "Tutorials", "CheckStockPrice.tutorial")) as file:
        names = re.findall(r'@Code\(name: "[^"]+", file: "([^"]+)"\)', file.read())
    assert names, "the tutorial shows nothing"
    for name in names:
        with open(os.path.join(CATALOG, "Resources", name)) as file:
            yield name, file.read()


def run(script, folder, home):
    environment = {**os.environ, "PATH": f"{PRODUCTS}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "-euc", f"{script}\npwd > {home}/folder"], cwd=folder, env=environment, capture_output=True, text=True, timeout=170)
    assert ran.returncode == 0, (script, ran.stdout, ran.stderr)
    assert "warning: " not in ran.stderr, (script, ran.stderr)
    with open(os.path.join(home, "folder")) as file:
        return ran, file.read().strip()


def documentation(home):
    """`make docs` finds nothing to complain of in the catalog, symbols and tutorial included."""
    docs = os.path.join(home, "docs")
    ran = subprocess.run(
        ["make", "-o", "build", "docs", f"DOCS={docs}", f"BIN={PRODUCTS}"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, (ran.stdout, ran.stderr)
    assert os.path.exists(os.path.join(docs, "pages", "data", "tutorials", "newelpluginkit", "checkstockprice.json")), os.listdir(docs)


def same(text):
    """Source without what is private to the tutorial's project or only layout."""
    return re.sub(r"\s+", " ", text.replace("private struct", "struct"))


def main():
    home = tempfile.mkdtemp(prefix="newel-tutorial-")
    documentation(home)
    folder, outputs = home, {}
    for name, text in shown():
        if name.endswith(".sh"):
            outputs[name], folder = run(text, folder, home)
            continue
        source = os.path.join(folder, "Sources", "function.swift")
        if name == "CheckStockPrice-1.swift":
            with open(source) as file:
                # Documents differ, as the tutorial explains beside the code.
                assert same(re.sub("///.*", "", file.read())) == same(re.sub("///.*", "", text)), "the tutorial shows another template"
        with open(source, "w") as file:
            file.write(text)
        run("swift build -c release", folder, home)
    assert json.loads(outputs["2-build.sh"].stdout.split("\n")[-2]) == {"hello": {"name": "Ada"}}, outputs["2-build.sh"].stdout
    asked = outputs["3-ask.sh"]
    assert json.loads(asked.stdout.split("\n")[-2]) == {"stock_price": 12} and '{"symbol":"ACME","price":12}' in asked.stderr, asked
    demo = outputs["4-demo.sh"].stdout
    assert '      out  {"stock_price":72}\n' in demo and "▸ Sell Stock" in demo and "  SUCCEEDED" in demo, demo
    library = os.path.join(folder, ".build", "release", "libCheckStockPriceFunction.so")
    assert os.path.getsize(library) <= 512 << 10, f"the library has {os.path.getsize(library)} bytes"
    shutil.rmtree(home)
    print("the tutorial leads where it says")


main()
