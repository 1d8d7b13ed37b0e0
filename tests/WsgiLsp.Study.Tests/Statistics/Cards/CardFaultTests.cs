using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Study.Tests.Statistics.Cards;

/// <summary>Faults that were planted in a deck are found in the answers of a class; sound cards are left in peace.</summary>
public class CardFaultTests
{
    private const int Learners = 120;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_planted_is_found_and_hardly_anything_else(int seed)
    {
        var simulated = new SimulatedClass(seed, Learners);
        var planted = simulated.Planted.ToHashSet();
        var facts = CardFactsReader.Read(simulated.Cards, simulated.Learners);

        var found = facts
            .SelectMany(
                (card, place) => card.Faults.Select(fault => (Card: place, fault.Kind, fault.Index)),
                (_, fault) => fault
            )
            .ToHashSet();
        var accused = found.Select(fault => fault.Card).Except(planted.Select(fault => fault.Card)).Count();
        var sound = simulated.Cards.Length - planted.Count;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{planted.Count(found.Contains)} of {planted.Count} found, {accused} of {sound} sound cards accused"
        );

        Assert.Empty(planted.Except(found));
        Assert.InRange(accused, 0, sound / 20);
    }
}
