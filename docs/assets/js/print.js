// « Imprimer » on a page that is made to be printed.
"use strict";
document.querySelector("[data-print]")?.addEventListener("click", () => print());
