/* What is missing or wrong, while somebody types: the rules of generator/disclosure/checks/ that need nothing but the record itself.
   `disclosure check` has the last word. Each finding: the path of its field, its weight (missing, wrong, warning), a sentence. */
(function () {
  "use strict";
  var Compose = window.Compose, V = Compose.read, Y = Compose.yaml;
  var READERS = { day: V.day, moment: V.moment, expiry: V.expiry, span: V.span, amount: V.amount, count: V.count };
  var IDS = { id: true, replaces: true, corrects: true };

  Compose.checks = function (data, values, item) {
    var findings = [];
    function say(path, weight, text) { findings.push({ path: [].concat(path), weight: weight, text: text }); }
    checkValues(data.fields, values, [], say);
    checkRequired(data, values, item, say);
    checkNumber(data, values, say);
    checkDates(data, values, item, say);
    checkSignoffs(values, item, say);
    checkFees(data, values, item, say);
    checkList(data, values, item, say);
    return findings;
  };

  function reader(field) { return IDS[field.name] ? V.id : READERS[field.widget]; }
  function checkValues(fields, values, path, say) {
    fields.forEach(function (field) {
      var value = values[field.name], own = path.concat(field.name);
      if (Y.isEmpty(value)) return;
      if (field.widget === "groups") {
        value.forEach(function (row, number) { if (!Y.isEmpty(row)) checkPart(field, row, own.concat(number), say); });
      } else if (field.widget === "group") {
        checkPart(field, value, own, say);
      } else {
        var read = reader(field) && reader(field)(value);
        if (read && read.wrong) say(own, "wrong", read.wrong);
      }
    });
  }
  function checkPart(field, row, path, say) {
    field.parts.forEach(function (part) {
      if (part.required && Y.isEmpty(row[part.name])) say(path.concat(part.name), "missing", "还没有填" + part.label);
    });
    checkValues(field.parts, row, path, say);
  }

  function checkRequired(data, values, item, say) {
    function word(name) { return data.fields.find(function (field) { return field.name === name; }).label; }
    data.fields.forEach(function (field) {
      if (field.required && Y.isEmpty(values[field.name])) say(field.name, "missing", "还没有填" + field.label);
    });
    if (!item && Y.isEmpty(values.column)) say("column", "missing", "没有对应的事项时，要选栏目");
    if (!item || values.draft) return;
    item.required.forEach(function (name) {
      var isEnd = name === "expiry" || name === "expires";
      var isGiven = isEnd ? !(Y.isEmpty(values.notice_period) && Y.isEmpty(values.expires)) : !Y.isEmpty(values[name]);
      if (name === "expiry" && values.expires === "长期" && Y.isEmpty(values.notice_period)) isGiven = false;
      if (!isGiven) say(isEnd ? "notice_period" : name, "missing", isEnd ? "公示期和截止日期要填一个" : "“" + item.name + "”要求填" + word(name));
    });
    if (Y.isEmpty(values.body)) say("body", "warning", "还没有正文。应当写明：" + item.contents);
  }

  function checkNumber(data, values, say) {
    var id = Y.line(values.id || "");
    if (id && V.knows(data, id)) say("id", "wrong", "编号 " + id + " 已经用过，换一个没有用过的");
    ["replaces", "corrects"].forEach(function (name) {
      var other = Y.line(values[name] || "");
      if (!other || V.id(other).wrong) return;
      if (other === id) say(name, "wrong", "不能是这条记录自己");
      else if (!V.knows(data, other)) say(name, "warning", "网站上没有 " + other + "，请核对");
    });
  }

  /* The day that a field gives, '' where it gives none. */
  function dayIn(read, text) { return Y.isEmpty(text) ? "" : (read(text).value || ""); }
  function checkDates(data, values, item, say) {
    var published = dayIn(V.moment, values.published);
    eachDay(data.fields, values, [], function (path, day, label) {
      var year = +day.slice(0, 4);
      if (year < 1990 || year > +V.today().slice(0, 4) + 10) say(path, "wrong", label + "的年份不合常理");
    });
    if (!published) return;
    var expires = dayIn(V.expiry, values.expires), span = Y.isEmpty(values.notice_period) ? null : V.span(values.notice_period).value;
    if (expires === "长期") expires = "";
    if (expires && expires < published) say("expires", "wrong", "截止日期早于公布日期 " + published);
    if (dayIn(V.day, values.formed) > published) say("formed", "wrong", "形成日期晚于公布日期 " + published);
    later("review_by", values.review_by, "复核日期");
    (values.changes || []).forEach(function (row, number) { later(["changes", number, "date"], row.date, "变更日期"); });
    [["withdrawn", "撤销日期"], ["late_entry", "补公开日期"]].forEach(function (pair) {
      if (values[pair[0]]) later([pair[0], "date"], values[pair[0]].date, pair[1]);
    });
    checkNotice(data, values, item, published, expires, span, say);
    function later(path, text, label) {
      var day = dayIn(V.day, text);
      if (day && day < published) say(path, "wrong", label + "早于公布日期 " + published);
    }
  }
  function eachDay(fields, values, path, act) {
    fields.forEach(function (field) {
      var value = values[field.name], own = path.concat(field.name);
      if (Y.isEmpty(value)) return;
      if (field.widget === "groups") value.forEach(function (row, number) { eachDay(field.parts, row, own.concat(number), act); });
      else if (field.widget === "group") eachDay(field.parts, value, own, act);
      else if (field.widget === "day" || field.widget === "moment" || field.widget === "expiry") {
        var day = dayIn(V[field.widget], value);
        if (day && day !== "长期") act(own, day, field.label);
      }
    });
  }
  function checkNotice(data, values, item, published, expires, span, say) {
    var last = span ? V.lastDay(span, published, data.workingDays) : null;
    if (last && !Y.isEmpty(values.expires) && expires !== last.day) say("expires", "wrong", "公示期 " + Y.line(values.notice_period) + "到 " + last.day + " 为止，与截止日期不同；只填一个");
    var end = last ? last.day : expires, least = item && item.minNotice ? V.lastDay(V.span(item.minNotice).value, published, data.workingDays) : null;
    if (least && end && end < least.day) say(span ? "notice_period" : "expires", "wrong", "“" + item.name + "”至少公示 " + item.minNotice + "，到 " + least.day + "；现在只到 " + end);
    if (last && !last.known) say("notice_period", "warning", published.slice(0, 4) + " 年的放假安排还不知道，工作日暂按自然日算，到 " + last.day);
    var after = values.after_expiry || (item && item.afterExpiry);
    var isAsked = item && (item.required.indexOf("expiry") >= 0 || item.required.indexOf("expires") >= 0);
    if (!end && !isAsked && after === "撤下" && Y.isEmpty(values.withdrawn)) say("notice_period", item && item.listsPersons ? "wrong" : "warning", "到期要撤下，请填公示期或截止日期");
    if (item && item.listsPersons && after !== "撤下") say("after_expiry", "wrong", "名单到期要撤下，不要改成“" + after + "”");
  }

  /* Whether a role is the one that is asked for; roughly as `domain/roles.py:fills`. */
  function fills(role, asked) {
    var own = role.replace(/[（(][^（）()]*[）)]|\s/g, ""), group = asked.replace(/(?:全体|副组长|组长|组员|成员|人员|委员)+$/, "");
    if (/(?:组|会|全体|成员)$/.test(asked)) return role.replace(/\s/g, "").indexOf(group) >= 0;
    return role.split(/[、，,；;/／（）()\s]+/).concat(own).some(function (one) {
      var isIn = one && (one.slice(-asked.length) === asked || asked.slice(-one.length) === one);
      return isIn && !/副|前|原|名誉/.test(one.replace(asked, ""));
    });
  }
  function checkSignoffs(values, item, say) {
    var rows = (values.signoffs || []).filter(function (row) { return !Y.isEmpty(row.role); });
    var published = dayIn(V.moment, values.published);
    (values.signoffs || []).forEach(function (row, number) {
      var day = dayIn(V.day, row.date);
      if (published && day > published && Y.isEmpty(values.changes)) say(["signoffs", number, "date"], "warning", "审签晚于公布日期 " + published + "；要先审签，后公布");
    });
    if (!item || values.draft) return;
    var missing = item.signoffs.filter(function (asked) { return !rows.some(function (row) { return fills(row.role, asked); }); });
    if (missing.length) say("signoffs", "missing", "还缺" + missing.join("、") + "的审签");
  }

  function checkFees(data, values, item, say) {
    (values.fees || []).forEach(function (row, number) {
      if (Y.isEmpty(row) || (item && item.settles)) return;
      var standard = Y.line(row.standard || ""), amount = V.amount(standard).value;
      data.forbidden.forEach(function (word) {
        if ((row.name || "").indexOf(word) >= 0) say(["fees", number, "name"], "warning", "“" + word + "”一般不得作为服务性收费或代收费，请核对");
      });
      if (amount === 0 || /^(?:免|不收)/.test(standard) || !standard) return;
      if (/^[\d.,]+$/.test(standard)) say(["fees", number, "standard"], "warning", "写上单位才会合计，例如 " + standard + "元");
      if (Y.isEmpty(row.basis) && Y.isEmpty(row.document)) say(["fees", number, "basis"], "missing", "收费要写依据");
      if (Y.isEmpty(row.approved_by) && Y.isEmpty(row.document)) say(["fees", number, "document"], "missing", "要写批准机关或文号");
      if (Y.isEmpty(row.scope)) say(["fees", number, "scope"], "missing", "要写收费范围");
    });
  }

  function checkList(data, values, item, say) {
    if (!item || !item.listsPersons || !values.body) return;
    Compose.personal.tables(values.body).forEach(function (table) {
      var more = table.headings.filter(function (one) {
        return !Compose.personal.isAllowedHeading(one) && data.school.listHeadings.indexOf(one) < 0 && !Compose.personal.kindOf(one);
      });
      if (more.length) say("body", "wrong", "名单里有“" + more.join("、") + "”，只许写姓名、学校、院系、年级、班级、专业");
      table.names.forEach(function (name) {
        if (!Compose.personal.isName(name)) return;
        ["title", "summary"].forEach(function (key) {
          if ((values[key] || "").indexOf(name) >= 0) say(key, "wrong", "名单到期要撤下，这里不写姓名");
        });
      });
    });
  }
})();
