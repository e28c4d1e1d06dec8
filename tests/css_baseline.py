"""What Chrome 87 and Safari 14.1 understand of CSS: the oldest browsers our pages are made for.

A name missing here is not forbidden for ever: look up when both browsers got it, then add it, or
write in HARMLESS why a browser that ignores it still shows a good page.
"""

_SIDES = ("", "-block", "-inline", "-block-start", "-block-end", "-inline-start", "-inline-end")

_PLAIN = """
align-content align-items align-self background background-color border-collapse border-color
border-radius border-width box-shadow box-sizing break-after break-inside clip-path color
color-scheme content counter-increment counter-reset cursor display fill filter flex flex-basis
flex-wrap font font-family font-size font-variant-numeric font-weight gap grid-area
grid-auto-columns grid-auto-flow grid-column grid-template grid-template-columns justify-content
justify-items letter-spacing line-break line-height list-style object-fit opacity order outline
outline-color outline-offset overflow overflow-wrap overflow-x place-items position row-gap stroke
stroke-dasharray stroke-linecap stroke-linejoin stroke-width table-layout text-align text-anchor
text-decoration text-decoration-color text-underline-offset transform transition vertical-align
white-space z-index -webkit-print-color-adjust -webkit-text-size-adjust
"""

PROPERTIES = {
    *_PLAIN.split(),
    *(f"{name}{side}" for name in ("margin", "padding", "border") for side in _SIDES),
    *(f"inset{side}" for side in _SIDES),
    *(f"{m}{way}-size" for m in ("", "min-", "max-") for way in ("block", "inline")),
}

HARMLESS = {
    "accent-color": "ticks keep the browser's own blue",
    "print-color-adjust": "the prefixed name stands beside it",
    "scroll-padding-block": "an anchor stops a little higher",
    "text-decoration-thickness": "lines under links are a little thicker",
}

_FUNCTIONS = """attr calc min max clamp var env rgba rotate scale brightness inset counter repeat
minmax"""
FUNCTIONS = set(_FUNCTIONS.split())

UNITS = {"px", "em", "rem", "fr", "vw", "vh", "s", "deg", "pt", "mm"}

AT_RULES = {"media", "page"}

_PSEUDO = "root before after hover focus first-child last-child not placeholder"
PSEUDO = {
    *_PSEUDO.split(),
    "focus-visible",  # Safari 15.4: only inside :not(), so an older one shows every focus
    "-webkit-details-marker",
    "-webkit-progress-bar",
    "-webkit-progress-value",
    "-moz-progress-bar",
}
