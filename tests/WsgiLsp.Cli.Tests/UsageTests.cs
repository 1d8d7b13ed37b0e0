using WsgiLsp.Cli.Commands;

namespace WsgiLsp.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("", "which command? One of check, fmt, ")]
    [InlineData("chek", "unknown command 'chek'; did you mean 'check'?")]
    [InlineData("check --fromat json", "unknown option '--fromat'; did you mean '--format'?")]
    [InlineData("check --format xml", "--format takes one of text, json, sarif, github, not 'xml'")]
    [InlineData("check --fail-on hint", "--fail-on takes one of error, warning, information, not 'hint'")]
    [InlineData("check --format", "--format")]
    [InlineData("check --rule", "--rule")]
    [InlineData("check --stdin-filename a.deck.md .", "--stdin-filename and PATH exclude one another")]
    [InlineData("rules all", "one word too many: 'all'")]
    [InlineData("rules --format sarif", "--format takes one of text, json, not 'sarif'")]
    [InlineData("explain", "Required argument")]
    [InlineData("cards --jsno", "unknown option '--jsno'; did you mean '--json'?")]
    [InlineData("study --limit 0", "--limit takes a whole number from 1 on, not '0'")]
    [InlineData("study --limit many", "--limit takes a whole number from 1 on, not 'many'")]
    [InlineData("study --order x", "--order takes one of due, retrievability, random, deck, not 'x'")]
    [InlineData("study --seed x", "--seed takes a whole number, not 'x'")]
    [InlineData("lsp --stdio --pipe p", "exclude one another")]
    [InlineData("lsp --pipe p --socket 1", "exclude one another")]
    [InlineData("lsp --socket 65536", "--socket takes a whole number from 1 to 65535, not '65536'")]
    [InlineData("study --mode exma", "--mode takes one of ")]
    [InlineData("study --mode exma", "not 'exma'; did you mean 'exam'?")]
    [InlineData("stduy", "unknown command 'stduy'; did you mean 'study'?")]
    [InlineData("log tidy", "unknown command 'tidy'")]
    [InlineData("log", "which command? One of path, verify, ")]
    [InlineData("lsp extra", "one word too many: 'extra'")]
    [InlineData("check gone", "gone: there is no such file or folder")]
    [InlineData("cards gone", "gone: there is no such file or folder")]
    [InlineData("study gone", "gone: there is no such file or folder")]
    [InlineData("check @gone", "@gone: there is no such file or folder")]
    [InlineData("check -- -gone", "-gone: there is no such file or folder")]
    public async Task What_cannot_run_answers_2_and_says_why(string line, string message)
    {
        using var shell = new Shell();

        var result = await shell.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_comes_with_the_way_out()
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("check", "--fromat", "json");

        Assert.Equal(
            "wsgilsp: unknown option '--fromat'; did you mean '--format'?\nwsgilsp: see wsgilsp check --help\n",
            result.Error
        );
        Assert.Equal("", result.Output);
    }

    [Theory]
    [InlineData("--help", "check")]
    [InlineData("check --help", "--fail-on <error|information|warning>")]
    [InlineData("check --help", "--format <github|json|sarif|text>")]
    [InlineData("study -h", "--seed <N>")]
    [InlineData("lsp --help", "--socket <PORT>")]
    public async Task Help_is_there(string line, string expected)
    {
        using var shell = new Shell();

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_plain_line()
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^wsgilsp \d+\.\d+\.\d+\n$", result.Output);
    }

    [Theory]
    [InlineData("", "wsgilsp: unexpected error: broken (WSGILSP_DEBUG=1 shows where)\n")]
    [InlineData("1", "   at ")]
    public async Task An_unexpected_error_is_one_line_unless_debugging(string debug, string expected)
    {
        using var shell = new Shell { LanguageServer = (_, _) => throw new InvalidOperationException("broken") };
        shell.Environment["WSGILSP_DEBUG"] = debug;

        var result = await shell.RunAsync("lsp");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lsp", null, null)]
    [InlineData("lsp --stdio --clientProcessId 12", null, null)]
    [InlineData("lsp --clientProcessId=12 --pipe=/x/y", "/x/y", null)]
    [InlineData("lsp --socket=4711", null, 4711)]
    public async Task The_language_server_gets_its_transport(string line, string? pipe, int? socket)
    {
        using var shell = new Shell();
        shell.LanguageServer = (options, _) =>
        {
            Assert.Equal(new() { Pipe = pipe, Socket = socket }, options);
            return Task.FromResult(7);
        };

        Assert.Equal(7, (await shell.RunAsync(line.Split(' '))).ExitCode);
    }

    [Theory]
    [InlineData("lsp", true)]
    [InlineData("lsp --stdio", true)]
    [InlineData("lsp --stdio --clientProcessId=12", true)]
    [InlineData("lsp --stdio --clientProcessId=-12", false)]
    [InlineData("lsp --stdio --clientProcessId=", false)]
    [InlineData("lsp --stdio --pipe=/x/y", false)]
    [InlineData("lsp --help", false)]
    [InlineData("check", false)]
    public void What_editors_say_is_understood_at_once(string line, bool expected) =>
        Assert.Equal(expected, LspCommand.IsPlain(line.Split(' ')));
}
