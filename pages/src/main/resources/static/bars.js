// A chart of bars from the points at data-source; a table of the page says the same.
(function () {
  "use strict";
  var canvas = document.querySelector("canvas[data-source]");
  if (!canvas || !window.Chart) {
    return;
  }
  var style = getComputedStyle(document.documentElement);
  fetch(canvas.dataset.source, { headers: { Accept: "application/json" } })
    .then(function (response) {
      return response.ok ? response.json() : [];
    })
    .then(function (points) {
      new Chart(canvas, {
        type: "bar",
        data: {
          labels: points.map(function (point) { return point.day; }),
          datasets: [{
            label: canvas.dataset.label,
            data: points.map(function (point) { return point.amount; }),
            backgroundColor: style.getPropertyValue("--accent").trim(),
            borderRadius: 4,
            maxBarThickness: 56
          }]
        },
        options: {
          animation: false,
          maintainAspectRatio: false,
          locale: document.documentElement.lang,
          plugins: {
            legend: { display: false },
            tooltip: { callbacks: { label: function (item) { return points[item.dataIndex].text; } } }
          },
          scales: {
            x: { grid: { display: false }, ticks: { color: style.getPropertyValue("--soft").trim() } },
            y: { beginAtZero: true, grid: { color: style.getPropertyValue("--line").trim() }, ticks: { color: style.getPropertyValue("--soft").trim(), maxTicksLimit: 5 } }
          }
        }
      });
    });
})();
