using System.Text;
using WsgiLsp.Cli.Tests.Terminals;

namespace WsgiLsp.Cli.Tests.Meanwhile;

/// <summary>Somebody at the keyboard, who waits for what is said on standard error, and says nothing when done.</summary>
internal sealed class Learner : TextReader
{
    private readonly Queue<Func<string?>> script = [];
    private readonly Dictionary<string, Action> reactions = [];
    private readonly TaskCompletionSource away = new();
    private readonly StringBuilder heard = new();

    /// <summary>What was not typed.</summary>
    public int Left => script.Count;

    public void Types(string line) => script.Enqueue(() => line);

    public void Does(Action action) => script.Enqueue(() => Then(action));

    /// <summary>Waits until that was said.</summary>
    public void Waits(string words) =>
        script.Enqueue(() =>
        {
            lock (heard)
            {
                while (!heard.ToString().Contains(words, StringComparison.Ordinal))
                {
                    Monitor.Wait(heard);
                }
            }

            return null;
        });

    public void OnError(string words, Action action) => reactions[words] = action;

    public TextWriter Listen(TextWriter error) => new Ear(this, error);

    public override string? ReadLine()
    {
        while (script.TryDequeue(out var next))
        {
            if (next() is { } line)
            {
                return line;
            }
        }

        away.Task.Wait();
        return null;
    }

    /// <summary>What was typed, as a key each.</summary>
    public ConsoleKeyInfo? ReadKey() => ReadLine() is { } key ? Keyboard.Keys(key).Single() : null;

    protected override void Dispose(bool disposing)
    {
        away.TrySetResult();
        base.Dispose(disposing);
    }

    private static string? Then(Action action)
    {
        action();
        return null;
    }

    private void Hear(string? words)
    {
        Action? reaction;
        lock (heard)
        {
            heard.AppendLine(words);
            Monitor.PulseAll(heard);
            reaction = reactions
                .FirstOrDefault(pair => words?.Contains(pair.Key, StringComparison.Ordinal) == true)
                .Value;
        }

        reaction?.Invoke();
    }

    private sealed class Ear(Learner learner, TextWriter error) : TextWriter
    {
        public override Encoding Encoding => error.Encoding;

        public override void Write(char value) => error.Write(value);

        public override void WriteLine(string? value)
        {
            error.WriteLine(value);
            learner.Hear(value);
        }
    }
}
