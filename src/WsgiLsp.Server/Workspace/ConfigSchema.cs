using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The JSON schema of <c>wsgilsp.json</c>, made from the rules. Draft 07, which editors know best.
/// </summary>
public static class ConfigSchema
{
    /// <summary>The schema, indented, with a line end after it.</summary>
    public static string Json
    {
        get
        {
            var buffer = new ArrayBufferWriter<byte>();
            var options = new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            };
            using (var json = new Utf8JsonWriter(buffer, options))
            {
                Write(json);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", WsgiLspConfig.FileName);
        json.WriteString(
            "description",
            "Settings of the decks in and below this folder, in the editor and at the terminal. The nearest file upwards holds; files are not merged."
        );
        json.WriteBoolean("allowTrailingCommas", true);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteSchemaKey(json);
        WriteDecks(json);
        WriteRules(json);
        json.WriteEndObject();
        WriteSwitch(json);
        json.WriteEndObject();
    }

    private static void WriteSchemaKey(Utf8JsonWriter json)
    {
        json.WriteStartObject(ConfigWords.Schema);
        json.WriteString("description", "Where this schema is, for editors that do not know it by the file's name.");
        json.WriteString("type", "string");
        json.WriteEndObject();
    }

    private static void WriteDecks(Utf8JsonWriter json)
    {
        json.WriteStartObject(ConfigWords.Decks);
        json.WriteString(
            "description",
            "Globs of files that are decks whatever their name, counted from the folder of this file: * and ** have their usual meaning."
        );
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteStartObject("not");
        json.WriteString("pattern", @"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("examples");
        json.WriteStartArray();
        json.WriteStringValue("notes/**/*.md");
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject(ConfigWords.Rules);
        json.WriteString("description", "How severe each rule is. A rule that is not named keeps its default.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var name in RuleCatalogue.Names)
        {
            json.WriteStartObject(name);
            if (RuleCatalogue.Find(name) is { } rule)
            {
                var word = rule.IsOptIn ? "off" : rule.Default.ToString().ToLowerInvariant();
                json.WriteString("description", $"Finds {rule.Summary}. Default: {word}.");
                json.WriteString("default", word);
            }

            WriteReference(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Draft 07 reads nothing beside a $ref.
    private static void WriteReference(Utf8JsonWriter json)
    {
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/switch");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSwitch(Utf8JsonWriter json)
    {
        json.WriteStartObject("definitions");
        json.WriteStartObject("switch");
        json.WriteStartArray("enum");
        foreach (var word in ConfigWords.Switches)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
