"""The same promises for every adapter: it takes a message whole, or says that it did not, and
whether trying again makes sense."""

import json

import pytest

from renda.kernel.notices.adapters.file import FileAdapter
from renda.kernel.notices.adapters.http import HttpAdapter
from renda.kernel.notices.adapters.smtp import SmtpAdapter
from renda.kernel.notices.channels import Message, NotSent
from renda.kernel.notices.tests.gateways import http_gateway, smtp_gateway

SENT = Message("renda-1-1-sms", "13900000001", "1 条通知", "会023 已交办。\n请登录查看。")
MAIL = Message("renda-2-2-mail", "a@example.org", "1 条通知", "会023 已交办。")


@pytest.fixture
def home(settings, tmp_path):
    from types import SimpleNamespace

    settings.HOME = SimpleNamespace(path=tmp_path, is_live=False)
    return tmp_path


def http(port, **more):
    return HttpAdapter("sms", {"url": f"http://127.0.0.1:{port}/send", "timeout": 0.5, **more})


def smtp(port):
    said = {"host": "127.0.0.1", "port": port, "sender": "renda@example.org", "tls": False}
    return SmtpAdapter("mail", said)


def test_the_file_adapter_writes_one_line_a_message(home):
    adapter = FileAdapter("sms", {})
    adapter.send(SENT)
    adapter.send(SENT)
    lines = (home / "outgoing" / "sms.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == [SENT.text] * 2


def test_the_file_adapter_says_when_the_disk_takes_nothing(home):
    (home / "outgoing").write_text("a file where the folder should be")
    with pytest.raises(NotSent) as fault:
        FileAdapter("sms", {}).send(SENT)
    assert not fault.value.is_final


def test_a_gateway_gets_the_message_its_key_and_a_signature():
    with http_gateway() as gateway:
        http(gateway.port, token="t", secret="s").send(SENT)
    assert gateway.taken == [
        {"key": SENT.key, "to": SENT.to, "subject": SENT.subject, "text": SENT.text}
    ]
    headers = gateway.headers[0]
    assert headers["Idempotency-Key"] == SENT.key
    assert headers["Authorization"] == "Bearer t"
    assert len(headers["X-Renda-Signature"]) == 64


@pytest.mark.parametrize(
    ("answer", "is_final"), [(400, True), (404, True), (429, False), (503, False)]
)
def test_a_gateway_that_refuses_says_whether_to_try_again(answer, is_final):
    with http_gateway(answer) as gateway, pytest.raises(NotSent) as fault:
        http(gateway.port).send(SENT)
    assert fault.value.is_final is is_final


def test_a_gateway_that_is_away_or_silent_is_tried_again():
    import socket

    with pytest.raises(NotSent) as fault:
        http(9).send(SENT)
    assert not fault.value.is_final
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(NotSent) as fault:
            http(silent.getsockname()[1]).send(SENT)
    assert not fault.value.is_final


def test_a_gateway_that_answers_nonsense_is_tried_again():
    import socket
    import threading

    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            taken, _from = server.accept()
            taken.recv(65536)
            taken.sendall(b"no answer of the web\r\n\r\n")
            taken.close()

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(NotSent) as fault:
            http(server.getsockname()[1]).send(SENT)
    assert not fault.value.is_final


def test_an_address_that_is_no_http_is_a_fault_of_the_settings():
    with pytest.raises(ValueError, match=r"channels\.sms"):
        HttpAdapter("sms", {"url": "file:///etc/passwd"})


def test_mail_goes_out_with_subject_and_key():
    import email.policy

    with smtp_gateway() as gateway:
        smtp(gateway.port).send(MAIL)
    mail = email.message_from_bytes(gateway.taken[0]["text"], policy=email.policy.default)
    assert mail["Message-ID"] == f"<{MAIL.key}@renda>"
    assert mail.get_content().strip() == MAIL.text


@pytest.mark.parametrize(("answer", "is_final"), [(550, True), (450, False)])
def test_a_mail_server_that_refuses_says_whether_to_try_again(answer, is_final):
    with smtp_gateway(answer) as gateway, pytest.raises(NotSent) as fault:
        smtp(gateway.port).send(MAIL)
    assert fault.value.is_final is is_final


def test_a_mail_server_that_is_away_is_tried_again():
    with pytest.raises(NotSent) as fault:
        smtp(9).send(MAIL)
    assert not fault.value.is_final
