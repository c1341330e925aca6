"""What a git host's own pages call things, so that the README of a school says what people see there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.domain.repository import GitHost


@dataclass(frozen=True, slots=True, kw_only=True)
class HostWords:
    """The steps on one host's pages, each a sentence or two in Chinese."""

    name: str
    request: str
    """What a pull request is called."""
    new_file: str
    edit_file: str
    approve: str
    report: str
    """Where the result of the checks is to be seen."""
    protect: str
    """Where it is set that nothing gets in without approval."""


WORDS: Mapping[GitHost, HostWords] = {
    GitHost.GITHUB: HostWords(
        name="GitHub", request="合并请求（Pull request）",
        new_file="点 Add file → Create new file，写文件名和内容；点 Commit changes，选 Create a new branch，点 Propose changes，再点 Create pull request。",
        edit_file="打开那个文件，点铅笔图标改；点 Commit changes，选 Create a new branch，点 Propose changes，再点 Create pull request。",
        approve="打开合并请求的 Files changed，看预览和汇总；点 Review changes，选 Approve，点 Submit review。最后点 Merge pull request。",
        report="合并请求下面的 Checks；有问题的行在 Files changed 里标出来了",
        protect="Settings → Rules → Rulesets：对 main 分支要求合并请求、审批和检查通过",
    ),
    GitHost.GITLAB: HostWords(
        name="GitLab", request="合并请求",
        new_file="点“+”→“新建文件”，写文件名和内容；目标分支写一个新名字，勾选“由此更改创建合并请求”，点“提交更改”，再点“创建合并请求”。",
        edit_file="打开那个文件，点“编辑”；目标分支写一个新名字，勾选“由此更改创建合并请求”，点“提交更改”，再点“创建合并请求”。",
        approve="打开合并请求，看预览和汇总；点“批准”。最后点“合并”。",
        report="合并请求上的“代码质量”，或流水线的运行记录",
        protect="设置 → 仓库 → 受保护分支：main 不允许直接推送；设置 → 合并请求：流水线必须成功",
    ),
    GitHost.FORGEJO: HostWords(
        name="Forgejo / Gitea", request="合并请求",
        new_file="点“添加文件”→“新建文件”，写文件名和内容；在下面选“为此次提交创建一个新的分支并发起合并请求”，点“提议文件更改”，再点“创建合并请求”。",
        edit_file="打开那个文件，点铅笔图标改；在下面选“为此次提交创建一个新的分支并发起合并请求”，点“提议文件更改”，再点“创建合并请求”。",
        approve="打开合并请求的“文件变动”，看预览和汇总；点“评审”，选“批准”。最后点“创建合并提交”。",
        report="合并请求下面的检查结果：点“详情”，看“检查”一步",
        protect="仓库设置 → 分支 → 添加规则：main 只能由合并请求改，要批准，要状态检查成功",
    ),
    GitHost.GITEE: HostWords(
        name="Gitee", request="合并请求（Pull Request）",
        new_file="先从 main 建一个分支；在新分支里点“文件”→“新建文件”，写好后提交；再点“Pull Requests”→“新建 Pull Request”，由新分支合到 main。",
        edit_file="先从 main 建一个分支；在新分支里打开那个文件，点“编辑”，改好后提交；再点“Pull Requests”→“新建 Pull Request”，由新分支合到 main。",
        approve="打开合并请求，看预览和汇总；点“审查通过”。最后点“合并”。",
        report="合并请求里 Gitee Go 流水线的运行记录，看“检查”一段",
        protect="管理 → 保护分支设置：main 不能直接推送；管理 → 代码审查设置：指定审查人",
    ),
}  # fmt: skip
"""Not for a repository that nobody hosts: nothing is done on pages there."""
