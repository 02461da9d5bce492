// Before the first paint: light or dark, as chosen before, else as the system prefers. In a sandboxed frame there is no storage.
(function () {
  "use strict";
  var KEY = "conflict-ledger-theme";
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function remembered() {
    try { return window.localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function apply() {
    document.documentElement.setAttribute("data-bs-theme", remembered() || (system.matches ? "dark" : "light"));
  }
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-theme-toggle]")) return;
    var next = document.documentElement.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try { window.localStorage.setItem(KEY, next); } catch (error) { /* not remembered */ }
    document.documentElement.setAttribute("data-bs-theme", next);
  });
})();
