"""`newel plugin install`: from files, folders and over HTTP, checked, at once in a running server; `plugin build` and `logs` beside it."""
import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import tempfile
import threading
import zipfile

from newel import EXECUTABLE, Server, answering, compiled, invoke, wait_for


def newel(*words, code=0):
    ended = subprocess.run([EXECUTABLE, "plugin", *words], capture_output=True, text=True, timeout=120)
    assert ended.returncode == code, (words, ended.returncode, ended.stdout, ended.stderr)
    return ended.stdout + ended.stderr


def library(place, version):
    return compiled(place, f"ware{version}", answering("Ware", json.dumps({"version": version})))


def packed(place, version, *options, name=None):
    path = os.path.join(place, name or f"ware-{version}.zip")
    newel("pack", library(place, version), "--name", "ware", "--version", str(version), "--output", path, *options)
    return path


def sums(folder):
    lines = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if name != "SHA256SUMS":
                lines.append(f"{hashlib.sha256(open(path, 'rb').read()).hexdigest()}  {os.path.relpath(path, folder)}\n")
    open(os.path.join(folder, "SHA256SUMS"), "w").write("".join(lines))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path.startswith("/moved/"):
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/{self.path.removeprefix('/moved/')}")
            self.end_headers()
        else:
            super().do_GET()


def main():
    place = tempfile.mkdtemp(prefix="newel-install-")
    shop = os.path.join(place, "shop")
    os.makedirs(os.path.join(shop, "zips"))
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=shop))
    threading.Thread(target=web.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{web.server_port}"
    with Server() as server:
        functions = server.client("lambda")
        port = server.endpoint.rsplit(":", 1)[1]

        def served(version):
            return wait_for(lambda: answer(functions) == {"version": version}, what=f"version {version}")

        # From a file; the later version takes the earlier one's place.
        first = packed(place, 1)
        said = newel("install", first, "--data", server.data)
        assert "installed: Ware; not signed" in said and os.listdir(os.path.join(server.data, "installed")) == ["ware.zip"], said
        served(1)
        assert "replaced" in newel("install", packed(place, 2), "--data", server.data)
        served(2)
        # From a folder, with other machines' libraries in it.
        folder = os.path.join(place, "folder")
        with zipfile.ZipFile(packed(place, 3)) as archive:
            archive.extractall(folder)
        newel("install", folder, "--data", server.data)
        served(3)
        assert os.listdir(os.path.join(server.data, "installed")) == ["ware.zip"]

        # Over HTTP: nothing without a checksum.
        url = f"{address}/zips/ware-4.zip"
        four = packed(os.path.join(shop, "zips"), 4)
        os.unlink(os.path.join(shop, "zips", "libware4.so"))
        digest = hashlib.sha256(open(four, "rb").read()).hexdigest()
        assert f"give --sha256 {digest}" in newel("install", url, "--data", server.data, code=2)
        assert "is not what it should be" in newel("install", url, "--data", server.data, "--sha256", "0" * 64, code=1)
        newel("install", url, "--data", server.data, "--sha256", digest.upper())
        served(4)
        packed(os.path.join(shop, "zips"), 5, name="ware-5.zip")
        os.unlink(os.path.join(shop, "zips", "libware5.so"))
        sums(os.path.join(shop, "zips"))
        newel("install", f"{address}/moved/zips/ware-5.zip", "--data", server.data, "--sha256",
              hashlib.sha256(open(os.path.join(shop, "zips", "ware-5.zip"), "rb").read()).hexdigest())
        served(5)
        newel("install", url, "--data", server.data)
        served(4)
        assert "exactly one zip: ware-4.zip, ware-5.zip" in newel("install", f"{address}/zips/", "--data", server.data, code=2)
        os.unlink(os.path.join(shop, "zips", "ware-4.zip"))
        sums(os.path.join(shop, "zips"))
        newel("install", f"{address}/zips/", "--data", server.data)
        served(5)
        # A folder by its list.
        with zipfile.ZipFile(packed(place, 6)) as archive:
            archive.extractall(os.path.join(shop, "ware"))
        sums(os.path.join(shop, "ware"))
        newel("install", f"{address}/ware/", "--data", server.data)
        served(6)
        with open(os.path.join(shop, "ware", "plugin.json"), "a") as file:
            file.write(" ")
        assert "plugin.json is not what it should be" in newel("install", f"{address}/ware/", "--data", server.data, code=1)
        assert "is not there" in newel("install", f"{address}/nothing.zip", "--data", server.data, code=2)
        assert "cannot be had" in newel("install", "http://127.0.0.1:9/ware.zip", "--data", server.data, code=2)

        # What check refuses is not installed, with all that is wrong with it; what is there goes on.
        manifest = json.load(open(os.path.join(folder, "plugin.json")))
        manifest["functions"] = [{"name": "Ware", "handler": "Nobody"}, {"name": "Ware", "timeoutSeconds": "5"}]
        json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
        said = newel("install", folder, "--data", server.data, code=1)
        assert "functions[1]: Ware: timeoutSeconds must be a whole number" in said and "Ware is listed twice" in said, said
        assert answer(functions) == {"version": 6}

        # Signed, or not at all.
        key = os.path.join(place, "key")
        newel("keygen", key)
        trust = ("--require-signed", "--trusted-keys", f"{key}.pub.pem", "--data", server.data)
        assert "it is not signed" in newel("install", first, *trust, code=1)
        assert "(trusted: key.pub.pem)" in newel("install", packed(place, 7, "--sign", f"{key}.pem"), *trust)
        served(7)

        # A function's own words.
        assert "has printed nothing yet" in newel("logs", "Nobody", "--port", port, code=1)
        logged = newel("logs", "Ware", "--port", port)
        assert "START RequestId" in logged and "REPORT" in logged, logged
        following = subprocess.Popen([EXECUTABLE, "plugin", "logs", "Ware", "--follow", "--port", port], stdout=subprocess.PIPE, text=True)
        for line in following.stdout:
            if "REPORT" in line:
                break
        invoke(functions, "Ware")
        identity = functions.invoke(FunctionName="Ware", Payload=b"{}")["ResponseMetadata"]["RequestId"]
        for line in following.stdout:
            if identity in line and line.startswith("END"):
                break
        following.kill()
        following.wait()
    web.shutdown()

    plugins = os.path.join(place, "elsewhere")
    newel("install", os.path.join(place, "libware1.so"), "--plugins", plugins)
    called = subprocess.run([EXECUTABLE, "plugin", "invoke", "Ware", "--plugins", plugins], capture_output=True, text=True, timeout=60)
    assert json.loads(called.stdout) == {"version": 1}, called

    newel("new", "Built", "--lang", "c", "--directory", os.path.join(place, "Built"))
    assert "build/libBuilt.so  Built\n" in newel("build", os.path.join(place, "Built"))
    with open(os.path.join(place, "Built", "function.c"), "a") as file:
        file.write("oops\n")
    said = newel("build", os.path.join(place, "Built"), code=1)
    assert "function.c:" in said and "'make' failed: exit code 2" in said, said
    assert "holds nothing to build" in newel("build", plugins, code=2)
    shutil.rmtree(place)


def answer(functions):
    try:
        return invoke(functions, "Ware")[0]
    except functions.exceptions.ResourceNotFoundException:
        return None


main()
