"""Too much is refused by its announced length, before a byte is read, with a page in words."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from renda.kernel.papers.limit import BESIDE, LimitBody


class Unreadable:
    def read(self, *_sizes):
        raise AssertionError("the body was read")


def asked(length, **more):
    request = RequestFactory().get("/", **more)
    request.META.update({"CONTENT_LENGTH": length, "wsgi.input": Unreadable()})
    return LimitBody(lambda _request: HttpResponse("through"))(request)


@pytest.mark.parametrize("length", ["0", "", "abc", "-5", "1000", str(20 * 1024 * 1024 + BESIDE)])
def test_through(length):
    assert asked(length).content == b"through"


@pytest.mark.parametrize("length", [str(20 * 1024 * 1024 + BESIDE + 1), "9" * 30])
def test_refused_in_the_reader_s_language(length):
    answer = asked(length)
    assert answer.status_code == 413
    with translation.override("en"):
        answer = asked(length, HTTP_ACCEPT_LANGUAGE="zh-hans")
        assert '<html lang="zh-Hans"' in answer.content.decode()
        answer = asked(length, headers={"accept-language": "en"})
    assert "20.0\xa0MB" in answer.content.decode()
    assert "What you sent is too big" in answer.content.decode()
