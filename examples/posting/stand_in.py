#!/usr/bin/env python3
"""A small stand-in for the platform's filing interface, to try post.py against: it checks what it gets and files nothing.

    stand_in.py [--refuse FIELD] [--filed] [--busy]

Prints its address on the first line and serves until its standard input ends. --refuse answers the application with a hint at FIELD;
--filed stands for a mini-program that is filed, so that it can be deregistered; --busy for one of which another order is under review.
"""

import argparse
import email
import email.policy
import http.server
import json
import re
import sys
import threading
import urllib.parse

TOKEN = "TOKEN-OF-THE-EXAMPLE"
TASK = "TASK-OF-THE-STAND-IN"
NRLX = "icp_applets.base_info.nrlx_details"
REQUIRED = [
    "icp_subject.base_info.type",
    "icp_subject.base_info.name",
    "icp_subject.base_info.province",
    "icp_subject.base_info.city",
    "icp_subject.base_info.district",
    "icp_subject.base_info.address",
    "icp_subject.organize_info.certificate_type",
    "icp_subject.organize_info.certificate_number",
    "icp_subject.organize_info.certificate_address",
    "icp_applets.base_info.service_content_types",
    NRLX,
    "icp_applets.base_info.comment",
] + [
    f"{owner}.principal_info.{key}"
    for owner in ("icp_subject", "icp_applets")
    for key in (
        "name",
        "mobile",
        "email",
        "emergency_contact",
        "certificate_type",
        "certificate_number",
        "certificate_validity_date_start",
        "certificate_validity_date_end",
        "certificate_photo_front",
        "certificate_photo_back",
    )
]


class Refused(Exception):
    """What the platform would answer instead of 0."""

    def __init__(self, errcode, errmsg, hints=()):
        super().__init__(errmsg)
        self.answer = {"errcode": errcode, "errmsg": errmsg}
        if hints:
            self.answer["hints"] = [{"errcode": code, "err_field": field, "errmsg": words} for code, field, words in hints]


class Platform:
    """What the platform remembers between two calls."""

    def __init__(self, refuse, filed, busy):
        self.refuse, self.status, self.canceling = refuse, 6 if filed else 1024, False
        self.task, self.looks, self.media, self.busy = None, 0, {}, busy

    def get_icp_entrance_info(self, _):
        return {"info": {"status": self.status, "is_canceling": self.canceling, "available": 1}}

    def create_icp_verifytask(self, body):
        if body:
            raise Refused(47001, "data format error")
        self.task, self.looks = TASK, 0
        return {"task_id": TASK}

    def query_icp_verifytask(self, body):
        if self.task is None or parsed(body).get("task_id") != self.task:
            raise Refused(86328, "resource not found")
        self.looks += 1
        return {"is_finish": self.looks > 1, "face_status": 3 if self.looks > 1 else 1}

    def upload_icp_media(self, parts):
        known = {"type", "certificate_type", "icp_order_field", "media"}
        if set(parts) - known or "media" not in parts or not parts["media"][0]:
            raise Refused(40097, f"invalid args: {sorted(set(parts) ^ known)}")
        text = {key: part[1].decode() for key, part in parts.items() if key != "media"}
        field = text.get("icp_order_field", "")
        if text.get("type") not in ("image", "video") or not re.fullmatch(r"icp_(subject|applets|materials)(\.[a-z_]+)+", field):
            raise Refused(40097, "invalid args: type or icp_order_field")
        is_certificate = field.split(".")[-1].startswith("certificate_photo")
        certificate = text.get("certificate_type")
        if is_certificate != (certificate is not None) or (certificate is not None and not certificate.isdigit()):
            raise Refused(86201, "upload icp media fail: certificate_type does not fit icp_order_field")
        media_id = f"MEDIA-{len(self.media) + 1:03d}-OF-THE-STAND-IN"
        self.media[media_id] = (field, certificate, len(parts["media"][1]))
        return {"type": text["type"], "media_id": media_id, "created_at": 1795852800}

    def apply_icp_filing(self, body):
        if self.status not in (1024, 3, 5):
            raise Refused(86324, "under review")
        body = parsed(body)
        hints = [(86300, field, "missing") for field in REQUIRED if at(body, field) in (None, "", [])]
        hints += [(86301, field, words) for field, words in odd(body)]
        hints += [(86302, field, words) for field, words in self.misused(body)]
        if at(body, "icp_applets.principal_info.verify_task_id") != self.task or self.looks < 2:
            hints.append((86303, "icp_applets.principal_info.verify_task_id", "no such face check"))
        if not hints and self.refuse:
            hints.append((86328, self.refuse, "无法读取图片识别内容，请尝试重新提交或重新上传图片"))
        if hints:
            raise Refused(86202, "apply icp filing fail", hints)
        self.status = 2
        return {}

    def cancel_icp_filing(self, body):
        if self.status != 6:
            raise Refused(86353, "小程序未备案，不支持注销")
        body = parsed(body)
        if set(body) - {"cancel_type", "reason_type"} or body.get("cancel_type") not in (1, 2, 3):
            raise Refused(40097, "invalid args")
        if "reason_type" in body and body["reason_type"] not in (1, 2):
            raise Refused(40097, "invalid args")
        if self.busy:
            raise Refused(86324, "小程序正在备案中，请勿重复提交")
        self.canceling = True
        return {}

    def misused(self, body):
        """Media that are not known, or show another certificate than the field says."""
        for field, value in leaves(body):
            last = field.split(".")[-1]
            is_media = "photo" in last or last in ("media", "authorization_letter", "residence_permit") or field.startswith("icp_materials.")
            if is_media and value not in self.media:
                yield field, f"{value!r} is no media_id of this mini-program"
            elif is_media and "photo" in last and last != "holding_certificate_photo":
                wanted = at(body, field.rsplit(".", 1)[0] + ".certificate_type")
                if str(wanted) != self.media[value][1]:
                    yield field, "the picture shows another certificate"


def parsed(body):
    try:
        value = json.loads(body)
    except ValueError:
        raise Refused(47001, "data format error") from None
    if not isinstance(value, dict):
        raise Refused(47001, "data format error")
    return value


def at(body, path):
    for key in path.split("."):
        body = body.get(key) if isinstance(body, dict) else None
    return body


def leaves(value, path=""):
    """Every value that is neither object nor list, with its path; lists have none of their own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def odd(body):
    """What the platform would misread: wrong types, empty values, placeholders, dates with dashes."""
    for field, value in leaves(body):
        last = field.split(".")[-1]
        number = last == "type" or last.endswith("_type") or last == "service_content_types"
        if number != isinstance(value, int):
            yield field, "wrong type"
        elif not number and (not isinstance(value, str) or not value or "media:" in value):
            yield field, "empty, or a placeholder"
        elif "validity_date" in last and not re.fullmatch(r"\d{8}|长期", value):
            yield field, "no date"
        elif last in ("province", "city", "district") and not re.fullmatch(r"\d{6}", value):
            yield field, "no region"
    for field in ("icp_subject.base_info.record_number", "icp_applets.base_info.appid", "icp_applets.base_info.name"):
        if at(body, field) is not None:
            yield field, "is filled in by the platform"


def parts_of(body, content_type):
    """The parts of a multipart body: name → (file name, bytes)."""
    head = f"Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = email.message_from_bytes(head + body, policy=email.policy.HTTP)
    if not message.is_multipart():
        raise Refused(40097, "invalid args: no multipart")
    found = {}
    for part in message.iter_parts():
        found[part.get_param("name", header="content-disposition")] = (part.get_filename(), part.get_payload(decode=True))
    return found


def handler(platform):
    class Handler(http.server.BaseHTTPRequestHandler):
        GETS = {"get_icp_entrance_info"}
        POSTS = {
            "create_icp_verifytask",
            "query_icp_verifytask",
            "upload_icp_media",
            "apply_icp_filing",
            "cancel_icp_filing",
        }

        def answer(self, names):
            url = urllib.parse.urlsplit(self.path)
            name = url.path.removeprefix("/wxa/icp/")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            content_type = self.headers.get("Content-Type") or ""
            try:
                if urllib.parse.parse_qs(url.query).get("access_token") != [TOKEN]:
                    raise Refused(40001, "invalid credential")
                if name not in names:
                    raise Refused(43002, f"no such call: {name}")
                if name == "upload_icp_media":
                    body = parts_of(body, content_type)
                elif body and not content_type.startswith("application/json"):
                    raise Refused(47001, "data format error: Content-Type")
                answer = {"errcode": 0, "errmsg": "ok"} | getattr(platform, name)(body)
            except Refused as refused:
                answer = refused.answer
            text = json.dumps(answer, ensure_ascii=False).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def do_GET(self):
            self.answer(self.GETS)

        def do_POST(self):
            self.answer(self.POSTS)

        def log_message(self, *_):
            pass

    return Handler


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--refuse", metavar="FIELD")
    parser.add_argument("--filed", action="store_true")
    parser.add_argument("--busy", action="store_true")
    arguments = parser.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(Platform(arguments.refuse, arguments.filed, arguments.busy)))
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
