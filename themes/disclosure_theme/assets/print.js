/* Buttons of the print page. Without this script the browser's own menu prints, and texts are selected by hand. */
(function () {
  "use strict";
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  function select(node) {
    if (node.select) {
      node.focus();
      node.select();
      node.setSelectionRange(0, node.value.length); // for phones
      return;
    }
    var range = document.createRange();
    range.selectNodeContents(node);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function copied() {
    try {
      return document.execCommand("copy");
    } catch (error) {
      return false;
    }
  }
  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  each("[data-copy]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      select(document.getElementById(button.getAttribute("data-copy")));
      var said = button.parentNode.querySelector("[role=status]");
      said.textContent = copied() ? "已复制，可以去粘贴了。" : "已选中，请再按“复制”。";
    });
  });
})();
