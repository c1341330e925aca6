/* 记录文件怎样变成表单里的值，又怎样写回去：所有值都当文字，写什么样就是什么样。
   前面的 RECORD_KEYS 是记录的键，由程序写入：[英文, 中文, 填法, 各部分]。 */
(function () {
  'use strict';
  var CMS = window.CMS, jsyaml = window.jsyaml;
  var FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;
  var DAY = /^\s*(\d{4})\s*[年\/.-]\s*(\d{1,2})\s*[月\/.-]\s*(\d{1,2})\s*日?\s*$/;
  var NO_FILES = '附件都不公开';

  function isMapping(value) {
    return !!value && typeof value === 'object' && !Array.isArray(value);
  }

  function isEmpty(value) {
    if (Array.isArray(value)) return value.every(isEmpty);
    if (isMapping(value)) return Object.keys(value).every(function (key) { return isEmpty(value[key]); });
    return value === null || value === undefined || String(value).trim() === '';
  }

  function two(digits) {
    return digits.length < 2 ? '0' + digits : digits;
  }

  function day(text) {
    var found = DAY.exec(text);
    return found ? found[1] + '-' + two(found[2]) + '-' + two(found[3]) : text;
  }

  function texts(value) {
    return Array.isArray(value) ? value : String(value).split(/[、,，]\s*/).filter(Boolean);
  }

  function group(value, parts) {
    return isMapping(value) ? shaped(value, parts) : value;
  }

  function row(value, parts) {
    if (isMapping(value)) return shaped(value, parts);
    var made = {};
    made[parts[0][1]] = value;
    return made;
  }

  /* 文件里的一个值，换成表单要的样子。 */
  function shape(value, key) {
    switch (key[2]) {
      case 'day': case 'moment': return typeof value === 'string' ? day(value) : value;
      case 'choices': return texts(value);
      case 'words': return texts(value).join('、');
      case 'yes_no': return /^(true|是|yes)$/i.test(value);
      case 'group': return group(value, key[3]);
      case 'groups': return (Array.isArray(value) ? value : [value]).map(function (one) { return row(one, key[3]); });
      default: return value;
    }
  }

  /* 英文键换成中文键；不认得的键原样留着。 */
  function shaped(mapping, keys) {
    var made = {};
    Object.keys(mapping).forEach(function (spelling) {
      var key = keys.filter(function (one) { return one[0] === spelling || one[1] === spelling; })[0];
      if (!key) made[spelling] = mapping[spelling];
      else if (!isEmpty(mapping[spelling])) made[key[1]] = shape(mapping[spelling], key);
    });
    return made;
  }

  function fromFile(text) {
    var found = FRONT.exec(text);
    if (!found) return { body: text };
    var mapping = jsyaml.load(found[1], { schema: jsyaml.FAILSAFE_SCHEMA }) || {};
    var made = shaped(mapping, RECORD_KEYS);
    var files = mapping['附件'] || mapping.attachments;
    if (Array.isArray(files) && !files.length) made[NO_FILES] = '是';
    made['草稿'] = made['草稿'] === true;
    made.body = text.slice(found[0].length).replace(/^\s*\n/, '').replace(/\s+$/, '');
    return made;
  }

  /* 表单里的一个值，去掉空的部分；是、否写成汉字。 */
  function written(value) {
    if (Array.isArray(value)) return value.filter(function (one) { return !isEmpty(one); }).map(written);
    if (!isMapping(value)) return value === true ? '是' : value === false ? '否' : String(value);
    var made = {};
    Object.keys(value).forEach(function (key) {
      if (!isEmpty(value[key])) made[key] = written(value[key]);
    });
    return made;
  }

  /* 键的次序总是一样的；不认得的键在最后。 */
  function ordered(data) {
    var made = {};
    RECORD_KEYS.forEach(function (key) { if (key[1] in data) made[key[1]] = data[key[1]]; });
    return Object.assign(made, data);
  }

  function toFile(data) {
    var given = Object.assign({}, data), body = String(given.body || '').trim(), noFiles = given[NO_FILES];
    delete given.body;
    delete given[NO_FILES];
    if (given['草稿'] !== true) delete given['草稿'];
    var made = written(ordered(given));
    if (noFiles && !made['附件']) made['附件'] = [];
    var front = jsyaml.dump(made, { schema: jsyaml.FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true });
    return '---\n' + front + '---\n' + (body ? '\n' + body + '\n' : '');
  }

  CMS.registerCustomFormat('yaml-frontmatter', 'md', { fromFile: fromFile, toFile: toFile });
})();
