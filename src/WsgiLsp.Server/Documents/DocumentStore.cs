using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using TextEdit = WsgiLsp.Decks.Text.TextEdit;

namespace WsgiLsp.Server.Documents;

/// <summary>
/// Keeps the open documents. Only the connection's loop changes them; anyone may read <see cref="Current"/> at any time.
/// </summary>
/// <param name="configs">Finds the <c>wsgilsp.json</c> of a document.</param>
/// <param name="changed">Told, on the loop, the URI of a document that was opened, changed or closed.</param>
internal sealed class DocumentStore(ConfigLookup configs, Action<string> changed)
{
    // More than any front matter needs, so that a long document is not copied to learn whether it is a deck.
    private const int HeadLength = 16 * 1024;

    private readonly DeckFiles deckFiles = new(configs);
    private DocumentSnapshot current = DocumentSnapshot.Empty;

    /// <summary>The documents as they are now.</summary>
    public DocumentSnapshot Current => Volatile.Read(ref current);

    /// <summary>How the client counts columns.</summary>
    public PositionEncoding Positions { get; set; } = new(isUtf8: false);

    public void Open(TextDocumentItem item)
    {
        var path = DocumentUri.ToPath(item.Uri);
        var text = new SourceText(item.Text);
        Put(
            Read(
                new OpenDocument
                {
                    Uri = item.Uri,
                    Path = path,
                    Version = item.Version,
                    Text = text,
                }
            )
        );
    }

    public void Change(VersionedTextDocumentIdentifier identifier, IEnumerable<TextDocumentContentChangeEvent> changes)
    {
        if (Current.Find(identifier.Uri) is not { } document)
        {
            return;
        }

        foreach (var change in changes)
        {
            var span = change.Range is { } range
                ? Positions.Span(document.Text, range)
                : new TextSpan(0, document.Text.Length);
            var edit = new TextEdit(span, change.Text);
            var deck = document.Deck?.With(edit);
            document = document with { Deck = deck, Text = deck?.Text ?? document.Text.With(edit) };
        }

        Put(Read(document with { Version = identifier.Version }));
    }

    public void Close(string uri)
    {
        Publish(Current.Without(uri));
        changed(uri);
    }

    /// <summary>Reads all documents anew: a <c>wsgilsp.json</c> may have changed.</summary>
    public void ReadAgain()
    {
        configs.Clear();
        foreach (var document in Current.Documents.Values)
        {
            Put(Read(document));
        }
    }

    private OpenDocument Read(OpenDocument document)
    {
        if (WsgiLspConfig.IsConfig(document.Path))
        {
            return document with { Config = ConfigReader.Parse(document.Path, document.Text.ToString()) };
        }

        // Most decks are told by their paths, so that no key copies their heads.
        if (deckFiles.IsDeckByPath(document.Path) != true)
        {
            var head = document.Text.ToString(new TextSpan(0, Math.Min(document.Text.Length, HeadLength)));
            if (!deckFiles.IsDeck(document.Path, head))
            {
                // A sheet stays one, whatever its learner deletes.
                return document with
                {
                    Deck = null,
                    Sheet = SheetFile.IdIn(document.Path, LinesOf(head)) ?? document.Sheet,
                };
            }
        }

        // Another day has other settings.
        var settings = configs.SettingsFor(document.Path);
        var deck = document.Deck?.With(settings) ?? Deck.Parse(document.Text, settings);
        return document with { Deck = deck, Text = deck.Text };
    }

    private static string[] LinesOf(string text) => text.Split('\n');

    private void Put(OpenDocument document)
    {
        Publish(Current.With(document));
        changed(document.Uri);
    }

    private void Publish(DocumentSnapshot snapshot) => Volatile.Write(ref current, snapshot);
}
