// Leads on from a page that has moved; a refresh would lose the part of the address after the #.
"use strict";

const target = document.querySelector('link[rel="canonical"]').href;
window.location.replace(target + window.location.hash);
