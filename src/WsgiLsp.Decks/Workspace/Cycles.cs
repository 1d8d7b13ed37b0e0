namespace WsgiLsp.Decks.Workspace;

/// <summary>Finds circles in a graph, for any size and depth.</summary>
internal static class Cycles
{
    /// <summary>In larger knots no single circle is searched for: what matters is that there is one.</summary>
    private const int LargestSearched = 200;

    /// <summary>
    /// For each node that stands in a circle: a shortest one through it, which begins with it and does not repeat it. In a
    /// large knot the circle is only the node and one that follows it there.
    /// </summary>
    /// <param name="nodes">The nodes that have edges.</param>
    /// <param name="next">The nodes that a node leads to; none for one that is not among <paramref name="nodes"/>.</param>
    public static Dictionary<string, IReadOnlyList<string>> Find(
        IEnumerable<string> nodes,
        Func<string, IReadOnlyList<string>> next
    )
    {
        var result = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var knot in Knots(nodes, next))
        {
            var members = knot.ToHashSet(StringComparer.Ordinal);
            foreach (var node in knot)
            {
                if (members.Count > LargestSearched)
                {
                    result[node] = [node, next(node).First(members.Contains)];
                }
                else if (Shortest(node, members, next) is { } circle)
                {
                    result[node] = circle;
                }
            }
        }

        return result;
    }

    private static List<string>? Shortest(
        string start,
        HashSet<string> members,
        Func<string, IReadOnlyList<string>> next
    )
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var pending = new Queue<string>([start]);
        while (pending.TryDequeue(out var node))
        {
            foreach (var following in next(node))
            {
                if (following == start)
                {
                    var circle = new List<string>();
                    for (var at = node; at != start; at = cameFrom[at])
                    {
                        circle.Add(at);
                    }

                    circle.Add(start);
                    circle.Reverse();
                    return circle;
                }

                if (members.Contains(following) && cameFrom.TryAdd(following, node))
                {
                    pending.Enqueue(following);
                }
            }
        }

        return null;
    }

    /// <summary>Tarjan's strongly connected components, without recursion: chains may be as long as a deck.</summary>
    private static List<List<string>> Knots(IEnumerable<string> nodes, Func<string, IReadOnlyList<string>> next)
    {
        var knots = new List<List<string>>();
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        var low = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<string>();
        var isOpen = new HashSet<string>(StringComparer.Ordinal);
        var work = new Stack<(string Node, IReadOnlyList<string> Next, int At)>();
        foreach (var root in nodes)
        {
            if (order.ContainsKey(root))
            {
                continue;
            }

            Enter(root);
            while (work.TryPop(out var step))
            {
                var (node, following, at) = step;
                if (at < following.Count)
                {
                    work.Push((node, following, at + 1));
                    var child = following[at];
                    if (!order.TryGetValue(child, out var known))
                    {
                        Enter(child);
                    }
                    else if (isOpen.Contains(child))
                    {
                        low[node] = Math.Min(low[node], known);
                    }

                    continue;
                }

                if (work.TryPeek(out var parent))
                {
                    low[parent.Node] = Math.Min(low[parent.Node], low[node]);
                }

                if (low[node] == order[node])
                {
                    knots.Add(Close(node));
                }
            }
        }

        return knots;

        void Enter(string node)
        {
            order[node] = low[node] = order.Count;
            open.Push(node);
            isOpen.Add(node);
            work.Push((node, next(node), 0));
        }

        List<string> Close(string node)
        {
            var knot = new List<string>();
            string member;
            do
            {
                member = open.Pop();
                isOpen.Remove(member);
                knot.Add(member);
            } while (member != node);
            return knot;
        }
    }
}
