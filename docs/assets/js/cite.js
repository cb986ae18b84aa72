// « Citer » opens the citation page of a section as a dialog, and « Copier » puts an address or a citation on the
// clipboard. Without this script, or where it fails, « Citer » is the link to that page.
"use strict";
{
  const words = document.body.dataset;
  const saidOf = (what, text) => words.saidOf.replace("{what}", what).replace("{text}", () => text);
  const SAID_FOR = 2500;
  const said = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  said.setAttribute("role", "status");

  // A page read over plain http has no clipboard of its own, but may copy what is selected. True where it did.
  const copySelected = (text, place) => {
    const focused = document.activeElement;
    const field = Object.assign(document.createElement("textarea"), { className: "visually-hidden", value: text });
    place.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return done;
  };

  // As text, and as HTML for where that can be pasted: a citation keeps its italics, an address its title.
  const write = (text, html) => {
    const kinds = { "text/plain": text, "text/html": html };
    const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  };

  // The button itself says so to who sees it, in the place of its words, and `said` to who hears it.
  const copy = async (text, html, button) => {
    const place = button.closest("dialog") ?? document.body;
    let outcome = words.copied;
    try {
      await write(text, html);
    } catch {
      if (!copySelected(text, place)) outcome = words.notCopied;
    }
    place.append(said);
    said.textContent = saidOf(outcome, text);
    button.dataset.said = outcome;
    setTimeout(() => {
      delete button.dataset.said;
      said.textContent = "";
    }, SAID_FOR);
  };

  // A button to copy at the end of each citation, which may be in the other language than the page.
  const addButtons = (root) => {
    for (const citation of root.querySelectorAll(".citation")) {
      const [text, html] = [citation.textContent, citation.innerHTML];
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "cite-copy",
        lang: document.documentElement.lang,
        textContent: words.copy,
        ariaLabel: saidOf(words.copy, text),
      });
      button.addEventListener("click", () => copy(text, html, button));
      citation.append(" ", button);
    }
  };

  // The text of a citation page: its addresses made absolute, its ids left out, for the page has its own.
  const fetched = async (address) => {
    const response = await fetch(address);
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const text = page.querySelector(".article__text");
    const title = page.querySelector("h1");
    for (const attribute of ["href", "src"]) {
      for (const element of text.querySelectorAll(`[${attribute}]`)) {
        element.setAttribute(attribute, new URL(element.getAttribute(attribute), address));
      }
    }
    for (const element of [title, ...text.querySelectorAll("[id]")]) {
      element.removeAttribute("id");
    }
    return { title: title.innerHTML, text: text.innerHTML };
  };

  const dialog = Object.assign(document.createElement("dialog"), { className: "cite-dialog" });
  dialog.setAttribute("aria-labelledby", "cite-title");
  dialog.innerHTML = `
    <form class="cite-dialog__head" method="dialog">
      <h2 class="cite-dialog__title" id="cite-title"></h2>
      <button class="cite-dialog__close">${words.close}</button>
    </form>
    <div class="cite-dialog__text md-typeset"></div>`;

  const open = async (link) => {
    try {
      const { title, text } = await fetched(link.href);
      dialog.querySelector("h2").innerHTML = title;
      dialog.lastElementChild.innerHTML = text;
      addButtons(dialog);
      if (!dialog.open) {
        document.body.append(dialog);
        dialog.showModal();
      }
    } catch {
      location.assign(link.href);
    }
  };

  // A modal dialog is printed on one page and cut there; one that is not runs on.
  let focused = null;
  addEventListener("beforeprint", () => {
    if (dialog.open) {
      focused = document.activeElement;
      dialog.close();
      dialog.show();
    }
  });
  addEventListener("afterprint", () => {
    if (dialog.open) {
      dialog.close();
      dialog.showModal();
      focused.focus();
    }
  });

  addButtons(document.querySelector("[data-kind=citation]") ?? dialog);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".cite-back, .cite-address")) {
      dialog.close(); // outside of it, or back to the section
    }
  });
  document.addEventListener("click", (event) => {
    // What stands on a disk may not be fetched
    const plain = location.protocol !== "file:" && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = event.target.closest(".cite-links__open");
    const button = event.target.closest(".cite-links__copy");
    if (link && plain) {
      event.preventDefault();
      open(link);
    } else if (button) {
      const { href } = new URL(button.value, location.href);
      const heading = button.parentElement.previousElementSibling ?? document.querySelector("h1");
      const titled = Object.assign(document.createElement("a"), { href, textContent: heading.textContent.trim() });
      copy(href, titled.outerHTML, button);
    }
  });
}
