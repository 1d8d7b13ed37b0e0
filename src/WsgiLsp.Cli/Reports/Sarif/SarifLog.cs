using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WsgiLsp.Cli.Reports.Sarif;

// The objects of SARIF 2.1.0 (OASIS standard) that a check needs, under the standard's names; the numbers are its
// sections. What is null is not written.

/// <summary>The whole file (3.13).</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    ImmutableArray<Run> Runs
);

/// <summary>One run of one tool (3.14).</summary>
internal sealed record Run(
    Tool Tool,
    ImmutableArray<Invocation> Invocations,
    string ColumnKind,
    ImmutableDictionary<string, ArtifactLocation> OriginalUriBaseIds,
    ImmutableArray<Result> Results
);

/// <summary>The tool (3.18).</summary>
internal sealed record Tool(ToolComponent Driver);

/// <summary>A part of the tool (3.19).</summary>
internal sealed record ToolComponent(string Name, string Version, ImmutableArray<ReportingDescriptor> Rules);

/// <summary>A rule (3.49).</summary>
internal sealed record ReportingDescriptor(
    string Id,
    MultiformatMessage ShortDescription,
    MultiformatMessage FullDescription,
    MultiformatMessage Help,
    ReportingConfiguration DefaultConfiguration,
    RuleProperties Properties
);

/// <summary>A text in two forms (3.12).</summary>
internal sealed record MultiformatMessage(string Text, string? Markdown = null);

/// <summary>How a rule is set (3.50).</summary>
internal sealed record ReportingConfiguration(bool Enabled, string Level);

/// <summary>The property bag of a rule (3.8); GitHub reads <c>tags</c> and <c>problem.severity</c>.</summary>
internal sealed record RuleProperties(
    ImmutableArray<string> Tags,
    [property: JsonPropertyName("problem.severity")] string ProblemSeverity
);

/// <summary>How the tool fared (3.20).</summary>
internal sealed record Invocation(bool ExecutionSuccessful, ImmutableArray<Notification> ToolExecutionNotifications);

/// <summary>What went wrong in the tool (3.58).</summary>
internal sealed record Notification(string Level, Message Message);

/// <summary>A finding (3.27).</summary>
internal sealed record Result(
    string RuleId,
    int RuleIndex,
    string Level,
    Message Message,
    ImmutableArray<Location> Locations,
    ImmutableArray<Location>? RelatedLocations,
    ImmutableDictionary<string, string> PartialFingerprints,
    ImmutableArray<Fix>? Fixes
);

/// <summary>A text (3.11).</summary>
internal sealed record Message(string Text);

/// <summary>A place (3.28); the number is given where another place is told from its siblings by it.</summary>
internal sealed record Location(PhysicalLocation PhysicalLocation, int? Id = null, Message? Message = null);

/// <summary>A place in a file (3.29).</summary>
internal sealed record PhysicalLocation(ArtifactLocation ArtifactLocation, Region Region);

/// <summary>A file, or what the paths of files count from (3.4).</summary>
internal sealed record ArtifactLocation(string? Uri = null, string? UriBaseId = null, Message? Description = null);

/// <summary>A stretch of text (3.30): lines and columns from 1, the end column just past it.</summary>
internal sealed record Region(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A way to mend a finding (3.55).</summary>
internal sealed record Fix(Message Description, ImmutableArray<ArtifactChange> ArtifactChanges);

/// <summary>What a fix does to one file (3.56).</summary>
internal sealed record ArtifactChange(ArtifactLocation ArtifactLocation, ImmutableArray<Replacement> Replacements);

/// <summary>One edit (3.57).</summary>
internal sealed record Replacement(Region DeletedRegion, ArtifactContent InsertedContent);

/// <summary>What is written (3.3).</summary>
internal sealed record ArtifactContent(string Text);
