using Microsoft.Data.Sqlite;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>An answer in the log.</summary>
internal sealed record LoggedReview(string Item, bool? Correct, int Grade);

/// <summary>Reads the learner's log, as a second program beside the server.</summary>
internal static class ReviewLog
{
    /// <summary>All reviews, oldest first; none where there is no log yet.</summary>
    public static IReadOnlyList<LoggedReview> Read(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "reviews.db");
        if (!File.Exists(file))
        {
            return [];
        }

        var address = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        using var connection = new SqliteConnection(address.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT item, correct, grade FROM events WHERE kind = 'review' ORDER BY id";
        using var rows = command.ExecuteReader();
        var reviews = new List<LoggedReview>();
        while (rows.Read())
        {
            reviews.Add(
                new LoggedReview(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetBoolean(1), rows.GetInt32(2))
            );
        }

        return reviews;
    }
}
