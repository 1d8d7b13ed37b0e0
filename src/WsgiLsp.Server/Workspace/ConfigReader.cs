using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// Reads a <c>wsgilsp.json</c>. Never fails: mistakes become problems with their place. Comments and trailing commas
/// are welcome.
/// </summary>
public ref struct ConfigReader
{
    private readonly ReadOnlySpan<byte> bytes;
    private readonly ImmutableArray<ConfigProblem>.Builder problems = ImmutableArray.CreateBuilder<ConfigProblem>();
    private readonly ImmutableArray<string>.Builder decks = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableDictionary<string, Severity?>.Builder rules = ImmutableDictionary.CreateBuilder<
        string,
        Severity?
    >();

    private Utf8JsonReader json;

    private ConfigReader(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        json = new(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">Its full path.</param>
    public static WsgiLspConfig Load(string path)
    {
        try
        {
            return Parse(path, TextFile.Read(path));
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            var problem = FileProblem.From(path, e);
            return new(path, decks: [])
            {
                Problems = [new($"cannot be read: {problem.Message}", default, default, default, IsFatal: true)],
            };
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="path">Full path of the file that the text is, or will be, in.</param>
    /// <param name="text">The text, without byte order mark.</param>
    public static WsgiLspConfig Parse(string path, string text)
    {
        var reader = new ConfigReader(Encoding.UTF8.GetBytes(text));
        try
        {
            reader.ReadRoot();
        }
        catch (JsonException e)
        {
            reader.AddSyntaxError(e);
        }

        return new(path, reader.decks.ToImmutable())
        {
            Text = new SourceText(text),
            Rules = reader.rules.ToImmutable(),
            Problems = reader.problems.ToImmutable(),
        };
    }

    private void ReadRoot()
    {
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            Add("the file is empty: write {} for no settings, or delete it", 0, 0, meant: null, isFatal: true);
            return;
        }

        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            AddWrongType("the file must hold a JSON object, { … }");
        }
        else
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (ReadName(seen) is { } key)
            {
                ReadSetting(key);
            }
        }

        // Reading on to the end reveals what stands behind the object.
        json.Read();
    }

    private void ReadSetting(string key)
    {
        switch (key)
        {
            case ConfigWords.Decks:
                json.Read();
                ReadDecks();
                break;
            case ConfigWords.Rules:
                json.Read();
                ReadRules();
                break;
            case ConfigWords.Schema:
                json.Skip();
                break;
            default:
                AddUnknown($"unknown key '{key}'", key, ConfigWords.Keys);
                json.Skip();
                break;
        }
    }

    private void ReadDecks()
    {
        decks.Clear();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            AddWrongType("'decks' must be a list of globs, such as [\"notes/**/*.md\"]");
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            ReadGlob();
        }
    }

    private void ReadGlob()
    {
        var glob = json.TokenType == JsonTokenType.String ? ReadString() : "";
        if (glob.Length > 0 && DeckGlob.GoesUp(glob))
        {
            AddAtToken(
                "'..' leads out of the folder of this file, and a glob names what is in and below it: put a wsgilsp.json there"
            );
        }
        else if (glob.Length > 0 && DeckGlob.IsRooted(glob))
        {
            var relative = glob.TrimStart('/', '\\');
            AddAtToken(
                "a glob counts from the folder of this file: do not begin it at the root of the disk",
                DeckGlob.IsGlob(relative) && !DeckGlob.IsRooted(relative) ? relative : null
            );
        }
        else if (DeckGlob.IsGlob(glob))
        {
            decks.Add(glob);
        }
        else
        {
            AddWrongType("this is no glob; one is a string such as \"notes/**/*.md\"");
        }
    }

    private void ReadRules()
    {
        rules.Clear();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            AddWrongType("'rules' must be an object, such as { \"no-cards\": \"off\" }");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ReadName(seen) is { } name)
        {
            var isKnown = RuleCatalogue.Names.Contains(name);
            if (!isKnown)
            {
                AddUnknown($"unknown rule '{name}'", name, RuleCatalogue.Names);
            }

            json.Read();
            ReadSwitch(isKnown ? name : null);
        }
    }

    private void ReadSwitch(string? rule)
    {
        var word = json.TokenType == JsonTokenType.String ? ReadString() : "";
        if (!ConfigWords.Switches.Contains(word))
        {
            AddAtToken(
                "a rule is switched to 'off', 'on', 'error', 'warning', 'information' or 'hint'"
                    + NearestWord.Suggestion(word, ConfigWords.Switches),
                NearestWord.Find(word, ConfigWords.Switches)
            );
            json.Skip();
        }
        else if (rule is not null && ConfigWords.IsEntry(word, RuleCatalogue.Find(rule), out var severity))
        {
            rules[rule] = severity;
        }
        else if (rule is not null)
        {
            rules.Remove(rule);
        }
    }

    /// <summary>The next key of an object, or null at its end.</summary>
    private string? ReadName(HashSet<string> seen)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName)
        {
            return null;
        }

        var name = ReadString();
        if (!seen.Add(name))
        {
            AddAtToken($"'{name}' is here for the second time, and only this one counts: keep one of them");
        }

        return name;
    }

    private readonly string ReadString()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: no word of ours, and nothing that a file is called.
            return "\uFFFD";
        }
    }

    private readonly void AddUnknown(string message, string word, IEnumerable<string> known) =>
        AddAtToken(message + NearestWord.Suggestion(word, known), NearestWord.Find(word, known));

    private void AddWrongType(string message)
    {
        AddAtToken(message);
        json.Skip();
    }

    /// <summary>Adds a problem of the word that was read last.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="meant">The word that would be right, where that can be told.</param>
    private readonly void AddAtToken(string message, string? meant = null)
    {
        var start = (int)json.TokenStartIndex;
        var quotes = json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        Add(message, start, start + json.ValueSpan.Length + quotes, meant, isFatal: false);
    }

    private readonly void AddSyntaxError(JsonException e)
    {
        var offset = JsonPlace.OffsetOf(bytes, e);
        Add($"this is not JSON: {JsonPlace.Reason(e)}", offset, offset, meant: null, isFatal: true);
    }

    private readonly void Add(string message, int start, int end, string? meant, bool isFatal)
    {
        var span = TextSpan.FromBounds(
            Encoding.UTF8.GetCharCount(bytes[..start]),
            Encoding.UTF8.GetCharCount(bytes[..end])
        );
        problems.Add(
            new(message, span, JsonPlace.PositionOf(bytes, start), JsonPlace.PositionOf(bytes, end), isFatal)
            {
                Fixes = meant is null
                    ? []
                    : [new Fix($"Write '{meant}'", [new TextEdit(span, Quote(meant))], IsPreferred: true)],
            }
        );
    }

    private static string Quote(string word) =>
        $"\"{JsonEncodedText.Encode(word, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
