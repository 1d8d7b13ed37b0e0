// Writes src/WsgiLsp.Cli/start.mibc, which names the methods that are compiled ahead in what learners get; all others are
// compiled when they are first called. Runs what people do with the program, and notes what was called:
//
//   dotnet run --project eng/StartProfile
//
// Needs nothing but the SDK, and takes a minute or two. A profile that is older than the code does no harm: names that are no
// longer there are passed over, and what is new starts a little later.

using StartProfile;

var root = Repository.Find();
if (root is null)
{
    Console.Error.WriteLine("there is no checkout of WsgiLsp here");
    return 2;
}

var profile = Path.Combine(root, "src", "WsgiLsp.Cli", "start.mibc");
using var runs = new Runs(root);
await Scenes.PlayAsync(runs);
File.Copy(runs.Profile, profile, overwrite: true);
Console.WriteLine($"{profile}: {runs.Count} methods, {new FileInfo(profile).Length >> 10} KiB");
return 0;
