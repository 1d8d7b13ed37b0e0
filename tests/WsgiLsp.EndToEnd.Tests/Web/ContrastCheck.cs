using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>
/// Measures contrasts as WCAG 2.2 defines them, on the colours that the browser computed: 4.5 for text, 3 for large text and
/// for what shows where a control is.
/// </summary>
internal static class ContrastCheck
{
    /// <summary>What is too faint on a page as it is now: a line for each colour pair, with one place.</summary>
    public static async Task<string> FindingsAsync(IPage page) =>
        string.Join('\n', await page.EvaluateAsync<string[]>(Script));

    private const string Script = """
        () => {
          const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const known = new Map();
          const rgba = (colour) => {
            if (!known.has(colour)) {
              pen.clearRect(0, 0, 1, 1);
              pen.fillStyle = colour;
              pen.fillRect(0, 0, 1, 1);
              const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
              known.set(colour, [r, g, b, a / 255]);
            }
            return known.get(colour);
          };
          const over = ([r, g, b, a], [r2, g2, b2]) => [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a), 1];
          const light = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const ratio = (one, two) => {
            const [high, low] = [light(one), light(two)].sort((x, y) => y - x);
            return (high + 0.05) / (low + 0.05);
          };
          const groundOf = (element) => {
            if (!element) return rgba(getComputedStyle(document.body).backgroundColor);
            const own = rgba(getComputedStyle(element).backgroundColor);
            return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
          };
          const isSeen = (element) =>
            element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
            !element.closest(".unseen") && element.getClientRects().length > 0;
          const open = document.querySelector("dialog[open]");
          const findings = new Map();
          const note = (element, what, value, least) => {
            if (value < least - 0.005) {
              findings.set(what, `${value.toFixed(2)} < ${least}: ${what} at ${element.outerHTML.slice(0, 120)}`);
            }
          };
          for (const element of (open ?? document.body).querySelectorAll("*")) {
            if (!isSeen(element) || element.closest("script, style, noscript, .chart svg")) continue;
            const style = getComputedStyle(element);
            const ground = groundOf(element);
            const text = element.matches("input, textarea") ? element.value : [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
            if (text.trim()) {
              const size = parseFloat(style.fontSize);
              const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
              const ink = over(rgba(style.color), ground);
              note(element, `${element.localName}.${element.className} ${style.color} on ${ground.map(Math.round).slice(0, 3)}`, ratio(ink, ground), isLarge ? 3 : 4.5);
            }
            if (element.localName === "progress") {
              note(element, `progress ${style.color} on ${ground.map(Math.round).slice(0, 3)}`, ratio(rgba(style.color), ground), 3);
            }
            if (element.matches("button, input, textarea")) {
              const around = groundOf(element.parentElement);
              const border = parseFloat(style.borderTopWidth) ? ratio(over(rgba(style.borderTopColor), around), around) : 1;
              note(element, `border ${element.localName}.${element.className} ${style.borderTopColor} on ${around.map(Math.round).slice(0, 3)}`, Math.max(border, ratio(ground, around)), 3);
            }
          }
          for (const text of document.querySelectorAll("main .chart svg text")) {
            const ground = groundOf(text.closest("figure"));
            note(text, `chart text ${getComputedStyle(text).fill}`, ratio(over(rgba(getComputedStyle(text).fill), ground), ground), 4.5);
          }
          return [...findings.values()];
        }
        """;
}
