"use strict";
// Presses the page's button. Before that: what AReq wants to know of the browser, and the 3DS method
// in its frame, for at most ten seconds.
(() => {
  const challenge = document.getElementById("challenge");
  if (challenge) {
    challenge.submit();
    return;
  }
  const browser = document.getElementById("browser");
  if (!browser) {
    return;
  }
  const set = (name, value) => { browser.elements[name].value = String(value); };
  set("color_depth", screen.colorDepth);
  set("screen_height", screen.height);
  set("screen_width", screen.width);
  set("time_zone", new Date().getTimezoneOffset());
  set("language", navigator.language);
  let sent = false;
  const send = () => {
    if (!sent) {
      sent = true;
      browser.submit();
    }
  };
  const method = document.getElementById("method");
  if (!method) {
    send();
    return;
  }
  const frame = document.querySelector("iframe[name=method]");
  frame.addEventListener("load", () => {
    try {
      // Readable only once the frame is back at our own notification.
      if (frame.contentWindow.location.pathname.endsWith("/method-done")) {
        set("method", "Y");
        send();
      }
    } catch (elsewhere) {
      // Still at the issuer.
    }
  });
  method.submit();
  setTimeout(send, 10000);
})();
