using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Tests.Workspace;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Names;

/// <summary>Decks in memory, in one of which <c>‸</c> marks the cursor.</summary>
internal sealed class NamedWorkspace
{
    private const string Mark = "‸";

    private readonly TestWorkspace files;
    private readonly string path;
    private readonly int offset;

    public NamedWorkspace(params (string Name, string Text)[] files)
    {
        var marked = files.First(file => file.Text.Contains(Mark, StringComparison.Ordinal));
        offset = marked.Text.IndexOf(Mark, StringComparison.Ordinal);
        path = $"{TestWorkspace.Root}/{marked.Name}";
        this.files = new TestWorkspace([
            .. files.Select(file => (file.Name, file.Text.Replace(Mark, "", StringComparison.Ordinal))),
        ]);
    }

    public DeckWorkspace Workspace => files.Workspace;

    public NameMention? Mention => DeckNames.At(Outline, offset);

    /// <summary>What the name at the cursor stands for, by files, sections and words.</summary>
    public string Meaning =>
        Mention is { } mention
            ? string.Join(
                ' ',
                DeckNames
                    .Resolve(Workspace, Outline, mention)
                    .Select(named =>
                        named switch
                        {
                            NamedSection one => $"{NameOf(one.Path)}@{one.Section}",
                            NamedDeck one => NameOf(one.Path),
                            NamedFile one => $"file {NameOf(one.Path)}",
                            NamedTag one => $"#{one.Tag}",
                            _ => "",
                        }
                    )
            )
            : "-";

    /// <summary>Each place of what the cursor's name stands for: file, line and column from 1, the words.</summary>
    public IReadOnlyList<string> Places =>
        [
            .. DeckNames
                .Resolve(Workspace, Outline, Mention!)
                .SelectMany(named => DeckNames.Of(Workspace, named, CancellationToken.None))
                .Select(found => Line(found.Deck.Path, found.Mention))
                .Order(StringComparer.Ordinal),
        ];

    public RenameOffer? Offer => new Rename(Workspace, files.Decks.GetValueOrDefault).Offer(path, offset);

    public string OfferedText => files.Decks[path].Text.ToString(Offer!.Span);

    private DeckOutline Outline => Workspace.Decks[path];

    /// <summary>The files that change when the cursor's name does, as they are then.</summary>
    public Dictionary<string, string> Rename(string name) =>
        Applied(new Rename(Workspace, files.Decks.GetValueOrDefault).To(path, offset, name, CancellationToken.None));

    /// <summary>Why the cursor's name cannot be another one.</summary>
    public string Refusal(string name) => Assert.Throws<RenameRefusedException>(() => Rename(name)).Message;

    /// <summary>The files that change when others get other names, as they are then.</summary>
    public Dictionary<string, string> Move(params (string From, string To)[] moves) =>
        Applied(
            new FileMoves(
                Workspace,
                files.Decks.GetValueOrDefault,
                [.. moves.Select(m => ($"{TestWorkspace.Root}/{m.From}", $"{TestWorkspace.Root}/{m.To}"))]
            ).Edits(CancellationToken.None)
        );

    private static Dictionary<string, string> Applied(IEnumerable<DeckEdits> edits) =>
        edits.ToDictionary(
            deck => NameOf(deck.Path),
            deck =>
                deck.Edits.Reverse()
                    .Aggregate(
                        deck.Text.ToString(),
                        (text, edit) =>
                            text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText)
                    ),
            StringComparer.Ordinal
        );

    private string Line(string file, NameMention mention)
    {
        var text = files.Decks[file].Text;
        Assert.Equal(text.GetPosition(mention.Span.Start), mention.Start);
        Assert.Equal(text.GetPosition(mention.Span.End), mention.End);
        return $"{NameOf(file)} {mention.Start.Line + 1}:{mention.Start.Character + 1} {text.ToString(mention.Span)}";
    }

    private static string NameOf(string file) => file[(TestWorkspace.Root.Length + 1)..];
}
