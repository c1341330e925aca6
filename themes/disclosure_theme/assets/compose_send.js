/* Where the finished text goes: a file, the clipboard, the git host's page for a new file. Nothing is sent by this page itself. */
(function () {
  "use strict";
  var Compose = window.Compose, make = Compose.make;
  var LONGEST = 7500; // characters of an address that hosts and browsers take

  Compose.download = function (name, text) {
    var address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    var link = make("a", { href: address, download: name, hidden: true });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  };
  Compose.copy = function (text) {
    function old() {
      var box = make("textarea", { readonly: true, style: "position:fixed;top:0;opacity:0" });
      box.value = text;
      document.body.appendChild(box);
      box.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (error) { done = false; }
      document.body.removeChild(box);
      return done;
    }
    if (!navigator.clipboard) return Promise.resolve(old());
    return navigator.clipboard.writeText(text).then(function () { return true; }, old);
  };

  /* The host's page for a new file: its address, whether the text is in it, and what has to be done by hand.
     GitHub, Forgejo and Gitea take name and text; GitLab takes the name; Gitee takes neither. */
  Compose.newFile = function (repository, place, text) {
    if (repository.host === "none" || !repository.url) return null;
    var branch = path(repository.branch), records = "data/records", below = (place.folder + "/" + place.name).slice(records.length + 1);
    var bare = {
      github: "/new/" + branch + "?filename=" + encodeURIComponent(place.folder + "/" + place.name),
      forgejo: "/_new/" + branch + "/" + path(place.folder) + "?filename=" + encodeURIComponent(place.name),
      gitlab: "/-/new/" + branch + "/" + records + "?file_name=" + encodeURIComponent(below),
      gitee: "/new/" + branch + "/" + records
    }[repository.host];
    var full = repository.url + bare + "&value=" + encodeURIComponent(text);
    var takesText = repository.host === "github" || repository.host === "forgejo";
    if (takesText && full.length <= LONGEST) return { url: full, hasText: true, says: "新页面里已经填好文件名和内容，核对后提交。" };
    var name = repository.host === "gitee" ? "文件名写 " + below + "，" : "";
    var why = takesText ? "内容太长，放不进网址，已经复制好。" : "内容已经复制好。";
    return { url: repository.url + bare, hasText: false, says: why + "在新页面里" + name + "点进内容框，按 Ctrl+V 粘贴，再提交。" };
  };
  function path(text) { return text.split("/").map(encodeURIComponent).join("/"); }
})();
