// Draws the one figure of an embed page, and tells the page around it how high it is.
(function () {
  "use strict";
  var figure = JSON.parse(document.getElementById("figure").textContent);
  var config = JSON.parse(document.getElementById("config").textContent);
  function tell() {
    window.parent.postMessage({ source: "conflict-ledger", height: document.documentElement.scrollHeight }, "*");
  }
  window.Plotly.newPlot("plot", figure.data, figure.layout, config).then(tell);
  window.addEventListener("resize", tell);
})();
