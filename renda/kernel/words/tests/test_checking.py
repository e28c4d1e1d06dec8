"""Each kind of fault, once; and the house's own catalogue, which has none."""

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings

from renda.kernel.words import po
from renda.kernel.words.checking import faults
from renda.kernel.words.extracting import ours
from renda.kernel.words.forbidding import forbidden_in, rules

WRONG = [
    ("fuzzy", "Assign", "交办", {"fuzzy"}),
    ("placeholders", "Due on %(day)s", "到期", ()),
    ("placeholders", "Due on %(day)s", "到期：%(date)s", ()),
    ("placeholders", "%d of %d", "共 %d", ()),
    ("placeholders", "{name} is here", "到了", ()),
    ("english", "Assign", "Assign", ()),
    ("english", "Assign", "--", ()),
    ("latin", "Address", "Email地址", ()),
    ("forbidden", "Assign", "派单", ()),
    ("forbidden", "Reply", "回复", ()),
    ("marks", "Welcome.", "欢迎！", ()),
    ("marks", "Leaders", "主任·副主任", ()),
    ("marks", "Leaders", "主任,副主任", ()),
    ("part", " and more", "等", ()),
    ("part", "until ", "直到", ()),
    ("part", "due on:", "到期", ()),
    ("marks", "Welcome!", "欢迎", ()),
]
RIGHT = [
    ("Due on %(day)s", "到期：%(day)s"),
    (", ", "、"),
    ("PDF only", "只收 PDF"),
    ("Standing committee", "常委会"),
    ("Write it like 7wd or 09:30.", "应写成 7wd 或 09:30。"),
    ("100%% done by %(who)s", "%(who)s办了100%%"),
]

NEVER = """
提案 提案人 委员提案 立案 不予立案 分配 派单 工单 指派 接单 接收确认 处理部门 责任方 发起人 参与人
回复 反馈 回访 打分 点评 驳回 打回 关闭 完成 完结 临期 超时 重点提案 明星建议 整改单 常委 参会
重选 第二轮 海选 投诉
"""


def catalogue(*rows):
    made = Catalog(locale="zh_Hans", fuzzy=False)
    for english, chinese, *flags in rows:
        made.add(english, chinese, flags=flags[0] if flags else ())
    return made


def kinds(have, said):
    return {fault.kind for fault in faults(have, said)}


@pytest.mark.parametrize(("kind", "english", "chinese", "flags"), WRONG)
def test_a_fault(kind, english, chinese, flags):
    assert kind in kinds(catalogue((english, chinese, flags)), catalogue((english, "")))


@pytest.mark.parametrize(("english", "chinese"), RIGHT)
def test_no_fault(english, chinese):
    assert faults(catalogue((english, chinese)), catalogue((english, ""))) == []


def test_missing_and_unused():
    have, said = catalogue(("Old", "旧"), ("Empty", "")), catalogue(("New", ""), ("Empty", ""))
    found = sorted((fault.kind, fault.sentence) for fault in faults(have, said))
    assert found == [("missing", "Empty"), ("missing", "New"), ("unused", "Old")]


def test_plurals_are_compared_with_the_form_for_many():
    said = catalogue((("One day", "%(n)d days"), ""))
    assert faults(catalogue((("One day", "%(n)d days"), ("%(n)d 天",))), said) == []
    assert kinds(catalogue((("One day", "%(n)d days"), ("一天",))), said) == {"placeholders"}
    assert kinds(catalogue(("One day", "一天")), said) == {"missing"}


@pytest.mark.parametrize(
    "word",
    NEVER.split(),
)
def test_an_office_does_not_say(word):
    assert forbidden_in(f"请{word}。", "A sentence.")


@pytest.mark.parametrize("right", ["市人大常委会", "反馈会", "代表反馈", "同意公开", "即将到期"])
def test_an_office_does_say(right):
    assert not forbidden_in(right, "A sentence.")


def test_an_exception_is_still_said_somewhere():
    said = {str(i) for m in po.messages(ours()) for i in (m.id if m.pluralizable else (m.id,))}
    generic = {"Close", "Close the menu", "Done."}
    assert {s for word in rules().words for s in word.right_in} - generic <= said


def test_the_chinese_of_this_house_is_complete():
    wrong = faults(po.read(po.po_path()), ours())
    assert not wrong, "\n".join(map(str, wrong))


def test_the_file_is_as_the_command_writes_it():
    path = po.po_path()
    assert path.is_relative_to(settings.BASE_DIR)
    assert path.read_text(encoding="utf-8") == po.text(po.read(path))
