using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// What the rule says of itself. Its check is where <c>wsgilsp.json</c> is read: this library knows neither files nor JSON.
/// </summary>
internal sealed class BadConfig : Rule
{
    public override string Name => "bad-config";

    public override Severity Severity => Severity.Error;

    public override string Summary => "a mistake in `wsgilsp.json`";

    public override string Why =>
        """
            A misspelt rule is not switched, and decks that a broken glob should name are not checked. A key that is there twice
            counts once, as in JSON at large: the last one holds. Globs name files in and below the folder of `wsgilsp.json`.
            What is right in the file holds all the same. Where it is not JSON, `wsgilsp check` does not judge the decks that
            it is for, and ends with exit code 2.
            """;

    public override string ExampleLanguage => "json";

    public override ImmutableArray<string> Invalid =>
        [
            """
                {
                  "deks": ["notes/**/*.md"],
                  ^^^^^^
                  "rules": { "no-keys": "off", "no-cards": "of" }
                             ^^^^^^^^^
                                                           ^^^^
                }
                """,
            """
                {
                  "decks": ["../shared/*.md", "/notes/*.md"]
                            ^^^^^^^^^^^^^^^^
                                              ^^^^^^^^^^^^^
                }
                """,
            """
                {
                  "rules": {
                    "no-cards": "off",
                    "no-cards": "hint"
                    ^^^^^^^^^^
                  }
                }
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                {
                  "decks": ["notes/**/*.md"],
                  "rules": { "no-cards": "off", "several-keys": "error" }
                }
                """,
        ];
}
