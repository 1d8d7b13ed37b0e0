using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

public class DataFolderTests
{
    [Fact]
    public void The_variable_decides()
    {
        var folder = Path.Join(Path.GetTempPath(), "elsewhere");

        Assert.Equal(folder, DataFolder.Resolve(Variables((DataFolder.Variable, folder), ("XDG_DATA_HOME", "/xdg"))));
        Assert.Equal(Path.GetFullPath("here"), DataFolder.Resolve(Variables((DataFolder.Variable, "here"))));
    }

    [Fact]
    public void On_Linux_it_is_where_XDG_says()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Linux only");
        }

        Assert.Equal("/xdg/wsgilsp", DataFolder.Resolve(Variables(("XDG_DATA_HOME", "/xdg"), ("HOME", "/home/me"))));
        Assert.Equal("/home/me/.local/share/wsgilsp", DataFolder.Resolve(Variables(("HOME", "/home/me"))));
        Assert.Equal(
            "/home/me/.local/share/wsgilsp",
            DataFolder.Resolve(
                Variables(("XDG_DATA_HOME", "relative"), ("HOME", "/home/me"), (DataFolder.Variable, ""))
            )
        );
    }

    [Fact]
    public void The_log_stands_in_it() =>
        Assert.Equal(Path.Join("folder", "reviews.db"), DataFolder.ReviewLogIn("folder"));

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();
}
