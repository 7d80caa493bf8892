#!/usr/bin/env python3
"""Posts a package of beian through the platform's interface: the calls of request/POST.md, in their order.

    post.py PACKAGE.zip --token TOKEN [--task ID] [--api URL] [--beian PATH] [--folder FOLDER]

TOKEN is the mini-program's authorizer_access_token. Nothing but Python's standard library is needed. The ids of the uploads, the
body and the platform's answer are kept in FOLDER (default: beside the package), so that a run that breaks off can be looked into.
Exit status: 0 taken in for review, 1 refused by the platform (see answer.json), 2 cannot be posted as it is, 3 the network failed.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import zipfile

API = "https://api.weixin.qq.com"
NOT_FILED, REJECTED, FILED = (1024,), (3, 5), (6,)
FACE_PASSED, FACE_FAILED = 3, 2


class Stop(Exception):
    """Something that a person has to look at; the exit status comes with it."""

    def __init__(self, status, words):
        super().__init__(words)
        self.status = status


class Interface:
    """The platform's interface, as far as a filing needs it."""

    def __init__(self, api, token):
        self.api, self.token = api.rstrip("/"), token

    def call(self, method, name, body=None, content_type="application/json"):
        """One call; the answer as an object, whatever its errcode."""
        url = f"{self.api}/wxa/icp/{name}?{urllib.parse.urlencode({'access_token': self.token})}"
        request = urllib.request.Request(url, data=body, method=method)
        if body:
            request.add_header("Content-Type", content_type)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except (urllib.error.URLError, TimeoutError, json.JSONDecodeError) as error:
            # The token stands in the URL, so the URL is not said.
            raise Stop(3, f"{name}: {getattr(error, 'reason', error)}") from None

    def ask(self, method, name, body=None, content_type="application/json"):
        """The same; an errcode other than 0 ends it."""
        answer = self.call(method, name, body, content_type)
        if answer.get("errcode", 0) != 0:
            raise Stop(1, f"{name}: errcode {answer['errcode']} {answer.get('errmsg', '')}")
        return answer


def multipart(fields, name, media):
    """A multipart/form-data body and its content type. What is None is left out, never sent as the text "null"."""
    boundary = uuid.uuid4().hex
    parts = []
    for key, value in fields.items():
        if value is not None:
            parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode())
    # A name outside ASCII is of no use to the platform; its ending is.
    plain = "media" + pathlib.PurePosixPath(name).suffix
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="media"; filename="{plain}"\r\n'
    parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + media + b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


def entrance(interface, wanted):
    """Sees that the mini-program may be filed, or deregistered."""
    info = interface.ask("GET", "get_icp_entrance_info")["info"]
    if info.get("available") == 0:
        raise Stop(2, "the entrance is closed for this mini-program (available = 0)")
    if info.get("status") not in wanted:
        raise Stop(2, f"status {info.get('status')} allows no such request now")


def face_check(interface, wait):
    """Begins the owner's face check and waits for it. A plain filing sends no body."""
    task = interface.ask("POST", "create_icp_verifytask")["task_id"]
    print(f"face check begun: the administrator has a notice in WeChat (task {task})")
    while True:
        body = json.dumps({"task_id": task}).encode()
        state = interface.ask("POST", "query_icp_verifytask", body)
        if state.get("is_finish"):
            break
        time.sleep(wait)
    if state.get("face_status") != FACE_PASSED:
        raise Stop(2, f"the face check was not passed (face_status {state.get('face_status')})")
    return task


def upload(interface, package, rows):
    """Uploads every file of media.json; the ids by file."""
    ids = {}
    for row in rows:
        fields = {key: row.get(key) for key in ("type", "certificate_type", "icp_order_field")}
        body, content_type = multipart(fields, row["file"], package.read(row["file"]))
        ids[row["file"]] = interface.ask("POST", "upload_icp_media", body, content_type)["media_id"]
        print(f"uploaded {row['file']}")
    return ids


def post(arguments):
    """The whole way of one package."""
    interface = Interface(arguments.api, arguments.token)
    folder = arguments.folder or arguments.package.parent
    with zipfile.ZipFile(arguments.package) as package:
        kind = json.loads(package.read("manifest.json"))["kind"]
        if kind == "change":
            raise Stop(2, "a change is entered in the console: the platform has no interface for it")
        fill = [arguments.beian, "fill", str(arguments.package), "--force", "-o", str(folder / "body.json")]
        if kind == "deregister":
            call = "cancel_icp_filing"
            entrance(interface, FILED)
        else:
            call = "apply_icp_filing"
            entrance(interface, NOT_FILED + REJECTED)
            task = arguments.task or face_check(interface, arguments.wait)
            ids = upload(interface, package, json.loads(package.read("request/media.json")))
            (folder / "ids.json").write_text(json.dumps(ids, ensure_ascii=False, indent=2), encoding="utf-8")
            fill += ["--media", str(folder / "ids.json"), "--task", task]
    if subprocess.run(fill, check=False).returncode != 0:
        raise Stop(2, "beian fill refused")
    # As it is: a round trip through the types of an SDK may add empty values.
    answer = interface.call("POST", call, (folder / "body.json").read_bytes())
    (folder / "answer.json").write_text(json.dumps(answer, ensure_ascii=False, indent=2), encoding="utf-8")
    if answer.get("errcode", 0) != 0:
        for hint in answer.get("hints", []):
            print(f"refused: {hint.get('err_field')}: {hint.get('errcode')} {hint.get('errmsg')}", file=sys.stderr)
        raise Stop(1, f"{call}: errcode {answer['errcode']}; import it: beian status DRAFT --import {folder / 'answer.json'}")
    print(f"{call}: accepted")
    info = interface.ask("GET", "get_icp_entrance_info")["info"]
    print(f"status {info.get('status')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=pathlib.Path)
    parser.add_argument("--token", required=True)
    parser.add_argument("--task", help="a face check that has passed already")
    parser.add_argument("--api", default=API)
    parser.add_argument("--beian", default="beian")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--wait", type=float, default=20, help="seconds between two looks at the face check")
    try:
        post(parser.parse_args())
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.status
    return 0


if __name__ == "__main__":
    sys.exit(main())
