namespace WsgiLsp.Study.Tests.Transcript;

public class GoldenTranscriptTests
{
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "Transcript", "Golden");

    /// <summary>Names a folder to which the transcripts are written as they are now, to be read and then accepted.</summary>
    private const string AcceptVariable = "WSGILSP_ACCEPT_GOLDEN";

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_transcript_reads_as_written_down(string name)
    {
        var golden = File.ReadAllText(Path.Join(Folder, name + ".txt"));
        var actual = GoldenTranscript.Replay(golden);
        if (Environment.GetEnvironmentVariable(AcceptVariable) is { } accepted)
        {
            File.WriteAllText(Path.Join(accepted, name + ".txt"), actual);
        }

        Assert.Equal(golden, actual);
    }
}
