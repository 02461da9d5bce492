// What the page does by itself in the browser: the history, the poll for a new edition, marks that lead somewhere, copying.
(function () {
  "use strict";
  var MERGE_MS = 5000; // edits of one date field within this time are one step of the history
  var lastStep = { control: null, at: 0 };

  function announce(text) {
    var place = document.getElementById("announcer");
    if (place) place.textContent = text;
  }

  // Dash's own event: every dcc.Location reads the address again.
  function visit(address, how) {
    if (address === window.location.pathname + window.location.search) return;
    window.history[how || "pushState"](null, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  // The address of a path with the reader's choice carried along; sort and page belong to one table only.
  function withChoice(path) {
    var parts = path.split("?");
    var choice = new URLSearchParams(window.location.search);
    ["sort", "page", "at"].forEach(function (name) { choice.delete(name); });
    new URLSearchParams(parts[1] || "").forEach(function (value, name) { choice.set(name, value); });
    var query = choice.toString().replace(/\+/g, "%20");
    return parts[0] + (query ? "?" + query : "");
  }

  // A mark's target is a page ("/event/…"), or what it stands for: "first day/last day" or "first day/last day/speaker".
  function follow(target) {
    if (typeof target !== "string") return;
    if (/^\/(event|article)\/[\w%.-]+(\?at=\d+-\d+)?$/.test(target)) {
      visit(withChoice(target));
      window.scrollTo(0, 0);
      return;
    }
    var days = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)(?:\/([^]+))?$/.exec(target);
    if (!days) return;
    var choice = new URLSearchParams(window.location.search);
    ["sort", "page"].forEach(function (name) { choice.delete(name); });
    choice.set("since", days[1]);
    choice.set("until", days[2]);
    if (days[3]) {
      choice.delete("actor");
      choice.append("actor", days[3]);
    }
    visit(window.location.pathname + "?" + choice.toString().replace(/\+/g, "%20"));
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.ledger = {
    go: function (next) {
      if (!next) return window.dash_clientside.no_update;
      var now = Date.now();
      var typed = next.control === "since" || next.control === "until";
      var merged = typed && lastStep.control === next.control && now - lastStep.at < MERGE_MS;
      lastStep = { control: next.control, at: now };
      visit(window.location.pathname + next.search, merged ? "replaceState" : "pushState");
      return window.dash_clientside.no_update;
    },

    poll: function (ticks, shown) {
      if (!ticks || document.hidden) return window.dash_clientside.no_update;
      return window.fetch("/api/edition", { cache: "no-store" })
        .then(function (answer) { return answer.json(); })
        .then(function (current) {
          if (!current.token || current.token === shown) return window.dash_clientside.no_update;
          announce("The ledger has a new edition; the page shows it.");
          return current.token;
        })
        .catch(function () { return window.dash_clientside.no_update; });
    },

    // The new figures, in the order of those shown; an axis that a reader has zoomed keeps its range.
    keepZoom: function (redrawn, shown) {
      return shown.map(function (old, place) {
        var next = redrawn[place];
        var was = old && old.layout.xaxis;
        var now = next.layout.xaxis;
        if (was && now && now.autorange === true && was.autorange === false) {
          now.autorange = false;
          now.range = was.range;
        }
        return next;
      });
    },

    open: function () {
      var triggered = window.dash_clientside.callback_context.triggered[0];
      var point = triggered && triggered.value && triggered.value.points && triggered.value.points[0];
      if (point) follow(point.customdata);
      return window.dash_clientside.no_update;
    }
  };

  function copied(button, text) {
    function said(words) {
      var before = button.textContent;
      button.textContent = words;
      announce(words);
      window.setTimeout(function () { button.textContent = before; }, 1600);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { said("Copied"); }, function () { said("Could not copy"); });
      return;
    }
    var area = document.createElement("textarea"); // plain http has no clipboard
    area.value = text;
    area.style.position = "fixed";
    document.body.appendChild(area);
    area.select();
    said(document.execCommand("copy") ? "Copied" : "Could not copy");
    area.remove();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copy]");
    var panel = document.getElementById("actors-panel");
    if (panel && panel.open && !panel.contains(event.target)) panel.open = false;
    var toggle = event.target.closest && event.target.closest("#filters-toggle"); // shown on narrow screens only
    if (toggle) {
      var unfolded = document.getElementById("filter-bar").classList.toggle("unfolded");
      toggle.setAttribute("aria-expanded", String(unfolded));
    }
    if (!button) return;
    var kind = button.getAttribute("data-copy");
    if (kind === "citation") {
      var citation = document.getElementById("citation");
      copied(button, citation.textContent + " " + window.location.origin + citation.getAttribute("data-link"));
    } else if (kind === "pinned") {
      var address = new URL(window.location.href);
      var shown = document.querySelector("[data-edition]");
      if (shown && !address.searchParams.has("edition")) address.searchParams.set("edition", shown.getAttribute("data-edition"));
      copied(button, address.href.replace(/\+/g, "%20"));
    } else {
      copied(button, window.location.href);
    }
  });

  document.addEventListener("keydown", function (event) {
    var panel = document.getElementById("actors-panel");
    if (event.key === "Escape" && panel && panel.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });

  // Typing in "Find an actor" hides the names that do not match.
  document.addEventListener("input", function (event) {
    if (event.target.id !== "actor-search") return;
    var wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll("#actors .form-check").forEach(function (row) {
      row.classList.toggle("d-none", row.textContent.toLowerCase().indexOf(wanted) < 0);
    });
  });

  // On a narrow screen the links between the pages are wider than it: the page's own is brought into view.
  var inView = null;
  new MutationObserver(function () {
    var active = document.querySelector(".navigation .active");
    if (!active || active === inView) return;
    inView = active;
    active.parentNode.scrollLeft = active.offsetLeft - 16;
  }).observe(document.documentElement, { childList: true, subtree: true });

  // Evidence is scrolled to once, when its page has come.
  var scrolled = null;
  new MutationObserver(function () {
    var evidence = document.getElementById("evidence");
    if (!evidence) { scrolled = null; return; }
    var address = window.location.pathname + window.location.search;
    if (scrolled === address) return;
    scrolled = address;
    evidence.scrollIntoView({ block: "center" });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
