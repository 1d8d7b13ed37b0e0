namespace WsgiLsp.Server.Sheets;

/// <summary>Who holds it may answer a sheet: a file in the data folder, which goes with its process however that ends.</summary>
internal static class SheetLock
{
    /// <summary>Takes a sheet's lock.</summary>
    /// <param name="dataFolder">The learner's data folder.</param>
    /// <param name="id">The sheet's id.</param>
    /// <returns>Ends the holding; null where another server holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The data folder may not be written.</exception>
    public static IDisposable? TryTake(string dataFolder, string id)
    {
        var folder = Directory.CreateDirectory(Path.Join(dataFolder, "locks"));
        try
        {
            return new FileStream(
                Path.Join(folder.FullName, $"sheet-{id}"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
