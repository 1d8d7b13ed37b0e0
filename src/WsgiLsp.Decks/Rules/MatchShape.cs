using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class MatchShape : Rule
{
    private const int MostRows = 8;

    public override string Name => "match-shape";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "pairs that are blank, not unique, or too many";

    public override string Why =>
        """
            Each cell of a match card has one partner. A cell that is there twice has two, and right answers count as wrong; an
            empty one has none. More than eight pairs are more than one sees at a glance: make two cards.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Match the option to its meaning
                <!-- card: kind=match -->

                | Option | Meaning |
                |---|---|
                | `-w` | number of workers |
                | `-b` | |
                ^^^^^^^^^^
                | `-w` | address to bind |
                  ^^^^
                """,
            """
                ### Match the port to its service
                <!-- card: kind=match -->

                | Port | Service |
                |---|---|
                | 21 | FTP |
                | 22 | SSH |
                | 23 | Telnet |
                | 25 | SMTP |
                | 53 | DNS |
                | 80 | HTTP |
                | 110 | POP3 |
                | 143 | IMAP |
                | 443 | HTTPS |
                ^^^^^^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Match the option to its meaning
                <!-- card: kind=match -->

                | Option | Meaning |
                |---|---|
                | `-w` | number of workers |
                | `-b` | address to bind |
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not MatchContent)
        {
            return;
        }

        var source = section.Source;
        var table = section
            .Body.Flow.Select(block => PipeTable.Read(source, block))
            .First(found => found is { Columns: 2, Rows.IsEmpty: false })!;
        var seen = new HashSet<(int Column, string Cell)>();
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var line = table.Lines.First + 2 + row;
            var wholeRow = source.Span(new LineRange(line, line + 1));
            if (table.Rows[row].Any(cell => cell.Length == 0))
            {
                report.Add(this, wholeRow, "A cell of this row is empty. Fill it, or delete the row.");
            }

            for (var column = 0; column < table.Columns; column++)
            {
                var cell = table.Rows[row][column];
                if (cell.Length > 0 && !seen.Add((column, source.Text.Substring(cell.Start, cell.Length))))
                {
                    report.Add(
                        this,
                        cell,
                        "This is in the column twice, so that it has two partners. Change it, or join the two rows."
                    );
                }
            }

            if (row == MostRows)
            {
                report.Add(
                    this,
                    wholeRow,
                    $"{table.Rows.Length} pairs are too many to match. Make two cards of at most {MostRows}."
                );
            }
        }
    }
}
