"""The steps of shell that the jobs are made of. Each of them is executed in a shell by the tests."""

from __future__ import annotations

from disclosure.domain.repository import Editor
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.steps import SOURCES, Given, Step

DUE_LIST = "应公开清单"
"""Title of the issue that the weekly job keeps."""


def install(answers: Answers) -> Step:
    """The product with its locked requirements."""
    quiet = "pip install --quiet --disable-pip-version-check"
    lines = [
        SOURCES,
        f"{quiet} --require-hashes -r requirements.txt",
        f"{quiet} --no-deps school-disclosure=={answers.version}",
    ]
    return _shell("安装", *lines)


def editor_files(answers: Answers) -> tuple[Step, ...]:
    """The file of the editor of `/admin/`, where the school has switched one on. No script of a package is run."""
    if answers.repository.editor is Editor.NONE:
        return ()
    return (
        _shell(
            "取网页编辑器的文件",
            "command -v npm || { apt-get update -qq && apt-get install -y -qq npm; } || yum install -y -q npm",
            "npm ci --ignore-scripts --no-audit --no-fund",
        ),
    )


SETTINGS_OF_BASE = Step(
    name="只取合并请求里的内容",
    given=(Given.BASE,),
    shell="""\
# data/ 和 site_src/ 是内容，用合并请求里的；程序清单、mkdocs.yml、模板等一律换成目标分支的，合并请求改不了要执行什么
git restore --source="$BASE" --worktree -- . ':(exclude)data' ':(exclude)site_src'
if grep -Ev '^(docs_dir:| *#)' mkdocs.yml | grep -E '(^|[^[:alnum:]_.-])(data|site_src)/'; then
  echo 'mkdocs.yml 用到了 data/ 或 site_src/ 里的程序或模板，合并请求可以改它们。请移到别的文件夹。'
  exit 2
fi
""",
)
SUMMARY = Step(
    name="写摘要",
    given=(Given.BASE,),
    shell="""\
if disclosure summary --base "$BASE" --output summary.md; then
  cat summary.md >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
else
  echo '没有写成摘要；“检查”一步说明要改什么。'
fi
""",
)
PREVIEW = Step(
    name="生成预览",
    shell="""\
disclosure build --edition public --site-dir preview --folder-links || echo '没有生成预览；“检查”一步说明要改什么。'
""",
)
DECIDE = Step(
    name="今天有没有要变的",
    given=(Given.SITE_URL,),
    decides=True,
    shell="""\
status=0
disclosure next-change --published "${SITE_URL}next-change.json" || status=$?
case "$status" in
  0) due=yes ;;
  1) due=no ;;
  *) exit "$status" ;;
esac
""",
)


ISSUE = Step(
    name="写成议题",
    given=(Given.TOKEN,),
    shell=f"""\
python3 -I - <<'PYTHON'
import json, os, urllib.parse, urllib.request

issues = os.environ["GITHUB_API_URL"] + "/repos/" + os.environ["GITHUB_REPOSITORY"] + "/issues"
writers = ["github-actions[bot]", "forgejo-actions", "gitea-actions"]

def ask(method, address, content=None):
    headers = {{"Authorization": "token " + os.environ["TOKEN"], "Content-Type": "application/json"}}
    data = json.dumps(content).encode() if content else None
    asked = urllib.request.Request(address, data, headers, method=method)
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.load(answer)

with open("due.md", encoding="utf-8") as file:
    issue = {{"title": "{DUE_LIST}", "body": file.read()}}
wanted = {{"state": "open", "type": "issues", "q": issue["title"], "limit": 50, "creator": writers[0], "per_page": 100}}
found = ask("GET", issues + "?" + urllib.parse.urlencode(wanted))
ours = [one["number"] for one in found if one["title"] == issue["title"] and one["user"]["login"] in writers]
if ours:
    ask("PATCH", issues + "/" + str(ours[0]), issue)
else:
    ask("POST", issues, issue)
PYTHON
""",
)
"""One issue is written anew each week. GitHub, Forgejo and Gitea have this interface in common, but for how one searches:
what one of them does not know, it passes over."""


def check_change(form: str) -> Step:
    """The verdict, as the last step: it fails where something has to be mended.

    Args:
        form: `--format` for the host; `gitlab` writes a file beside what people read.
    """
    lines = ['disclosure check --base "$BASE"' + ("" if form in ("text", "gitlab") else f" --format {form}")]
    if form == "gitlab":
        lines.insert(0, 'disclosure check --base "$BASE" --format gitlab > gl-code-quality-report.json || test $? = 1')
    return _shell("检查", *lines, given=(Given.BASE,))


def build(site_dir: str, *, if_due: bool) -> tuple[Step, ...]:
    """Check aloud and build. Warnings do not keep a site from being published; errors do, and the build says so itself."""
    return (
        _shell("检查", "disclosure check || test $? = 1", if_due=if_due),
        _shell("生成网站", f"disclosure build --edition public --site-dir {site_dir}", if_due=if_due),
    )


def due_list() -> Step:
    """What is due, by department."""
    return _shell("列出应公开的", "disclosure due --format markdown --output due.md || test $? = 1")


def _shell(name: str, *lines: str, given: tuple[Given, ...] = (), if_due: bool = False) -> Step:
    return Step(name=name, shell="".join(f"{line}\n" for line in lines), given=given, if_due=if_due)
