using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests;

/// <summary>The cards that transcripts are tested with, by id.</summary>
internal static class TestCards
{
    private const string Kinds = """
        # Kinds

        ## On which port does Gunicorn listen by default?
        <!-- card: id=port kind=typed -->

        `8000`

        It is `127.0.0.1:8000`.

        > [!TIP]
        > Four digits.

        ## Which part of Gunicorn starts the workers?
        <!-- card: id=starter kind=typed -->

        `the arbiter` or `arbiter`

        ## The signal
        <!-- card: id=signal -->

        Gunicorn {{c1::reloads}} its configuration on {{c2::HUP}}, and {{c1::stops}} on TERM.

        > [!NOTE]
        > Signals are sent to the master.

        ## What happens first?
        <!-- card: id=steps kind=order -->

        1. The master binds the socket
        2. The master forks workers
        3. A worker loads the app
        4. A worker accepts a connection
        5. The app is called

        ## Who does what?
        <!-- card: id=roles kind=match -->

        | Part | Work |
        |---|---|
        | master | forks |
        | worker | serves |
        | nginx | buffers |
        """;

    public static ImmutableDictionary<string, Card> ById { get; } = new[]
        {
            Make(
                "meaning",
                new RecallContent
                {
                    Prompt = "What does WSGI stand for?",
                    Title = "What does WSGI stand for?",
                    Body = "**Web Server Gateway Interface** (PEP 3333).",
                }
            ),
            Make(
                "dev-server",
                new RecallContent
                {
                    Prompt = "Why not `flask run` in production?\n\n```console\n$ flask run\n```",
                    Title = "Why not flask run in production?",
                    Body = "It is **not designed** to be\n\n- secure\n- stable",
                    Explanation = "“One request at a time” is outdated.",
                    Hints = ["What does it print\nwhen it starts?", "Think of three qualities."],
                }
            ),
            Make(
                "main-job",
                new ChoiceContent
                {
                    Prompt = "What is the main job of a WSGI server?",
                    Title = "What is the main job of a WSGI server?",
                    IsMulti = false,
                    Options =
                    [
                        new Option("To render templates", false, "That is the application's work."),
                        new Option("To turn HTTP requests into calls to the app", true, "Exactly."),
                        new Option("To pool connections", false, ""),
                    ],
                    Explanation = "It builds the `environ` dictionary.",
                    Hints = ["It stands between the web and the app."],
                },
                shuffle: false
            ),
            Make(
                "command",
                new ChoiceContent
                {
                    Prompt = "Which starts the app?",
                    Title = "Which starts the app?",
                    IsMulti = false,
                    Options =
                    [
                        new Option("```console\n$ gunicorn app:app\n\n$ echo done\n```", true, ""),
                        new Option("`python app.py`\nor so", false, ""),
                    ],
                    Explanation = "```text\nmodule:variable\n```",
                },
                shuffle: false
            ),
            Make(
                "shuffled",
                new ChoiceContent
                {
                    Prompt = "Which digit is even?",
                    Title = "Which digit is even?",
                    IsMulti = false,
                    Options = [.. "13579".Select(c => new Option($"{c}", false, "")), new Option("8", true, "")],
                }
            ),
            Make(
                "reasons",
                new ChoiceContent
                {
                    Prompt = "What speaks for a WSGI server?",
                    Title = "What speaks for a WSGI server?",
                    IsMulti = true,
                    Options =
                    [
                        new Option("Workers", true, "Several processes."),
                        new Option("Templates", false, "The app's own."),
                        new Option("Restarts", true, ""),
                        new Option("Migrations", false, ""),
                        new Option("Timeouts", true, "A stuck worker is replaced."),
                    ],
                    Explanation = "See the design page.",
                },
                shuffle: false
            ),
            Make(
                "one-of-all",
                new ChoiceContent
                {
                    Prompt = "Which of these are servers?",
                    Title = "Which of these are servers?",
                    IsMulti = true,
                    Options = [new Option("Gunicorn", true, ""), new Option("Jinja", false, "")],
                },
                shuffle: false
            ),
            Make(
                "renders",
                new TrueFalseContent
                {
                    Prompt = "A WSGI server renders the templates",
                    Title = "A WSGI server renders the templates",
                    IsTrue = false,
                    Explanation = "The application does; the server only calls it.",
                }
            ),
            Make(
                "serving",
                new ExplainContent
                {
                    Prompt = "Explain how Gunicorn serves many users of one Flask app at once",
                    Title = "Explain how Gunicorn serves many users of one Flask app at once",
                    Concepts =
                    [
                        Concept(
                            "A **master** process **pre-forks** the workers",
                            [
                                ["master"],
                                ["pre-forks"],
                            ]
                        ),
                        Concept(
                            "Several **worker processes** each load the application",
                            [
                                ["worker processes"],
                            ]
                        ),
                        Concept(
                            "Each worker takes a connection and calls\nthe app through **WSGI**",
                            [
                                ["WSGI"],
                            ]
                        ),
                        Concept(
                            "Requests run **in parallel** or **concurrently**",
                            [
                                ["in parallel", "concurrently"],
                            ]
                        ),
                    ],
                    ModelAnswer = "A master pre-forks workers;\neach serves requests.",
                    Explanation = "Threads are another way.",
                    Hints = ["Who starts whom?"],
                }
            ),
        }.Concat(Deck.Parse(Kinds, new DeckSettings { FileName = "wsgi.deck.md" }).Cards).ToImmutableDictionary(card => card.Id);

    public static Card Make(string id, CardContent content, bool shuffle = true) =>
        new()
        {
            DeckId = "wsgi",
            Id = id,
            Content = content,
            Shuffle = shuffle,
        };

    /// <summary>The words of a text, as decks have them that say it.</summary>
    public static KnownWords WordsOf(string text) =>
        KnownWords.Of([
            Make(
                "known",
                new RecallContent
                {
                    Prompt = "",
                    Title = "",
                    Body = text,
                }
            ),
        ]);

    public static Concept Concept(string text, ImmutableArray<ImmutableArray<string>> terms) =>
        new(text, [new ConceptWording(text, terms)]);
}
