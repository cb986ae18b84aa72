// What the box and the page of results are made with: elements, addresses, words with values in them.
"use strict";
{
  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  const button = (label, action, attributes = {}) => {
    const node = el("button", { class: "find__action", type: "button", ...attributes }, label);
    node.addEventListener("click", action);
    return node;
  };

  /** The whole address of a place of the guide. */
  const link = (address) => new URL(address, guideSearch.base).href;

  /** A text of the interface, each {name} replaced by its value. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const counted = (one, several, count) => (count === 1 ? one : filled(several, { count }));

  Object.assign(guideSearch, { el, button, link, filled, counted });
}
