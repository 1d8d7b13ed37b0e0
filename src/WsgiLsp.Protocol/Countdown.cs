namespace WsgiLsp.Protocol;

/// <summary>Counts what is under way, so that the end can wait for all of it without keeping a list.</summary>
internal sealed class Countdown
{
    private readonly TaskCompletionSource _zero = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the end, which is yet to be waited for: until then there is no zero to be reached.
    private int _count = 1;

    /// <summary>One more is under way.</summary>
    public void Add() => Interlocked.Increment(ref _count);

    /// <summary>One is done.</summary>
    public void Signal()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            _zero.TrySetResult();
        }
    }

    /// <summary>Ends when all that is under way is done. To be called once.</summary>
    public Task WhenZero()
    {
        Signal();
        return _zero.Task;
    }
}
