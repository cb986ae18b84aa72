// The menu of a small screen covers the page, which is out of reach while it is open: Tab, too, stays in the menu.
"use strict";
{
  const menu = document.getElementById("menu");
  const covered = document.querySelectorAll("body > :not(.layout), main");
  menu.addEventListener("beforetoggle", ({ newState }) => {
    for (const element of covered) element.inert = newState === "open"; // before the focus goes back to the button
  });
}
