using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Reads <c>1</c>–<c>4</c>.</summary>
internal static class GradeLine
{
    public static bool TryParse(string line, out Grade grade)
    {
        grade = line.Trim() is [>= '1' and <= '4' and var digit] ? (Grade)(digit - '0') : default;
        return grade != default;
    }
}
