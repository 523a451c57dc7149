// Small comforts; every page works without them.
(function () {
  "use strict";
  // A form that was sent is not sent twice by an impatient click.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
  });
  // Coming back by the back button the page is as it was, and may be sent again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    });
  });
  document.addEventListener("DOMContentLoaded", function () {
    var summary = document.querySelector(".summary");
    if (summary) {
      summary.focus();
    }
  });
})();
