// The title of a link in the text, as a tooltip for everyone (WCAG 2.2, 1.4.13): it opens on hover and on focus,
// stays while it is pointed at, and closes on Escape. On touch, the first tap on a term, a reference or a note opens
// it with a link to go on; the second tap follows. Other links say where they lead by their own text: one tap.
"use strict";
{
  const LINKS = ".article a[title]";
  const ASIDE = 'a[href*="#t-"], a[href*="#r-"], a.note';
  const OPEN_AFTER = 250;
  const CLOSE_AFTER = 250;
  const GAP = 6;

  const text = Object.assign(document.createElement("span"), { id: "tooltip-text", className: "tooltip__text" });
  text.setAttribute("role", "tooltip");
  const go = Object.assign(document.createElement("a"), { className: "tooltip__go", hidden: true });
  const box = Object.assign(document.createElement("div"), { className: "tooltip" });
  box.append(text, go);
  // What a tap opens is said where it is put, since the focus stays on the link
  const said = Object.assign(document.createElement("div"), { id: "tooltip-said" });
  said.setAttribute("role", "status");

  let owner = null;
  let timer = 0;
  let pointer = "";

  const place = () => {
    const rects = owner.getClientRects(); // a link that wraps has one for each line
    const at = rects[0] ?? owner.getBoundingClientRect();
    const room = document.documentElement.clientWidth - box.offsetWidth - 8;
    const above = at.top - box.offsetHeight - GAP;
    const last = rects[rects.length - 1] ?? at;
    box.style.left = `${Math.max(8, Math.min(at.left, room)) + scrollX}px`;
    box.style.top = `${(above > 8 ? above : last.bottom + GAP) + scrollY}px`;
  };

  const close = () => {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    box.remove();
  };

  const open = (link, withGo = false) => {
    clearTimeout(timer);
    if (owner !== link) {
      close();
    }
    owner = link;
    text.textContent = link.dataset.title;
    go.hidden = !withGo;
    go.href = link.href;
    go.textContent = link.hash.startsWith("#t-") ? document.body.dataset.seeTerm : document.body.dataset.seeReference;
    (withGo ? said : said.parentNode).append(box); // not before: a link that leads nowhere yet is not for crawlers
    link.setAttribute("aria-describedby", text.id);
    place();
  };

  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const watch = (link) => {
    link.dataset.title = link.title;
    link.removeAttribute("title");
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") {
        soon(() => open(link), OPEN_AFTER);
      }
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") {
        soon(close, CLOSE_AFTER);
      }
    });
    link.addEventListener("focus", () => link.matches(":focus-visible") && open(link));
    // By keyboard at once, so that it hides nothing that has the focus; a tap may be on its way to the link in it
    link.addEventListener("blur", () => (pointer ? soon(close, CLOSE_AFTER) : close()));
    link.addEventListener("click", (event) => {
      const aside = link.matches(ASIDE) && !link.closest("dd");
      const first = pointer === "touch" && aside && (owner !== link || go.hidden);
      if (first) {
        event.preventDefault();
        open(link, true);
      }
    });
  };

  const start = () => {
    const links = document.querySelectorAll(LINKS);
    if (!links.length) {
      return;
    }
    document.querySelector("main").append(said);
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && soon(close, CLOSE_AFTER));
    box.addEventListener("focusin", () => clearTimeout(timer));
    document.addEventListener(
      "pointerdown",
      (event) => {
        pointer = event.pointerType;
        if (owner && !box.contains(event.target) && !owner.contains(event.target)) {
          close();
        }
      },
      true,
    );
    document.addEventListener("keydown", (event) => {
      pointer = "";
      if (event.key === "Escape") {
        close();
      }
    });
    addEventListener("resize", () => owner && place());
    links.forEach(watch);
  };

  start();
}
