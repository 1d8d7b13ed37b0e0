using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Cards;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>
/// Fields to answer in. What is right stands in their <c>data-</c> attributes, for the script; without it they are there to
/// note an answer before the fold is opened.
/// </summary>
internal sealed class StudyFields(HtmlWriter html)
{
    /// <summary>Writes the fields of a card's kind.</summary>
    /// <param name="card">The card.</param>
    /// <param name="parts">The card as HTML.</param>
    /// <param name="name">A name for the fields, unique on the page.</param>
    public void Write(Card card, CardHtml parts, string name)
    {
        switch (card.Content)
        {
            case ChoiceContent choice:
                WriteOptions(parts.Options, choice.IsMulti ? "checkbox" : "radio", name);
                WriteCheck(choice.IsMulti);
                break;
            case TrueFalseContent:
                WriteOptions(parts.Options, "radio", name);
                break;
            case TypedContent typed:
                WriteText("Your answer", typed.Accepted, card);
                WriteCheck();
                break;
            case ClozeContent cloze:
                for (var i = 0; i < cloze.Clozes.Length; i++)
                {
                    var label = cloze.Clozes.Length > 1 ? FormattableString.Invariant($"Blank {i + 1}") : "Blank";
                    WriteText(label, [Plain(cloze.Clozes[i].Answer)], card);
                }

                WriteCheck();
                break;
            case OrderContent:
                WriteOrder(parts.Items);
                WriteCheck();
                break;
            case MatchContent:
                WriteMatch(parts.Pairs);
                WriteCheck();
                break;
            case ExplainContent:
                html.Open("label", "field").Open("span").Text("Your explanation").Close("span");
                html.Open("textarea", ("rows", "4"), ("spellcheck", "false")).Close("textarea").Close("label").Line();
                WriteCheck();
                break;
        }
    }

    /// <summary>Writes an explain card's concepts, to be ticked by hand or by the script.</summary>
    public void WriteConcepts(Card card, CardHtml parts)
    {
        if (card.Content is not ExplainContent explain)
        {
            return;
        }

        html.Open("ul", ("class", "concepts"), ("aria-label", "Concepts")).Line();
        for (var i = 0; i < parts.Concepts.Length; i++)
        {
            html.Open("li").Open("label");
            html.Open("input", ("type", "checkbox"), ("data-terms", TermsOf(explain.Concepts[i])));
            html.Open("span").Raw(parts.Concepts[i]).Close("span").Close("label").Close("li").Line();
        }

        html.Close("ul").Line();
    }

    private void WriteOptions(ImmutableArray<OptionHtml> options, string type, string name)
    {
        html.Open("fieldset", "options").Open("legend").Text("Options").Close("legend").Open("ul").Line();
        for (var i = 0; i < options.Length; i++)
        {
            var (text, isRight, feedback) = options[i];
            html.Open("li", isRight ? "right" : "wrong").Open("label");
            html.Open("input", ("type", type), ("name", name), ("data-key", isRight ? "true" : "false"));
            html.Open("span", "letter").Text(Letter(i)).Close("span").Open("span").Raw(text).Close("span");
            html.Close("label").Line();
            if (isRight || feedback.Length > 0)
            {
                html.Open("div", "feedback").Open("strong").Text(isRight ? "Right" : "Wrong").Close("strong");
                html.Raw(feedback).Close("div");
            }

            html.Close("li").Line();
        }

        html.Close("ul").Close("fieldset").Line();
    }

    private void WriteText(string label, ImmutableArray<string> accepted, Card card)
    {
        html.Open("label", "field").Open("span").Text(label).Close("span");
        html.Open(
                "input",
                ("type", "text"),
                ("autocomplete", "off"),
                ("autocapitalize", "off"),
                ("spellcheck", "false"),
                ("data-accepted", JsonOf(writer => WriteAll(writer, accepted))),
                ("data-match", card.Match?.Name()),
                ("data-tolerance", card.Tolerance?.ToString(CultureInfo.InvariantCulture))
            )
            .Close("label")
            .Line();
    }

    /// <summary>Items in another order than the right one, each with a field for its number.</summary>
    private void WriteOrder(ImmutableArray<string> items)
    {
        var numbers = Enumerable.Range(1, items.Length).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        html.Open("ul", "places").Line();
        foreach (var i in Mixed(items))
        {
            html.Open("li").Open("label");
            WriteSelect(numbers, numbers[i]);
            html.Open("span").Raw(items[i]).Close("span").Close("label").Close("li").Line();
        }

        html.Close("ul").Line();
    }

    /// <summary>The right column in another order, lettered, and a field for a letter at each left one.</summary>
    private void WriteMatch(ImmutableArray<PairHtml> pairs)
    {
        var right = pairs.Select(pair => pair.Right).Distinct(StringComparer.Ordinal).ToImmutableArray();
        ImmutableArray<string> shown = [.. Mixed(right).Select(i => right[i])];
        var letters = Enumerable.Range(0, shown.Length).Select(Letter).ToList();
        html.Open("ul", "letters").Line();
        for (var i = 0; i < shown.Length; i++)
        {
            html.Open("li").Open("span", "letter").Text(letters[i]).Close("span");
            html.Open("span").Raw(shown[i]).Close("span").Close("li").Line();
        }

        html.Close("ul").Line().Open("ul", "places").Line();
        foreach (var (left, other) in pairs)
        {
            html.Open("li").Open("label");
            WriteSelect(letters, letters[shown.IndexOf(other)]);
            html.Open("span").Raw(left).Close("span").Close("label").Close("li").Line();
        }

        html.Close("ul").Line();
    }

    private void WriteSelect(List<string> choices, string key)
    {
        html.Open("select", ("data-key", key)).Open("option", ("value", "")).Text("–").Close("option");
        foreach (var choice in choices)
        {
            html.Open("option").Text(choice).Close("option");
        }

        html.Close("select");
    }

    private void WriteCheck(bool isThere = true)
    {
        if (isThere)
        {
            html.Open("button", ("type", "button"), ("class", "check"), ("hidden", ""))
                .Text("Check")
                .Close("button")
                .Line();
        }
    }

    /// <summary>Indices in an order that is always the same, and never the right one where there is another.</summary>
    private static List<int> Mixed(ImmutableArray<string> items)
    {
        var order = Enumerable
            .Range(0, items.Length)
            .OrderBy(
                i => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(items[i]))),
                StringComparer.Ordinal
            )
            .ToList();
        if (order.Count > 1 && order.SequenceEqual(Enumerable.Range(0, items.Length)))
        {
            order.Reverse();
        }

        return order;
    }

    private static string Letter(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Plain(string markdown) =>
        markdown.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    /// <summary>Wordings of terms of alternatives; a wording without terms is given as its text.</summary>
    private static string TermsOf(Concept concept) =>
        JsonOf(writer =>
        {
            writer.WriteStartArray();
            foreach (var wording in concept.Wordings)
            {
                if (wording.Terms.IsEmpty)
                {
                    writer.WriteStringValue(wording.Text);
                    continue;
                }

                writer.WriteStartArray();
                foreach (var alternatives in wording.Terms)
                {
                    WriteAll(writer, alternatives);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        });

    private static void WriteAll(Utf8JsonWriter writer, ImmutableArray<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string JsonOf(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
