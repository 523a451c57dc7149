// Comforts of the card form; it works without them, and the server checks everything again.
(function () {
  "use strict";
  var form = document.getElementById("form");
  var summary = document.getElementById("errors");
  if (summary) { summary.focus(); }
  if (!form) { return; }
  var number = form.elements.number;
  var expiry = form.elements.expiry;
  var cvc = form.elements.cvc;
  var holder = form.elements.holder_name;
  var brand = document.getElementById("brand");
  var pay = document.getElementById("submit");
  var payText = pay.textContent;
  var offers = document.getElementById("offers");
  var askOffers = document.getElementById("offers-form");
  if (askOffers) { askOffers.hidden = true; }

  var brands = [
    ["Visa", /^4/], ["Mastercard", /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/], ["American Express", /^3[47]/],
    ["Troy", /^(9792|65)/], ["Diners Club", /^3(0|6|8)/], ["JCB", /^35/], ["UnionPay", /^62/], ["Maestro", /^(50|5[6-9]|6)/]
  ];

  function digits(input) { return input.value.replace(/\D/g, ""); }

  function brandOf(typed) {
    for (var i = 0; i < brands.length; i++) { if (brands[i][1].test(typed)) { return brands[i][0]; } }
    return "";
  }

  function luhn(typed) {
    var sum = 0;
    for (var i = 0; i < typed.length; i++) {
      var digit = Number(typed[typed.length - 1 - i]);
      if (i % 2) { digit *= 2; if (digit > 9) { digit -= 9; } }
      sum += digit;
    }
    return sum % 10 === 0;
  }

  function say(input, text) {
    document.getElementById(input.id + "-error").textContent = text;
    input.closest(".field").classList.toggle("wrong", text !== "");
    if (text) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    return text === "";
  }

  // While somebody types at the end of the field, digits are grouped; a correction inside is left alone.
  function group(input, shape) {
    if (input.selectionStart !== input.value.length) { return; }
    var shaped = shape(digits(input));
    if (shaped !== input.value) { input.value = shaped; }
  }

  function shapeNumber(typed) {
    return /^3[47]/.test(typed)
      ? [typed.slice(0, 4), typed.slice(4, 10), typed.slice(10, 15)].filter(Boolean).join(" ")
      : (typed.slice(0, 19).match(/.{1,4}/g) || []).join(" ");
  }

  function shapeExpiry(typed) {
    if (/^[2-9]/.test(typed)) { typed = "0" + typed; }
    if (/^\d\d20\d\d/.test(typed)) { typed = typed.slice(0, 2) + typed.slice(4, 6); }
    return typed.length > 2 ? typed.slice(0, 2) + " / " + typed.slice(2, 6) : typed;
  }

  var checks = [
    [number, function () {
      var typed = digits(number);
      return typed.length >= 12 && typed.length <= 19 && luhn(typed) ? "" : form.dataset.number;
    }],
    [expiry, function () {
      var typed = digits(expiry);
      var found = /^(0[1-9]|1[0-2])(?:20)?(\d\d)$/.exec(typed.length % 2 ? "0" + typed : typed);
      if (!found) { return form.dataset.expiry; }
      var after = new Date(2000 + Number(found[2]), Number(found[1]), 2);
      return after < new Date() ? form.dataset.past : "";
    }],
    [cvc, function () {
      var wanted = /^3[47]/.test(digits(number)) ? 4 : 3;
      return /^\d+$/.test(cvc.value) && (cvc.value.length === wanted || (!brand.textContent && cvc.value.length === 4)) ? "" : form.dataset.cvc;
    }],
    [holder, function () { return holder.value.trim() ? "" : form.dataset.holder; }]
  ];

  checks.forEach(function (check) {
    check[0].addEventListener("blur", function () { if (check[0].value) { say(check[0], check[1]()); } });
    check[0].addEventListener("input", function () { if (check[0].getAttribute("aria-invalid")) { say(check[0], check[1]()); } });
  });

  number.addEventListener("input", function () {
    group(number, shapeNumber);
    var typed = digits(number);
    brand.textContent = brandOf(typed);
    if (typed.length >= 13 && typed.length >= (/^3[47]/.test(typed) ? 15 : 16)) { say(number, checks[0][1]()); }
    var bin = typed.length >= 8 ? typed.slice(0, 8) : "";
    show(bin);
    showProgram(bin);
    balance.textContent = "";
  });
  expiry.addEventListener("input", function () { group(expiry, shapeExpiry); });

  var shown = "";
  function show(bin) {
    if (!offers || bin === shown) { return; }
    shown = bin;
    fetch(form.dataset.offers + "&bin=" + bin, { headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.ok ? answer.json() : []; })
      .then(function (found) { if (bin === shown && found.length) { fill(found); } })
      .catch(function () { });
  }

  function fill(found) {
    var before = form.querySelector("input[name=installments]:checked");
    var kept = found.some(function (offer) { return before && String(offer.count) === before.value; }) ? before.value : "1";
    offers.replaceChildren.apply(offers, found.map(function (offer) {
      var label = document.createElement("label");
      label.className = "offer";
      var radio = document.createElement("input");
      radio.type = "radio";
      radio.name = "installments";
      radio.value = offer.count;
      radio.checked = String(offer.count) === kept;
      var text = document.createElement("span");
      text.textContent = offer.text;
      var total = document.createElement("span");
      total.className = "total";
      total.textContent = offer.total;
      label.append(radio, text, total);
      return label;
    }));
  }

  var points = document.getElementById("points");
  var program = document.getElementById("points-program");
  var balance = document.getElementById("points-balance");
  var askPoints = document.getElementById("points-ask");
  var programOf = null;

  function showProgram(bin) {
    if (bin === programOf) { return; }
    programOf = bin;
    sayProgram("");
    if (!bin) { return; }
    fetch(points.dataset.url + "&bin=" + bin, { headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.status === 200 ? answer.json() : { text: "" }; })
      .then(function (found) { if (bin === programOf) { sayProgram(found.text); } })
      .catch(function () { });
  }

  function sayProgram(text) {
    program.textContent = text;
    askPoints.hidden = !text;
  }

  function isWrong(check) { return !say(check[0], check[1]()); }

  // The card goes the way that a payment goes, and only its points come back.
  askPoints.addEventListener("click", function () {
    if (askPoints.getAttribute("aria-disabled")) { return; }
    var wrong = checks.filter(isWrong);
    if (wrong.length) { wrong[0][0].focus(); return; }
    var asked = digits(number);
    askPoints.setAttribute("aria-disabled", "true");
    balance.textContent = points.dataset.busy;
    fetch(points.dataset.url, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(new FormData(form)) })
      .then(function (answer) { return answer.json(); })
      .then(function (told) { return told.text; })
      .catch(function () { })
      .then(function (text) {
        askPoints.removeAttribute("aria-disabled");
        balance.textContent = digits(number) === asked ? text || points.dataset.failed : "";
      });
  });

  form.addEventListener("submit", function (event) {
    if (form.dataset.sent) { event.preventDefault(); return; }
    var wrong = checks.filter(isWrong);
    if (wrong.length) {
      event.preventDefault();
      wrong[0][0].focus();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
    pay.textContent = form.dataset.busy;
  });
  // By the back button the page is as it was, and may be sent again: the server knows what is over.
  window.addEventListener("pageshow", function () {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    pay.textContent = payText;
  });
})();
