using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>Finds what a <c>settings.json</c> says in vain: unknown keys, and values that do not fit.</summary>
internal ref struct SettingsCheck
{
    private const string Prefix = "wsgilsp";

    private readonly string path;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly ImmutableArray<SettingsProblem>.Builder problems = ImmutableArray.CreateBuilder<SettingsProblem>();

    private Utf8JsonReader json;

    private SettingsCheck(string path, ReadOnlySpan<byte> bytes)
    {
        this.path = path;
        this.bytes = bytes;
        json = new(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>The mistakes of a text, in the order of their places.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    public static ImmutableArray<SettingsProblem> Run(string path, string text)
    {
        var check = new SettingsCheck(path, Encoding.UTF8.GetBytes(text));
        try
        {
            check.ReadRoot();
        }
        catch (JsonException e)
        {
            check.problems.Clear();
            check.Add(
                JsonPlace.OffsetOf(check.bytes, e),
                $"this is not JSON: {JsonPlace.Reason(e)}; the defaults hold"
            );
        }

        return check.problems.ToImmutable();
    }

    private void ReadRoot()
    {
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            Add(0, "the file is empty: write {} for no settings, or delete it; the defaults hold");
            return;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(around: "");
        }
        else
        {
            Add((int)json.TokenStartIndex, "the file must hold a JSON object, { … }; the defaults hold");
            json.Skip();
        }

        // Reading on to the end reveals what stands behind the object.
        json.Read();
    }

    /// <summary>Reads an object up to its end.</summary>
    /// <param name="around">The keys that lead to it, with a point behind each.</param>
    private void ReadObject(string around)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadSetting(around);
        }
    }

    private void ReadSetting(string around)
    {
        var key = around + Name();
        var at = (int)json.TokenStartIndex;
        var plain = key.StartsWith(Prefix + ".", StringComparison.Ordinal) ? key[(Prefix.Length + 1)..] : key;
        json.Read();
        var value = (int)json.TokenStartIndex;
        if (SettingCatalogue.Find(plain) is { } setting)
        {
            if (!setting.Fits(JsonElement.ParseValue(ref json)))
            {
                Add(value, $"'{key}' wants {setting.Wanted}; the default holds");
            }
        }
        else if (IsGroup(plain))
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(key + ".");
                return;
            }

            Add(value, $"'{key}' wants an object of settings, {{ … }}; the defaults hold");
            json.Skip();
        }
        else
        {
            if (key != "$schema")
            {
                Add(at, $"unknown key '{key}'{NearestWord.Suggestion(plain, SettingCatalogue.Keys)}");
            }

            json.Skip();
        }
    }

    private static bool IsGroup(string key) =>
        key == Prefix || SettingCatalogue.Keys.Any(known => known.StartsWith(key + ".", StringComparison.Ordinal));

    private readonly string Name()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: no key of ours.
            return "\uFFFD";
        }
    }

    private readonly void Add(int offset, string message) =>
        problems.Add(new SettingsProblem(path, JsonPlace.PositionOf(bytes, offset), message));
}
