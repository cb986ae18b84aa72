// An old or short address leads on by itself, to the section that its fragment names where it names one.
"use strict";
const fragment = (() => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // a stray percent sign names no section
  }
})();
const old = document.getElementById(fragment);
const target = new URL((old ?? document).querySelector("a[href]").href);
if (target.protocol === "file:" && target.pathname.endsWith("/")) {
  target.pathname += "index.html"; // a disk shows a folder's address as a list of files
}
location.replace(target);
