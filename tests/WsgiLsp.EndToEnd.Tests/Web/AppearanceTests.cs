using Microsoft.Playwright;
using WsgiLsp.EndToEnd.Tests.Pages;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>Every state of the panel in every theme: for eyes that see little, and for programs that read it aloud.</summary>
public class AppearanceTests
{
    private static readonly (string Name, ColorScheme Scheme, ForcedColors Forced)[] Looks =
    [
        ("light", ColorScheme.Light, ForcedColors.None),
        ("dark", ColorScheme.Dark, ForcedColors.None),
        ("forced", ColorScheme.Dark, ForcedColors.Active),
    ];

    /// <summary>What axe-core looks at, contrasts among it.</summary>
    [Fact]
    public async Task Every_state_is_accessible()
    {
        await using var browser = await WebBrowser.StartAsync();
        var findings = new List<string>();
        await PanelWalk.GoAsync(
            browser,
            async (page, state) =>
            {
                foreach (var (name, scheme, forced) in Looks)
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
                    await Browser.ShootAsync(page, $"panel-{state}-{name}", isWhole: true);
                    if (await Browser.AxeAsync(page) is { Length: > 0 } found)
                    {
                        findings.Add($"{state}, {name}: {found}");
                    }
                }
            }
        );
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>Contrasts that we measure ourselves, in our colours and in those of VS Code's themes.</summary>
    [Fact]
    public async Task All_can_be_read_in_every_theme()
    {
        await using var browser = await WebBrowser.StartAsync();
        var findings = new List<string>();
        await PanelWalk.GoAsync(
            browser,
            async (page, state) =>
            {
                foreach (var (name, scheme, _) in Looks.Where(look => look.Forced == ForcedColors.None))
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await MeasureAsync(page, state, name);
                }

                foreach (var theme in VsCodeTheme.All)
                {
                    // The system may prefer what the editor does not.
                    var isDark = theme.Kind is "vscode-dark" or "vscode-high-contrast";
                    await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
                    await theme.PutOnAsync(page);
                    if (Environment.GetEnvironmentVariable("E2E_SHOTS") is not null)
                    {
                        await Browser.ShootAsync(page, $"panel-{state}-{theme.Name}", isWhole: true);
                    }

                    await MeasureAsync(page, state, theme.Name);
                    await VsCodeTheme.TakeOffAsync(page);
                }
            }
        );
        Assert.True(findings.Count == 0, string.Join('\n', findings));

        async Task MeasureAsync(IPage page, string state, string theme)
        {
            if (await ContrastCheck.FindingsAsync(page) is { Length: > 0 } found)
            {
                findings.Add($"{state}, {theme}:\n{found}");
            }
        }
    }

    /// <summary>On a telephone, or beside an editor, the page scrolls down and never aside.</summary>
    [Fact]
    public async Task Nothing_is_cut_off_where_there_is_little_room()
    {
        await using var browser = await WebBrowser.StartAsync();
        var wide = new List<string>();
        await PanelWalk.GoAsync(
            browser,
            async (page, state) =>
            {
                await Browser.ShootAsync(page, $"panel-{state}-narrow", isWhole: true);
                var beyond = await page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                );
                if (beyond > 0)
                {
                    wide.Add($"{state}: {beyond} px");
                }
            },
            width: 320
        );
        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }
}
