// Asks before a page is left on which something was typed that was not sent, and closes the menu of the reader.
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
