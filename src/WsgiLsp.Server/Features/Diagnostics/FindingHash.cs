using System.Runtime.InteropServices;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// A hash, after FNV-1a but eight bytes at a time, of what a reader sees of findings: they are all hashed at each key.
/// </summary>
internal struct FindingHash()
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int CharsPerWord = sizeof(ulong) / sizeof(char);

    /// <summary>The hash up to now.</summary>
    public ulong Value { get; private set; } = Basis;

    /// <summary>Takes a finding in.</summary>
    public void Add(PlacedFinding placed)
    {
        Add(placed.Finding.Rule);
        Add((int)placed.Finding.Severity);
        Add(placed.Finding.Message);
        Add(placed.Start, placed.End);
        foreach (var place in placed.Finding.Related)
        {
            Add(place.Message);
            Add(place.Path ?? "");
            Add(place.Start, place.End);
        }
    }

    private void Add(LinePosition start, LinePosition end)
    {
        Add(start.Line);
        Add(start.Character);
        Add(end.Line);
        Add(end.Character);
    }

    private void Add(string text)
    {
        // The length tells where one text ends and the next begins.
        Add(text.Length);
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
        {
            Add(word);
        }

        foreach (var c in text.AsSpan(words.Length * CharsPerWord))
        {
            Add(c);
        }
    }

    private void Add(int number) => Add((uint)number);

    private void Add(ulong word)
    {
        Value = (Value ^ word) * Prime;

        // Multiplication carries upwards only: else the last letters of words would hardly count.
        Value ^= Value >> 32;
    }
}
