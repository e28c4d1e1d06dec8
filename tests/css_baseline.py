"""What Chrome 87 and Safari 14.1 understand of CSS: the oldest browsers our pages are made for.

A name missing here is not forbidden for ever: look up when both browsers got it, then add it, or
write in HARMLESS why a browser that ignores it still shows a good page.
"""

_SIDES = ("block", "inline", "block-start", "block-end", "inline-start", "inline-end")
PROPERTIES = {
    *(f"margin{s}" for s in ("", *(f"-{x}" for x in _SIDES))),
    *(f"padding{s}" for s in ("", *(f"-{x}" for x in _SIDES))),
    *(f"inset-{x}" for x in _SIDES),
    *(f"border{s}" for s in ("", *(f"-{x}" for x in _SIDES))),
    *(f"{m}{x}-size" for m in ("", "min-", "max-") for x in ("block", "inline")),
    *"border-radius border-color border-width border-collapse box-shadow box-sizing".split(),
    *"align-content align-items align-self justify-content justify-items place-items".split(),
    *"display flex flex-basis flex-wrap gap row-gap order position z-index".split(),
    *"grid-area grid-auto-columns grid-auto-flow grid-column grid-template".split(),
    *"grid-template-columns table-layout vertical-align overflow overflow-x clip-path".split(),
    *"font font-family font-size font-variant-numeric font-weight letter-spacing".split(),
    *"line-height line-break list-style overflow-wrap text-align text-decoration".split(),
    *"text-decoration-color text-underline-offset white-space".split(),
    *"background background-color color color-scheme content counter-increment".split(),
    *"counter-reset cursor filter opacity outline outline-color outline-offset".split(),
    *"fill stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width".split(),
    *"text-anchor transform transition break-inside break-after".split(),
    "-webkit-print-color-adjust",
    "-webkit-text-size-adjust",
}

HARMLESS = {
    "accent-color": "ticks keep the browser's own blue",
    "print-color-adjust": "the prefixed name stands beside it",
    "scroll-padding-block": "an anchor stops a little higher",
    "text-decoration-thickness": "lines under links are a little thicker",
}

FUNCTIONS = {
    *"calc min max clamp var env".split(),
    *"rgba rotate scale brightness inset counter".split(),
    *"repeat minmax".split(),
}

UNITS = {"px", "em", "rem", "fr", "vw", "vh", "s", "deg", "pt", "mm"}

AT_RULES = {"media", "page"}

PSEUDO = {
    *"root before after hover focus first-child last-child not".split(),
    "focus-visible",  # Safari 15.4: only inside :not(), so an older one shows every focus
    "placeholder",
    "-webkit-details-marker",
    "-webkit-progress-bar",
    "-webkit-progress-value",
    "-moz-progress-bar",
}
