(function () {
"use strict";
function select(text) {
var range = document.createRange(), selection = getSelection();
range.selectNodeContents(text);
selection.removeAllRanges();
selection.addRange(range);
try { return document.execCommand("copy"); } catch (e) { return false; }
}
document.querySelectorAll("[data-copy]").forEach(function (section) {
section.querySelectorAll("pre").forEach(function (text) {
var line = text.nextElementSibling, button = document.createElement("button"), said = document.createElement("span");
button.type = "button";
button.textContent = section.dataset.copy;
said.setAttribute("aria-live", "polite");
button.onclick = function () {
function say(copied) { said.textContent = copied ? section.dataset.copied : section.dataset.selected; }
said.textContent = "";
if (!navigator.clipboard) return say(select(text));
navigator.clipboard.writeText(text.textContent).then(function () { say(true); }, function () { say(select(text)); });
};
line.prepend(button, said);
});
});
})();
