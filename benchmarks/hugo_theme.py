"""A lean theme for Hugo: what is the same on many pages is rendered once for each section and then taken from memory."""

from __future__ import annotations

from words import ADDRESS, SCHOOL

CONFIG = f"""\
baseURL = "{ADDRESS}"
title = "{SCHOOL}校务公开"
defaultContentLanguage = "zh"
hasCJKLanguage = true
timeZone = "Asia/Shanghai"
disableKinds = ["taxonomy", "term"]

[languages.zh]
locale = "zh-CN"

[pagination]
pagerSize = 50

[services.rss]
limit = 50

[markup.goldmark.renderHooks.link]
useEmbedded = "never"

[outputs]
home = ["html", "rss"]
section = ["html", "rss"]
page = ["html"]
"""

_BASE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="{{ "plain.css" | relURL }}">
{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .RelPermalink }}">{{ end }}
</head>
<body>
{{ partialCached "columns.html" . .CurrentSection.Path }}
<main>
{{ block "main" . }}{{ end }}
</main>
{{ partialCached "foot.html" . }}
</body>
</html>
"""

_COLUMNS = """\
{{- $here := .CurrentSection -}}
<header>
<a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav aria-label="栏目">
<ul>
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="true"{{ end }}>{{ .Title }}</a>
{{ with .Sections }}<ul>{{ range . }}<li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="true"{{ end }}>{{ .Title }}</a></li>{{ end }}</ul>{{ end }}</li>
{{ end }}</ul>
</nav>
</header>
"""

_FOOT = """\
<footer>
<p>{{ site.Title }}，示例市柳溪湾</p>
<p><a href="{{ "index.xml" | relURL }}">订阅</a> <a href="{{ "sitemap.xml" | relURL }}">全部网页</a></p>
</footer>
"""

_HOME = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>
{{ range first 10 site.RegularPages.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>
{{ end }}</ul>
{{ end }}
"""

_LIST = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $pages := .Paginate .RegularPagesRecursive.ByDate.Reverse }}
<ol>
{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time>
<p>{{ .Description }}</p></li>
{{ end }}</ol>
<p>{{ with $pages.Prev }}<a rel="prev" href="{{ .URL }}">较新的</a>{{ end }}
{{ $pages.PageNumber }}/{{ $pages.TotalPages }}
{{ with $pages.Next }}<a rel="next" href="{{ .URL }}">较早的</a>{{ end }}</p>
{{ end }}
"""

_SINGLE = """\
{{ define "main" }}
<p>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> / {{ end }}</p>
<article>
<h1>{{ .Title }}</h1>
<p>{{ .Description }}</p>
<dl>
{{ range $name := slice "编号" "栏目" "事项" "公布日期" "截止日期" "公开范围" "责任部门" "责任人" "文号" "公开渠道" "关联" "环节" -}}
{{ with index $.Params $name }}<dt>{{ $name }}</dt><dd>{{ . }}</dd>
{{ end }}{{ end -}}
</dl>
{{ .TableOfContents }}
{{ .Content }}
</article>
<p>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
{{ end }}
"""

FILES = {
    "hugo.toml": CONFIG,
    "static/plain.css": "body { max-width: 50rem; margin: auto; font-family: sans-serif; }\n",
    "layouts/baseof.html": _BASE,
    "layouts/home.html": _HOME,
    "layouts/list.html": _LIST,
    "layouts/single.html": _SINGLE,
    "layouts/_partials/columns.html": _COLUMNS,
    "layouts/_partials/foot.html": _FOOT,
}
"""Every file of a Hugo site but its content."""
