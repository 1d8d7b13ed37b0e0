// Writes a new rule, ready to be filled in, and puts it into the catalogue:
//
//   dotnet run eng/new-rule.cs -- NAME [ROOT]
//
// NAME is kebab-case. ROOT is the checkout, by default that of the working folder.

using System.Text.RegularExpressions;

if (args is not ([_] or [_, _]))
{
    return Refuse("usage: dotnet run eng/new-rule.cs -- NAME [ROOT]");
}

var name = args[0];
if (!Regex.IsMatch(name, "^[a-z]+(-[a-z]+)*$"))
{
    return Refuse($"'{name}' is no rule's name: small letters, words joined by '-', such as no-key");
}

var root = args.Length > 1 ? Path.GetFullPath(args[1]) : FindRoot();
var rules = root is null ? null : Path.Combine(root, "src", "WsgiLsp.Decks", "Rules");
if (rules is null || !Directory.Exists(rules))
{
    return Refuse("there is no checkout of WsgiLsp here: name its folder as the second argument");
}

var type = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
var file = Path.Combine(rules, type + ".cs");
var catalogueFile = Path.Combine(rules, "RuleCatalogue.cs");
var catalogue = File.ReadAllText(catalogueFile);
if (File.Exists(file) || Entries(catalogue).Contains(type))
{
    return Refuse($"there is a rule '{name}' already, or another class {type}");
}

var (start, end) = (
    catalogue.IndexOf("        new ", StringComparison.Ordinal),
    catalogue.IndexOf("    ];", StringComparison.Ordinal)
);
if (start < 0 || end < start)
{
    return Refuse($"{catalogueFile} holds no list of rules that this script understands");
}

// In the order of the names, which '-' makes another one than that of the types.
var entries = Entries(catalogue)
    .Append(type)
    .OrderBy(NameOf, StringComparer.Ordinal)
    .Select(entry => $"        new {entry}(),\n");
File.WriteAllText(file, Template(name, type));
File.WriteAllText(catalogueFile, catalogue[..start] + string.Concat(entries) + catalogue[end..]);

Console.WriteLine(
    $"""
    Wrote {Path.GetRelativePath(root!, file)} and put {type} into the catalogue. Next:

      1. Fill in summary, reason, examples and check; the examples run as tests.
      2. UPDATE_DOCS=1 dotnet test tests/WsgiLsp.Decks.Tests    writes docs/rules/{name}.md
      3. dotnet csharpier format .
    """
);
return 0;

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

static string? FindRoot()
{
    var folder = new DirectoryInfo(Environment.CurrentDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WsgiLsp.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName;
}

static string[] Entries(string catalogue) =>
    [
        .. Regex
            .Matches(catalogue, @"^ {8}new (?<type>\w+)\(\),\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups["type"].Value),
    ];

static string NameOf(string type) => Regex.Replace(type, "(?<=.)([A-Z])", "-$1").ToLowerInvariant();

// What it finds is a place holder that its own examples prove: the tests of a new rule pass, but for its page.
static string Template(string name, string type)
{
    const string Text = """"
        using System.Collections.Immutable;
        using WsgiLsp.Decks.Model;
        using WsgiLsp.Decks.Syntax;

        namespace WsgiLsp.Decks.Rules;

        internal sealed class TYPE : Rule
        {
            public override string Name => "NAME";

            public override Severity Severity => Severity.Warning;

            public override string Summary => "what it finds, as the end of a sentence";

            public override string Why =>
                """
                    Why this matters, and what to do.
                    """;

            public override ImmutableArray<string> Invalid =>
                [
                    """
                        HEADING
                        CARETS
                        The answer.
                        """,
                ];

            public override ImmutableArray<string> Valid =>
                [
                    """
                        ### What is not found?

                        The answer.
                        """,
                ];

            public override void Check(ParsedSection section, Report report)
            {
                if (section.Content is RecallContent recall && recall.Title.StartsWith(Name + ":", StringComparison.Ordinal))
                {
                    report.Add(this, section.Heading, "What is wrong here, and what to do.");
                }
            }
        }

        """";
    var heading = $"### {name}: an example of what is found";
    return Text.Replace("HEADING", heading, StringComparison.Ordinal)
        .Replace("CARETS", new string('^', heading.Length), StringComparison.Ordinal)
        .Replace("NAME", name, StringComparison.Ordinal)
        .Replace("TYPE", type, StringComparison.Ordinal);
}
