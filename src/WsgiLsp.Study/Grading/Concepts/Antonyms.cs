using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>English words that say the opposite of each other, as far as one can tell without their sentence.</summary>
internal static class Antonyms
{
    /// <summary>A line a pair; several words of one side are tied by commas.</summary>
    private const string Pairs = """
        above below,beneath
        absorb,soak release,emit
        accept refuse,reject
        active idle,inactive
        add remove,subtract
        after,afterwards,later before,beforehand,earlier
        all none
        allow,let,permit,enable forbid,prevent,prohibit
        always never,rarely,seldom
        appear,arise disappear,vanish
        attract repel
        begin,start end,stop,finish
        best worst
        better worse
        big,large,great small,tiny
        bigger,larger,greater smaller
        borrow lend
        bright dark
        buy,purchase sell
        cheap expensive,dear
        cheaper dearer
        create,build destroy
        dangerous,risky safe,harmless
        deep shallow
        different same,identical,equal
        dry wet
        dynamic static
        early late
        easy,simple hard,difficult
        easier harder
        empty full
        encrypt decrypt
        everything,everybody,everyone nothing,nobody
        export import
        fast,quick,rapid slow
        faster,quicker slower
        first last
        gain,win lose
        grow,increase,rise,climb fall,drop,shrink,decrease,decline
        heavy light
        heavier lighter
        high low
        higher lower
        hot,warm cold,cool
        include exclude
        input output
        inside outside
        keep lose
        long short
        longer shorter
        many few
        more less,fewer
        most least
        near far
        often rarely,seldom
        open close,shut
        plenty hardly,scarce
        positive negative
        possible impossible
        private public
        pull push
        raise,lift lower,cut,reduce
        read write
        receive send
        right left
        rich poor
        rough smooth
        solid liquid
        steep flat
        strengthen weaken
        strong weak
        stronger weaker
        summer winter
        synchronous asynchronous
        thick thin
        thicker thinner
        true false
        up down
        upper lower
        visible invisible,hidden
        wide narrow
        young old
        """;

    private static readonly FrozenDictionary<string, ImmutableHashSet<string>> Opposites = Read();

    /// <summary>Whether an answer has the opposites of an odd number of a wording's words in their place.</summary>
    /// <param name="wording">A wording.</param>
    /// <param name="answer">The part of the answer that may say it.</param>
    public static bool Reverse(ImmutableArray<Word> wording, ImmutableArray<Word> answer)
    {
        var wanted = StemsOf(wording);
        var given = StemsOf(answer);
        return wanted.Count(stem =>
                !given.Contains(stem)
                && Opposites.TryGetValue(stem, out var opposites)
                && opposites.Any(other => given.Contains(other) && !wanted.Contains(other))
            ) % 2
            == 1;
    }

    private static HashSet<string> StemsOf(ImmutableArray<Word> words) =>
        words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, ImmutableHashSet<string>> Read()
    {
        var result = new Dictionary<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var sides in Pairs.Split('\n').Select(line => line.Split(' ')))
        {
            Add(sides[0].Split(','), sides[1].Split(','));
            Add(sides[1].Split(','), sides[0].Split(','));
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string[] words, string[] opposites)
        {
            foreach (var stem in words.Select(EnglishWords.StemOf))
            {
                result[stem] = (result.GetValueOrDefault(stem) ?? []).Union(opposites.Select(EnglishWords.StemOf));
            }
        }
    }
}
