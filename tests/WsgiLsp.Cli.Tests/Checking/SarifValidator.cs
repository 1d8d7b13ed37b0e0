using System.Text.Json;

namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>
/// What SARIF 2.1.0 says about the objects that we write: which properties there are, of which type and value, and which
/// are required; and, beyond the schema, the sentences of the standard about how they agree with each other.
/// A property that is not listed is a mistake.
/// </summary>
internal sealed class SarifValidator
{
    private const string Levels = "enum none note warning error";

    /// <summary>By object: its properties with their types; <c>!</c> marks the required ones.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Objects = new()
    {
        ["sarifLog"] = new()
        {
            ["$schema"] = "uri",
            ["version!"] = "enum 2.1.0",
            ["runs!"] = "list run",
        },
        ["run"] = new()
        {
            ["tool!"] = "tool",
            ["invocations"] = "list invocation",
            ["columnKind"] = "enum utf16CodeUnits unicodeCodePoints",
            ["originalUriBaseIds"] = "map artifactLocation",
            ["results"] = "list result",
        },
        ["tool"] = new() { ["driver!"] = "toolComponent" },
        ["toolComponent"] = new()
        {
            ["name!"] = "string",
            ["version"] = "string",
            ["semanticVersion"] = "string",
            ["informationUri"] = "uri",
            ["rules"] = "set reportingDescriptor",
        },
        ["reportingDescriptor"] = new()
        {
            ["id!"] = "string",
            ["name"] = "string",
            ["shortDescription"] = "multiformatMessageString",
            ["fullDescription"] = "multiformatMessageString",
            ["help"] = "multiformatMessageString",
            ["helpUri"] = "uri",
            ["defaultConfiguration"] = "reportingConfiguration",
            ["properties"] = "bag",
        },
        ["multiformatMessageString"] = new() { ["text!"] = "string", ["markdown"] = "string" },
        ["reportingConfiguration"] = new() { ["enabled"] = "bool", ["level"] = Levels },
        ["invocation"] = new()
        {
            ["executionSuccessful!"] = "bool",
            ["toolExecutionNotifications"] = "list notification",
        },
        ["notification"] = new() { ["message!"] = "message", ["level"] = Levels },
        ["result"] = new()
        {
            ["ruleId"] = "string",
            ["ruleIndex"] = "from 0",
            ["level"] = Levels,
            ["message!"] = "message",
            ["locations"] = "list location",
            ["relatedLocations"] = "set location",
            ["partialFingerprints"] = "map string",
            ["fixes"] = "set fix",
        },
        // Without an id, a message must have its text.
        ["message"] = new() { ["text!"] = "string", ["markdown"] = "string" },
        ["location"] = new()
        {
            ["id"] = "from 0",
            ["physicalLocation"] = "physicalLocation",
            ["message"] = "message",
        },
        // Without an address, a physical location must have an artifact.
        ["physicalLocation"] = new() { ["artifactLocation!"] = "artifactLocation", ["region"] = "region" },
        ["artifactLocation"] = new()
        {
            ["uri"] = "uri-reference",
            ["uriBaseId"] = "string",
            ["description"] = "message",
        },
        ["region"] = new()
        {
            ["startLine!"] = "from 1",
            ["startColumn"] = "from 1",
            ["endLine"] = "from 1",
            ["endColumn"] = "from 1",
        },
        ["fix"] = new() { ["description"] = "message", ["artifactChanges!"] = "some artifactChange" },
        ["artifactChange"] = new()
        {
            ["artifactLocation!"] = "artifactLocation",
            ["replacements!"] = "some replacement",
        },
        ["replacement"] = new() { ["deletedRegion!"] = "region", ["insertedContent"] = "artifactContent" },
        ["artifactContent"] = new() { ["text"] = "string" },
    };

    private readonly List<string> mistakes = [];

    /// <summary>All mistakes of a file, each with its place.</summary>
    public static IReadOnlyList<string> Validate(string json)
    {
        using var document = JsonDocument.Parse(json);
        var validator = new SarifValidator();
        validator.CheckValue(document.RootElement, "sarifLog", "$");
        if (validator.mistakes.Count == 0)
        {
            validator.CheckAgreement(document.RootElement);
        }

        return validator.mistakes;
    }

    private void CheckValue(JsonElement value, string type, string at)
    {
        var (kind, detail) = type.Split(' ', 2) is [var first, var rest] ? (first, rest) : (type, "");
        switch (kind)
        {
            case "list" or "set" or "some":
                CheckList(value, kind, detail, at);
                break;
            case "map":
                Require(value.ValueKind == JsonValueKind.Object, at, "an object");
                foreach (var property in value.EnumerateObject())
                {
                    CheckValue(property.Value, detail, $"{at}.{property.Name}");
                }

                break;
            case "bag":
                Require(value.ValueKind == JsonValueKind.Object, at, "a property bag");
                if (value.TryGetProperty("tags", out var tags))
                {
                    CheckValue(tags, "set string", at + ".tags");
                }

                break;
            case "from":
                Require(
                    value.TryGetInt32(out var number) && number >= int.Parse(detail),
                    at,
                    $"a number from {detail}"
                );
                break;
            case "bool":
                Require(value.ValueKind is JsonValueKind.True or JsonValueKind.False, at, "true or false");
                break;
            case "string":
                Require(value.ValueKind == JsonValueKind.String, at, "a string");
                break;
            case "enum":
                Require(detail.Split(' ').Contains(value.GetString()), at, "one of " + detail);
                break;
            case "uri":
                Require(Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute), at, "an absolute URI");
                break;
            case "uri-reference":
                Require(
                    Uri.IsWellFormedUriString(value.GetString(), UriKind.RelativeOrAbsolute),
                    at,
                    "a URI reference"
                );
                break;
            default:
                CheckObject(value, type, at);
                break;
        }
    }

    private void CheckList(JsonElement value, string kind, string itemType, string at)
    {
        Require(value.ValueKind == JsonValueKind.Array, at, "a list");
        var items = value.EnumerateArray().ToList();
        Require(kind != "some" || items.Count > 0, at, "not empty");
        Require(kind == "list" || items.Select(i => i.GetRawText()).Distinct().Count() == items.Count, at, "unique");
        for (var i = 0; i < items.Count; i++)
        {
            CheckValue(items[i], itemType, $"{at}[{i}]");
        }
    }

    private void CheckObject(JsonElement value, string type, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Require(isMet: false, at, "an object: " + type);
            return;
        }

        foreach (var (name, propertyType) in Objects[type])
        {
            var isRequired = name.EndsWith('!');
            if (value.TryGetProperty(name.TrimEnd('!'), out var property))
            {
                CheckValue(property, propertyType, $"{at}.{name.TrimEnd('!')}");
            }
            else
            {
                Require(!isRequired, $"{at}.{name}", "there");
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            var isKnown = Objects[type].ContainsKey(property.Name) || Objects[type].ContainsKey(property.Name + "!");
            Require(isKnown, $"{at}.{property.Name}", "a property of " + type);
        }
    }

    private void CheckAgreement(JsonElement log)
    {
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
            var ids = rules.ConvertAll(rule => rule.GetProperty("id").GetString());
            Require(ids.Distinct().Count() == ids.Count, "rules", "of different ids");
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var rule = result.GetProperty("ruleId").GetString();
                Require(ids[result.GetProperty("ruleIndex").GetInt32()] == rule, "ruleIndex", "that of " + rule);
            }

            var bases = run.GetProperty("originalUriBaseIds").EnumerateObject().Select(b => b.Name).ToList();
            foreach (var place in Descendants(run))
            {
                if (place.TryGetProperty("uriBaseId", out var baseId))
                {
                    Require(bases.Contains(baseId.GetString()!), "uriBaseId", "defined");
                    Require(
                        !Uri.IsWellFormedUriString(place.GetProperty("uri").GetString(), UriKind.Absolute),
                        "uri",
                        "relative"
                    );
                }

                if (place.TryGetProperty("startLine", out _))
                {
                    var (start, end) = (Position(place, "start"), Position(place, "end"));
                    Require(start.CompareTo(end) <= 0, "region", "in order");
                }
            }
        }
    }

    private static (int, int) Position(JsonElement region, string which) =>
        (region.GetProperty(which + "Line").GetInt32(), region.GetProperty(which + "Column").GetInt32());

    private static IEnumerable<JsonElement> Descendants(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Descendants(p.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Descendants),
            _ => [],
        };

    private void Require(bool isMet, string at, string what)
    {
        if (!isMet)
        {
            mistakes.Add($"{at} must be {what}");
        }
    }
}
