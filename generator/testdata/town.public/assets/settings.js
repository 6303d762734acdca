(function () {
"use strict";
var root = document.documentElement;
var values = { size: ["standard", "large", "largest"], theme: ["auto", "light", "dark", "contrast"] };
var chosen = { size: "standard", theme: "auto" };
function choose(name, value) {
if (values[name].indexOf(value) >= 0) chosen[name] = value;
if (chosen[name] == "auto") root.removeAttribute("data-theme");
else root.setAttribute("data-" + name, chosen[name]);
}
function keep(name) {
try { localStorage.setItem("gongshi-" + name, chosen[name]); } catch (e) {} // kept by no browser, or not from a folder
}
function recall(name) {
var value;
try { value = localStorage.getItem("gongshi-" + name); } catch (e) {}
choose(name, value);
}
function show() {
document.querySelectorAll("[data-set]").forEach(function (button) {
button.setAttribute("aria-pressed", chosen[button.dataset.set] == button.value);
});
}
Object.keys(values).forEach(function (name) {
var asked = new RegExp("[?&]" + name + "=(\\w+)").exec(location.search);
recall(name);
if (asked) {
choose(name, asked[1]);
keep(name);
}
});
document.addEventListener("DOMContentLoaded", show);
document.addEventListener("click", function (event) {
var button = event.target.closest("[data-set]");
if (!button) return;
choose(button.dataset.set, button.value);
keep(button.dataset.set);
show();
});
addEventListener("pageshow", function (event) { // back to a page that was left before the choice
if (!event.persisted) return;
Object.keys(values).forEach(recall);
show();
});
})();
