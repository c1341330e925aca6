"""data/school.yml becomes a School."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from disclosure.domain.repository import HOSTS_OF, Editor, GitHost, Repository
from disclosure.domain.school import (
    DEFAULT_EDITIONS,
    Filings,
    Group,
    Guide,
    Masking,
    Member,
    NameMask,
    NumberMask,
    Phones,
    School,
    Settings,
    Term,
    TermOfOffice,
)
from disclosure.domain.vocabulary import Audience
from disclosure.domain.year import YearKind
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import SetupError, Severity
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key, Part, read_form
from disclosure.reading.interests import INTEREST, interest
from disclosure.reading.nodes import Node, Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

_LONGEST_WARNING = 366


def _site_url(node: Node) -> str:
    written = values.text(node)
    try:
        parts = urlsplit(written)
    except ValueError:  # brackets that are no IPv6 address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Unreadable(f"「{written}」不是网址", line=node.line, example="https://school.example/xwgk/")
    return written.rstrip("/") + "/"


def _page_address(node: Node) -> str:
    return _site_url(node).rstrip("/")


def _editions(node: Node) -> dict[str, frozenset[Audience]]:
    return {name: values.audiences(child) for name, child in values.mapping(node).values.items()}


def _severities(node: Node) -> dict[str, Severity]:
    found = {}
    for code, child in values.mapping(node).values.items():
        if code not in EXPLANATIONS:
            raise Unreadable(f"没有检查项「{code}」", line=child.line, example="L101: warning")
        found[code] = values.word_of(Severity)(child)
        if EXPLANATIONS[code].fixed and found[code] is not Severity.ERROR:
            raise Unreadable(
                f"{code} 不能调低：有这个错误的记录不能公开", line=child.line, advice=f"删掉 {code} 这一项"
            )
    return found


def _warn_days(node: Node) -> int:
    days = values.count(node)
    if days > _LONGEST_WARNING:
        raise Unreadable(f"「{days}」太长，最多 {_LONGEST_WARNING} 天", line=node.line, example="7")
    return days


def _made(kind: type[Any]) -> Any:
    return lambda found, _: kind(**{key: value for key, value in found.items() if value is not None})


def _period(kind: type[Any]) -> Any:
    def make(found: dict[str, Any], line: int) -> Any:
        if found["end"] < found["start"]:
            raise Unreadable(f"结束 {found['end']} 早于开始 {found['start']}", line=line, advice="改正其中一个")
        return _made(kind)(found, line)

    return make


_MEMBER = Form("成员", (
    Key("name", "姓名", values.text, "顾某某", "姓名。", required=True),
    Key("role", "职务", values.text, "组长", "在组里的职务。"),
))  # fmt: skip
_OFFICE = Form("任期", (
    Key("start", "开始", values.day, "2025-09-01", "任期第一天。", required=True),
    Key("end", "结束", values.day, "2028-08-31", "任期最后一天。", required=True),
    Part("members", "成员", _MEMBER, _made(Member), "[{姓名: 顾某某, 职务: 组长}]", "组成人员。", required=True, many=True),
))  # fmt: skip
_GROUP = Form("小组", (
    Key("id", "标识", values.text, "supervision", "小组的英文标识，就是冒号前的那个词。", required=True),
    Key("name", "名称", values.text, "校务公开监督小组", "全称。", required=True),
    Key("duties", "职责", values.text, "审核公开内容，受理意见", "职责。"),
    Part("terms", "任期", _OFFICE, _period(TermOfOffice), "[{开始: 2025-09-01, …}]", "各届名单。", many=True),
))  # fmt: skip
_PHONES = Form("电话", (
    Key("office", "办公", values.words, "0000-5550101", "办公电话。"),
    Key("supervision", "监督", values.words, "0000-5550102", "监督电话。"),
    Key("authority", "主管部门", values.words, "0000-5550199", "主管部门投诉电话。"),
))  # fmt: skip
_FILINGS = Form("网站备案", (
    Key("icp", "ICP备案", values.text, "示例ICP备00000000号", "ICP 备案号。"),
    Key("police", "公安备案", values.text, "示例公网安备 00000000000000号", "公安备案号。"),
    Key("site_id", "标识码", values.text, "0000000000", "网站标识码。"),
))  # fmt: skip
_TERM = Form("学期", (
    Key("name", "名称", values.text, "2026-2027学年第一学期", "学期名称。", required=True),
    Key("start", "开始", values.day, "2026-09-01", "第一天。", required=True),
    Key("end", "结束", values.day, "2027-01-29", "最后一天。", required=True),
))  # fmt: skip
_GUIDE = Form("公开指南", (
    Key("office", "受理部门", values.text, "校长办公室", "受理申请的部门。"),
    Key("address", "地址", values.text, "示例市云杉路 1 号", "通信地址。"),
    Key("phone", "电话", values.text, "0000-5550101", "咨询电话。"),
    Key("mailbox", "邮箱", values.text, "xwgk@school.example", "电子邮箱。"),
    Key("hours", "时间", values.text, "工作日 8:30—16:30", "受理时间。"),
    Key("methods", "方式", values.list_of(values.text), "[当面, 信函]", "申请方式。"),
    Key("reply_within", "答复时限", values.text, "10个工作日", "答复时限。"),
    Key("extend_within", "延长时限", values.text, "20个工作日", "可以延长多久。"),
    Key("note", "说明", values.text, "……", "其他说明。"),
))  # fmt: skip

_REPOSITORY = Form("仓库", (
    Key("host", "平台", values.word_of(GitHost), "gitlab", "github、gitlab、forgejo（Gitea 也写这个）、gitee，或 none。", required=True),
    Key("url", "网址", _page_address, "https://git.school.example/office/disclosure", "仓库网页的网址。"),
    Key("branch", "分支", values.text, "main", "网站由哪个分支生成，默认 main。"),
    Key("editor", "编辑器", values.word_of(Editor), "none", "网页编辑器：sveltia（GitHub、GitLab）、decap（Gitea、Forgejo），默认 none；见 docs/editor.md。"),
    Key("app_id", "应用标识", values.text, "0123456789abcdef", "在平台上登记的 OAuth 应用的标识，登录网页编辑器用；见 docs/editor.md。"),
    Key("login_url", "登录服务", _page_address, "https://login.school.example", "登录 GitHub 的中转服务的网址；没有就用访问令牌登录。"),
    Key("editor_editions", "编辑器版本", values.words, "[internal]", "哪几版网站有 /admin/，默认都有。"),
))  # fmt: skip


def _repository(found: dict[str, Any], line: int) -> Repository:
    """Raises Unreadable for an editor that cannot work with the host."""
    repository: Repository = _made(Repository)(found, line)
    editor, host = repository.editor, repository.host
    if host not in HOSTS_OF[editor]:
        raise Unreadable(f"编辑器 {editor.value} 不能用于 {host.value}", line=line, advice="编辑器写 decap，或者 none")
    return repository


_MASKING = Form("脱敏", (
    Key("names", "姓名", values.word_of(NameMask), "保留", "保留、只留姓（张**）或留首尾（张*三）。"),
    Key("numbers", "号码", values.word_of(NumberMask), "不显示", "不显示，或留首尾；不同网站打码的位置不同就能拼出来，所以默认不显示。"),
))  # fmt: skip

SCHOOL = Form("学校资料", (
    Key("name", "名称", values.text, "示例实验学校", "学校全称。", required=True),
    Key("site_url", "网址", _site_url, "https://school.example/xwgk/", "站点的完整网址。", required=True),
    Key("organiser", "主办单位", values.text, "示例实验学校", "页脚的主办单位。"),
    Key("code", "代码", values.text, "330106001", "索引号的第一段。"),
    Key("address", "地址", values.text, "示例市云杉路 1 号", "地址。"),
    Part("phones", "电话", _PHONES, _made(Phones), "{监督: 0000-5550102}", "各类电话。"),
    Key("mailbox", "意见箱", values.text, "xwgk@school.example", "意见箱或电子邮箱。"),
    Key("visiting_hours", "接待日", values.text, "每周一 14:00—16:00", "校领导接待日。"),
    Key("data_license", "数据许可", values.text, "https://creativecommons.org/licenses/by/4.0/", "开放数据按什么许可使用，写网址或名称。不写就是没有说明。"),
    Key("feed_authority", "订阅标识", values.text, "school.example", "订阅条目标识的域名，定下后不要改，换网址也不要改。"),
    Part("filings", "网站备案", _FILINGS, _made(Filings), "{ICP备案: …}", "页脚的备案信息。"),
    Part("groups", "小组", _GROUP, _made(Group), "{supervision: {名称: 校务公开监督小组, 任期: […]}}", "领导小组、监督小组及各届名单。", keyed=True),
    Part("terms", "学期", _TERM, _period(Term), "[{名称: …, 开始: …, 结束: …}]", "校历，供以后按学期催办用。", many=True),
    Part("guide", "公开指南", _GUIDE, _made(Guide), "{受理部门: 校长办公室}", "公开指南页的内容。"),
    Part("interests", "关注", INTEREST, interest, "[{标识: parents, 名称: 家长最关心, 栏目: [招生收费]}]", "几个栏目和事项合成一个订阅源，家长一次订阅；见 docs/subscribing.md。", many=True),
    Part("repository", "仓库", _REPOSITORY, _repository, "{平台: gitlab, 网址: https://git.school.example/office/disclosure}", "文件放在哪个代码托管平台，写记录的网页由此打开。"),
    Key("editions", "版本", _editions, "{public: [社会], internal: [社会, 家长, 教职工]}", "每一版网站给谁看。"),
    Key("warn_days", "提前提醒天数", _warn_days, "7", "到期前几天算即将到期。"),
    Key("feed_entries", "订阅条数", values.count, "50", "每个订阅源的条数。"),
    Key("page_size", "每页条数", values.count, "50", "栏目页每页的条数。"),
    Key("newest", "最新条数", values.count, "10", "首页最新公开的条数。"),
    Key("attachment_limit", "附件上限", values.count, "20971520", "附件大小上限，字节。"),
    Key("severities", "检查等级", _severities, "{L101: warning}", "按检查代码调整：error、warning、hint、off。"),
    Key("late_days", "补公开天数", values.count, "3", "公布日期比第一次提交早这么多天以上，算补公开。"),
    Key("imported_until", "导入截止", values.day, "2026-09-30", "这一天以前提交的是从旧网站搬来的，不算补公开。默认是仓库第一次提交的那天。"),
    Key("list_headings", "名单列", values.words, "[奖项, 名次]", "名单里除姓名、学校、年级、班级、专业外还可以有的列。"),
    Key("combined_roles", "可兼角色", values.words, "[校长, 领导小组]", "同一个人可以同时审签的角色。"),
    Key("due_warn_days", "催办天数", _warn_days, "14", "应当公开的日子以前几天算将到期。"),
    Key("ledger_since", "台账开始", values.day, "2025-09-01", "从哪一天起查应公开而没有公开的。默认是第一条记录的公布日期。"),
    Key("year_kind", "统计周期", values.word_of(YearKind), "自然年", "台账、统计和年度报告按自然年还是学年。"),
    Key("reply_to_opinions", "意见答复时限", values.span, "10个工作日", "群众意见没有写限期的，收到以后多久答复。"),
    Key("consultation_result", "征求意见结果时限", values.span, "20个工作日", "征求意见截止以后，多久公布结果。"),
    Part("masking", "脱敏", _MASKING, _made(Masking), "{姓名: 保留, 号码: 不显示}", "disclosure mask 怎样打码。"),
))  # fmt: skip
_SETTINGS = ("warn_days", "feed_entries", "page_size", "newest", "attachment_limit", "severities", "late_days", "imported_until",
             "list_headings", "combined_roles", "masking", "due_warn_days", "ledger_since", "year_kind", "reply_to_opinions",
             "consultation_result")  # fmt: skip


def _check_editions(read: dict[str, Any], findings: Findings) -> None:
    """An edition that nobody builds would silently carry no editor."""
    known: Mapping[str, Any] = read.get("editions") or DEFAULT_EDITIONS
    repository: Repository | None = read.get("repository")
    for name in repository.editor_editions if repository else ():
        if name not in known:
            findings.add("C101", 0, f"编辑器版本：没有「{name}」这一版", f"可选：{'、'.join(known)}")


def read_school(path: Path, *, root: Path) -> School:
    """Read the school's file. Raises SetupError with every problem found: without a school there is no site."""
    findings = Findings(path=PurePosixPath(path.relative_to(root).as_posix()))
    read: dict[str, Any] = {}
    try:
        node = parse(read_text(path))
        read = read_form(values.mapping(node), SCHOOL, findings)
        _check_editions(read, findings)
    except FileNotFoundError:
        findings.add("C101", 0, f"缺少 {findings.path}", "至少写两行：name: 学校全称，site_url: https://……")
    except Unreadable as error:
        findings.unreadable(error, example=SCHOOL.example)
    if findings.problems:
        raise SetupError(*findings.problems)
    given = {key: value for key, value in read.items() if value is not None}
    settings = Settings(**{key: given.pop(key) for key in _SETTINGS if key in given})
    return School(**given, settings=settings)
