using System.Collections.Immutable;
using System.Text;
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
    private static readonly ImmutableArray<string> Keys = ["decks", "rules", "$schema"];
    private static readonly ImmutableArray<string> Severities = ["off", "error", "warning", "information", "hint"];

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
                Problems = [new($"cannot be read: {problem.Message}", default, default, IsFatal: true)],
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
            Rules = reader.rules.ToImmutable(),
            Problems = reader.problems.ToImmutable(),
        };
    }

    private void ReadRoot()
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            AddWrongType("the file must hold a JSON object, { … }");
        }
        else
        {
            while (ReadName() is { } key)
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
            case "decks":
                json.Read();
                ReadDecks();
                break;
            case "rules":
                json.Read();
                ReadRules();
                break;
            case "$schema":
                json.Skip();
                break;
            default:
                AddUnknown($"unknown key “{key}”", key, Keys);
                json.Skip();
                break;
        }
    }

    private void ReadDecks()
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            AddWrongType("“decks” must be a list of globs, such as [\"notes/**/*.md\"]");
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String && ReadString() is var glob && WsgiLspConfig.IsGlob(glob))
            {
                decks.Add(glob);
            }
            else
            {
                AddWrongType("this is no glob; one is a string such as \"notes/**/*.md\"");
            }
        }
    }

    private void ReadRules()
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            AddWrongType("“rules” must be an object, such as { \"no-cards\": \"off\" }");
            return;
        }

        while (ReadName() is { } rule)
        {
            if (RuleCatalogue.Find(rule) is null)
            {
                AddUnknown($"unknown rule “{rule}”", rule, RuleCatalogue.Pages.Select(p => p.Name));
            }

            json.Read();
            ReadSeverity(rule);
        }
    }

    private void ReadSeverity(string rule)
    {
        var word = json.TokenType == JsonTokenType.String ? ReadString() : "";
        switch (Severities.IndexOf(word))
        {
            case < 0:
                AddWrongType(
                    $"a rule is switched to “off”, “error”, “warning”, “information” or “hint”"
                        + NearestWord.Suggestion(word, Severities)
                );
                break;
            case 0:
                rules[rule] = null;
                break;
            case var index:
                rules[rule] = (Severity)index;
                break;
        }
    }

    /// <summary>The next key of an object, or null at its end.</summary>
    private string? ReadName() => json.Read() && json.TokenType == JsonTokenType.PropertyName ? ReadString() : null;

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
        AddAtToken(message + NearestWord.Suggestion(word, known), isFatal: false);

    private void AddWrongType(string message)
    {
        AddAtToken(message, isFatal: true);
        json.Skip();
    }

    private readonly void AddAtToken(string message, bool isFatal)
    {
        var start = (int)json.TokenStartIndex;
        var quotes = json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        problems.Add(new(message, Position(start), Position(start + json.ValueSpan.Length + quotes), isFatal));
    }

    private readonly void AddSyntaxError(JsonException e)
    {
        var line = (int)(e.LineNumber ?? 0);
        var lineStart = 0;
        for (var i = 0; i < line; i++)
        {
            lineStart += bytes[lineStart..].IndexOf((byte)'\n') + 1;
        }

        var offset = Math.Min(bytes.Length, lineStart + (int)(e.BytePositionInLine ?? 0));

        // The runtime ends its sentence with the place, which counts from 0 and in bytes.
        var reason = e.Message.Split(" LineNumber:")[0];
        problems.Add(new($"this is not JSON: {reason}", Position(offset), Position(offset), IsFatal: true));
    }

    private readonly LinePosition Position(int offset)
    {
        var before = bytes[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[lineStart..]));
    }
}
