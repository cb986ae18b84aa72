// The reader's choice of colours. Loaded in the head, before anything is drawn, so that nothing flashes.
"use strict";
{
  const KEY = "scheme";
  const root = document.documentElement;

  const stored = () => {
    try {
      return localStorage.getItem(KEY) ?? "auto";
    } catch {
      return "auto"; // storage may be forbidden, or absent
    }
  };

  const store = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // the choice then holds for this page
    }
  };

  const apply = (choice) => {
    root.dataset.scheme = choice;
    for (const button of document.querySelectorAll("[data-scheme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.schemeChoice === choice));
    }
  };

  root.classList.add("js");
  apply(stored());
  document.addEventListener("DOMContentLoaded", () => apply(stored()));
  addEventListener("storage", () => apply(stored()));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-scheme-choice]");
    if (button) {
      store(button.dataset.schemeChoice);
      apply(button.dataset.schemeChoice);
    }
  });
}
