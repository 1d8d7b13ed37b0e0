using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Tests.Documents;

public class PositionEncodingTests
{
    private const string Text = "a🎓b\r\nä\u20acc\n\nend";

    private static readonly SourceText Source = new(Text);

    [Theory]
    [InlineData(false, 0, 0, 0)]
    [InlineData(false, 0, 1, 1)]
    [InlineData(false, 0, 3, 3)]
    [InlineData(false, 0, 4, 4)]
    [InlineData(false, 1, 2, 8)]
    [InlineData(false, 2, 0, 10)]
    [InlineData(false, 3, 3, 14)]
    [InlineData(true, 0, 0, 0)]
    [InlineData(true, 0, 1, 1)]
    [InlineData(true, 0, 5, 3)]
    [InlineData(true, 0, 6, 4)]
    [InlineData(true, 1, 2, 7)]
    [InlineData(true, 1, 5, 8)]
    [InlineData(true, 1, 6, 9)]
    [InlineData(true, 2, 0, 10)]
    [InlineData(true, 3, 3, 14)]
    public void Places_are_converted_both_ways(bool isUtf8, int line, int column, int offset)
    {
        var positions = new PositionEncoding(isUtf8);
        Assert.Equal(offset, positions.Offset(Source, new Position(line, column)));
        Assert.Equal(new Position(line, column), positions.Position(Source, Source.GetPosition(offset)));
    }

    [Theory]
    [InlineData(false, 0, 99, 4)]
    [InlineData(true, 0, 99, 4)]
    [InlineData(false, 9, 0, 14)]
    [InlineData(true, 9, 0, 14)]
    [InlineData(true, 3, 2_147_483_647, 14)]
    public void Places_past_the_end_are_the_end(bool isUtf8, int line, int column, int offset) =>
        Assert.Equal(offset, new PositionEncoding(isUtf8).Offset(Source, new Position(line, column)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_offset_survives_the_way_to_the_client_and_back(bool isUtf8)
    {
        var positions = new PositionEncoding(isUtf8);
        for (var offset = 0; offset <= Text.Length; offset++)
        {
            // No place lies within a character or a line end.
            if (offset is 2 or 5)
            {
                continue;
            }

            var there = positions.Position(Source, Source.GetPosition(offset));
            Assert.Equal(offset, positions.Offset(Source, there));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_range_the_wrong_way_round_is_turned(bool isUtf8) =>
        Assert.Equal(
            new TextSpan(1, 5),
            new PositionEncoding(isUtf8).Span(Source, new(new Position(1, 0), new Position(0, 1)))
        );

    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 3)]
    public void A_byte_within_a_character_is_its_end(int column, int offset) =>
        Assert.Equal(offset, new PositionEncoding(isUtf8: true).Offset(Source, new Position(0, column)));
}
