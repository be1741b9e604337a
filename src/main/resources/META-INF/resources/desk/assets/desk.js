// Asks before a page is left on which something was typed that was not sent, closes the menu of the reader, and lets the head of a long sheet stay in the window.
"use strict";

let sent = null;

// The browser keeps some texts otherwise than the page writes them: a moment without the seconds, a text without the ends of its lines.
function asWritten(control) {
  const fresh = control.cloneNode();
  fresh.value = control.defaultValue;
  return fresh.value;
}

function isTyped(control) {
  switch (control.type) {
    case "checkbox":
    case "radio":
      return control.checked !== control.defaultChecked;
    case "select-one":
    case "select-multiple":
      return [...control.options].some((option) => option.defaultSelected)
        ? [...control.options].some((option) => option.selected !== option.defaultSelected)
        : control.selectedIndex > 0;
    case "text":
    case "search":
    case "date":
    case "datetime-local":
    case "number":
    case "file":
    case "textarea":
      return !control.readOnly && control.value !== asWritten(control);
    default:
      return false;
  }
}

// A form that was refused comes back with what was typed, which nobody has either.
function isUnsent(form) {
  return form !== sent && form.method === "post" && (form.hasAttribute("data-unsent") || [...form.elements].some(isTyped));
}

addEventListener("submit", (event) => (sent = event.target));
addEventListener("input", () => (sent = null));
addEventListener("pageshow", () => (sent = null));
addEventListener("beforeunload", (event) => {
  if ([...document.forms].some(isUnsent)) {
    event.preventDefault();
  }
});

const me = () => document.querySelector("details.me[open]");

addEventListener("click", (event) => {
  if (me() && !me().contains(event.target)) {
    me().open = false;
  }
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && me()) {
    me().querySelector("summary").focus();
    me().open = false;
  }
});

const heads = new WeakMap();

// The head moves with the page while its sheet goes out of the window, below the heading that stays there too.
function keepHead(sheet) {
  heads.get(sheet)?.cancel();
  const head = sheet.querySelector("thead");
  const way = sheet.clientHeight - head.offsetHeight;
  if (way <= 0 || getComputedStyle(head).display !== "table-header-group") {
    return;
  }
  const title = sheet.parentElement.matches(".card") ? sheet.parentElement.querySelector(":scope > h2") : null;
  const there = `0 ${way}px`;
  const frames = [{ translate: "0 0" }, { translate: there, offset: way / sheet.clientHeight }, { translate: there }];
  const timeline = new ViewTimeline({ subject: sheet, inset: [CSS.px(title ? title.offsetHeight : 0), "auto"] });
  heads.set(sheet, head.animate(frames, { fill: "both", timeline, rangeStart: "exit-crossing 0%", rangeEnd: "exit-crossing 100%" }));
}

if ("ViewTimeline" in window) {
  const sizes = new ResizeObserver((changed) => changed.forEach((each) => keepHead(each.target)));
  const watch = (part) => part.querySelectorAll(".sheet").forEach((sheet) => sizes.observe(sheet));
  watch(document);
  addEventListener("htmx:load", (event) => watch(event.target));
}
