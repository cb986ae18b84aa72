// Read from a disk, a folder's address shows a list of files: links then name the page itself.
"use strict";
if (location.protocol === "file:") {
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) {
        link.pathname += "index.html";
      }
    },
    true,
  );
}
