using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WsgiLsp.Server.Panel;

/// <summary>What a study panel waits for.</summary>
public enum PanelPhase
{
    /// <summary>An answer to <see cref="PanelScreen.Card"/>.</summary>
    [JsonStringEnumMemberName("ask")]
    Ask,

    /// <summary>A grade: the answer of <see cref="PanelScreen.Card"/> stands revealed.</summary>
    [JsonStringEnumMemberName("grade")]
    Grade,

    /// <summary>Whether what an exam missed is due today.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>Nothing: the result stands there.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>Nothing: it is a page to read.</summary>
    [JsonStringEnumMemberName("page")]
    Page,
}

/// <summary>
/// All that a study panel shows at a moment. Texts named html are safe to be put into a page as they are; all others are
/// plain. Nothing in it tells what was not revealed.
/// </summary>
public sealed record PanelScreen
{
    /// <summary>The session's id.</summary>
    public required string Session { get; init; }

    /// <summary>
    /// How many lines the session has taken, and how often what stood open was edited: an answer to an older screen does
    /// nothing.
    /// </summary>
    public required int Taken { get; init; }

    /// <summary>What is asked as a whole.</summary>
    public required string Title { get; init; }

    /// <summary>What is waited for.</summary>
    public required PanelPhase Phase { get; init; }

    /// <summary>How far the session is; null for a page.</summary>
    public PanelProgress? Progress { get; init; }

    /// <summary>The open item; null where none is.</summary>
    public PanelCard? Card { get; init; }

    /// <summary>The item that the last answer was judged of by machine, with its verdict; null where there was none.</summary>
    public PanelCard? Answered { get; init; }

    /// <summary>What else is said of the last lines: which grade was recorded, that something was undone.</summary>
    public ImmutableArray<string> NotesHtml { get; init; } = [];

    /// <summary>What was expected of a line that could not be read; else null.</summary>
    public string? WarningHtml { get; init; }

    /// <summary>The grades to choose from, where one is waited for.</summary>
    public ImmutableArray<PanelGrade> Grades { get; init; } = [];

    /// <summary>What can be done besides answering.</summary>
    public PanelActions May { get; init; } = new();

    /// <summary>What an exam has besides; null where it is none, or over.</summary>
    public PanelExam? Exam { get; init; }

    /// <summary>How the round went; null before its end.</summary>
    public PanelResult? Result { get; init; }

    /// <summary>The cards of a page to read; empty for a session.</summary>
    public ImmutableArray<PanelGroup> Page { get; init; } = [];
}

/// <summary>How far a session is.</summary>
/// <param name="Number">The open item's number, from 1; 0 where none is open.</param>
/// <param name="Of">How many items there are up to now.</param>
/// <param name="Right">How many were got, as far as that was told.</param>
/// <param name="Wrong">How many were missed, likewise.</param>
/// <param name="Due">How many of those that follow are due, or practised.</param>
/// <param name="New">How many of those that follow are new.</param>
/// <param name="Returning">How many wait to be asked again.</param>
public sealed record PanelProgress(int Number, int Of, int Right, int Wrong, int Due, int New, int Returning);

/// <summary>A grade to choose.</summary>
/// <param name="Number">The line that gives it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Wait">How long the item waits then, in words; null where nothing changes.</param>
/// <param name="Suggested">Whether the machine suggests it.</param>
public sealed record PanelGrade(int Number, string Name, string? Wait, bool Suggested);

/// <summary>What can be done besides answering.</summary>
public sealed record PanelActions
{
    /// <summary>Whether a hint is left.</summary>
    public bool Hint { get; init; }

    /// <summary>Whether the answer can be asked for.</summary>
    public bool Reveal { get; init; }

    /// <summary>Whether there is a grade to take back.</summary>
    public bool Undo { get; init; }

    /// <summary>Whether the item can be put off to the next study day.</summary>
    public bool Bury { get; init; }

    /// <summary>Whether the item can be taken out of study.</summary>
    public bool Suspend { get; init; }

    /// <summary>Whether what was missed can be asked once more.</summary>
    public bool Again { get; init; }

    /// <summary>Whether the session can be ended now.</summary>
    public bool End { get; init; }
}

/// <summary>What an exam has besides.</summary>
/// <param name="SecondsLeft">Its time that is left, at least 0.</param>
/// <param name="Changeable">The numbers of the items whose answers can be changed.</param>
public sealed record PanelExam(int SecondsLeft, ImmutableArray<int> Changeable);

/// <summary>How a round went.</summary>
/// <param name="Got">How many items were got.</param>
/// <param name="Of">How many count.</param>
/// <param name="Score">How it went, in sentences.</param>
public sealed record PanelResult(int Got, int Of, ImmutableArray<string> Score)
{
    /// <summary>Whether an exam is passed; null where it is none.</summary>
    public bool? Passed { get; init; }

    /// <summary>The items.</summary>
    public ImmutableArray<PanelResultItem> Items { get; init; } = [];

    /// <summary>What was got by level and tag, of an exam.</summary>
    public ImmutableArray<PanelShare> Shares { get; init; } = [];

    /// <summary>Whether who was sure was right.</summary>
    public ImmutableArray<string> Calibration { get; init; } = [];

    /// <summary>A picture of it, with a table of its numbers; null where there is nothing to show.</summary>
    public string? FigureHtml { get; init; }
}

/// <summary>An item of a result.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Title">Its first line.</param>
/// <param name="Got">Whether it was got.</param>
/// <param name="Grade">The grade that counts, as it is called.</param>
/// <param name="VerdictHtml">What an exam says of the answer; null where that was said before.</param>
public sealed record PanelResultItem(int Number, string Title, bool Got, string Grade, string? VerdictHtml);

/// <summary>What was got of some items.</summary>
/// <param name="What">What they have in common: <c>level</c> or <c>tag</c>.</param>
/// <param name="Name">Which.</param>
/// <param name="Got">How many were got.</param>
/// <param name="Of">How many they are.</param>
public sealed record PanelShare(string What, string Name, int Got, int Of);

/// <summary>Cards of a page to read that stand together.</summary>
/// <param name="Deck">Their deck's title.</param>
/// <param name="Group">Their group; empty for none.</param>
/// <param name="Cards">The cards.</param>
public sealed record PanelGroup(string Deck, string Group, ImmutableArray<PanelPageCard> Cards);

/// <summary>A card of a page to read.</summary>
/// <param name="TitleHtml">Its first line.</param>
/// <param name="BodyHtml">What else belongs to what is asked; empty for nothing.</param>
/// <param name="AnswerHtml">Its answer.</param>
/// <param name="Due">Whether it is due, so that its answer is folded.</param>
/// <param name="Place">Where it stands; null where that is not known.</param>
public sealed record PanelPageCard(string TitleHtml, string BodyHtml, string AnswerHtml, bool Due, PanelPlace? Place);

/// <summary>Where a card stands.</summary>
/// <param name="Uri">The deck's document.</param>
/// <param name="Line">The line of its heading, 0-based.</param>
public sealed record PanelPlace(string Uri, int Line);
