"""Under `--require-signed` nothing runs but what a trusted key has signed: dropped in, uploaded, or stored before."""
import base64
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile

from newel import EXECUTABLE, Server, answering, compiled, invoke, refused, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"


def newel(*words, code=0):
    ended = subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, timeout=60)
    assert ended.returncode == code, (words, ended.returncode, ended.stdout, ended.stderr)
    return ended.stdout + ended.stderr


def keys(place):
    """Two pairs: one of Newel's, one of OpenSSL's."""
    mine, theirs = os.path.join(place, "mine"), os.path.join(place, "theirs")
    said = newel("plugin", "keygen", mine)
    assert os.stat(f"{mine}.pem").st_mode & 0o077 == 0
    subprocess.run(["openssl", "pkey", "-in", f"{mine}.pem", "-noout"], check=True)
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", f"{theirs}.pem"], check=True, capture_output=True)
    subprocess.run(["openssl", "pkey", "-in", f"{theirs}.pem", "-pubout", "-out", f"{theirs}.pub.pem"], check=True)
    newel("plugin", "keygen", mine, code=2)
    return mine, theirs, said.split()[-1]


def packed(place, library, name, key=None):
    path = os.path.join(place, f"{name}.zip")
    newel("plugin", "pack", library, "--name", name, "--output", path, *(["--sign", f"{key}.pem"] if key else []))
    return path


def without_newel(place, path, key):
    """What openssl and sha256sum say of a signature."""
    folder = os.path.join(place, "unpacked")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        names = sorted(name for name in archive.namelist() if name != "plugin.sig")
    signature = json.load(open(os.path.join(folder, "plugin.sig")))
    sums = subprocess.run(["sha256sum", *names], cwd=folder, check=True, capture_output=True, text=True).stdout
    statement, signed = os.path.join(place, "statement"), os.path.join(place, "signature")
    open(statement, "w").write("newel-package-signature 1\n" + sums)
    open(signed, "wb").write(base64.b64decode(signature["signature"]))
    subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", f"{key}.pub.pem", "-rawin", "-in", statement, "-sigfile", signed],
        check=True, capture_output=True)
    shutil.rmtree(folder)


def changed(path, **changes):
    """The zip with files replaced, added or, for None, left out."""
    output = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(output, "w") as after:
        names = {name: before.read(name) for name in before.namelist()}
        for name, content in {**names, **changes}.items():
            if content is not None:
                after.writestr(name, content)
    return output.getvalue()


def tampered(signed, other):
    with zipfile.ZipFile(signed) as archive:
        library = next(name for name in archive.namelist() if name.endswith(".so"))
        manifest = json.loads(archive.read("plugin.json"))
        code = archive.read(library)
    with zipfile.ZipFile(other) as archive:
        foreign = archive.read("plugin.sig")
    manifest["version"] = "9"
    manifest["libraries"][0].pop("sha256")
    text = json.dumps(manifest).encode()
    return {
        "manifest": changed(signed, **{"plugin.json": text}),
        "content": changed(signed, **{"plugin.json": text, library: code + b"\0"}),
        "extra": changed(signed, **{"extra.txt": b"hello"}),
        "missing": changed(signed, **{"data.txt": None, "plugin.sig": foreign}),
        "another's": changed(signed, **{"plugin.sig": foreign}),
    }


def main():
    place = tempfile.mkdtemp(prefix="newel-signed-")
    mine, theirs, name = keys(place)
    library = compiled(place, "sig", answering("Sig", '"one"'))
    second = compiled(place, "sig2", answering("Sig2", '"two"'))
    good, stranger, unsigned = (packed(place, library, *words) for words in (("good", mine), ("stranger", theirs), ("unsigned",)))
    other = packed(place, second, "other", mine)
    without_newel(place, good, mine)
    first = open(good, "rb").read()
    assert open(packed(place, library, "good", mine), "rb").read() == first, "the same key and files give the same zip"

    said = newel("plugin", "check", good, "--require-signed", "--trusted-keys", f"{mine}.pub.pem")
    assert f"signed by {name} (trusted: mine.pub.pem)" in said, said
    assert "not signed" in newel("plugin", "check", unsigned)
    said = newel("plugin", "check", unsigned, stranger, library, "--require-signed", "--trusted-keys", f"{mine}.pub.pem", code=1)
    assert said.count("it is not signed") == 2 and "which is none of the keys" in said, said
    assert "There is no key in" in newel("up", "--memory", "--port", "0", "--require-signed", "--trusted-keys", os.path.join(place, "none"), code=2)
    assert "holds no public Ed25519 key" in newel("up", "--memory", "--port", "0", "--trusted-keys", f"{mine}.pem", code=2)
    newel("plugin", "pack", library, "--sign", f"{mine}.pub.pem", code=2)

    with Server() as server:  # nothing is required yet: what is stored now may not be trusted later
        functions = server.client("lambda")
        for function, path in (("Before", unsigned), ("Signed", good)):
            functions.create_function(
                FunctionName=function, Role=ROLE, Runtime="provided.al2023", Handler="Sig", Code={"ZipFile": open(path, "rb").read()})
            assert invoke(functions, function)[0] == "one"
        # What was tampered with is refused even so.
        for what, content in tampered(good, other).items():
            message = refused(
                "InvalidCodeSignatureException", functions.create_function, FunctionName="T", Role=ROLE, Runtime="provided.al2023",
                Handler="Sig", Code={"ZipFile": content})
            assert "does not fit its files" in message, (what, message)
        server.stop()

        plugins = os.path.join(place, "plugins")
        os.mkdir(plugins)
        keys_folder = os.path.join(server.data, "trusted-keys")
        os.mkdir(keys_folder)
        shutil.copy(f"{mine}.pub.pem", keys_folder)
        server.arguments = ("--require-signed", "--plugins", plugins)
        server.start()
        functions = server.client("lambda")
        assert invoke(functions, "Signed")[0] == "one"
        message = refused("CodeVerificationFailedException", functions.invoke, FunctionName="Before", Payload=b"{}")
        assert "it is not signed" in message, message
        # Stock plugins are part of the installation.
        assert "stockPrice" in json.dumps(invoke(functions, "CheckStockPrice")[0]).replace("stock_price", "stockPrice")

        made = dict(FunctionName="New", Role=ROLE, Runtime="provided.al2023", Handler="Sig")
        for path in (unsigned, stranger, library):
            refused("CodeVerificationFailedException", functions.create_function, **made, Code={"ZipFile": open(path, "rb").read()})
        for content in tampered(good, other).values():
            refused("InvalidCodeSignatureException", functions.create_function, **made, Code={"ZipFile": content})
        refused(
            "CodeVerificationFailedException", functions.update_function_code, FunctionName="Signed", ZipFile=open(unsigned, "rb").read())
        functions.create_function(**made, Code={"ZipFile": first})
        assert invoke(functions, "New")[0] == "one"

        # Dropped in: libraries, zips and folders.
        shutil.copy(second, os.path.join(plugins, "libsig2.so"))
        wait_for(lambda: "libsig2.so" in server.said(), what="the refusal of a bare library")
        refused("ResourceNotFoundException", functions.invoke, FunctionName="Sig2", Payload=b"{}")
        os.unlink(os.path.join(plugins, "libsig2.so"))
        shutil.copy(other, os.path.join(plugins, ".new"))
        os.rename(os.path.join(plugins, ".new"), os.path.join(plugins, "other.zip"))
        wait_for(lambda: answers(functions, "Sig2") == "two", what="a signed zip that was dropped in")
        folder = os.path.join(plugins, "good")
        with zipfile.ZipFile(good) as archive:
            archive.extractall(os.path.join(place, "folder"))
        os.rename(os.path.join(place, "folder"), folder)
        wait_for(lambda: answers(functions, "Sig") == "one", what="a signed folder that was dropped in")
        open(os.path.join(folder, "more.txt"), "w").write("not signed")
        wait_for(lambda: "does not fit its files" in server.said(), what="the refusal of a folder with a file more")
        assert answers(functions, "Sig") == "one", "the build before it goes on"
    shutil.rmtree(place)


def answers(functions, name):
    try:
        return invoke(functions, name)[0]
    except functions.exceptions.ResourceNotFoundException:
        return None


main()
