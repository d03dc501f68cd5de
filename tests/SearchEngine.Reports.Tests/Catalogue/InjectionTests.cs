using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Reports.Tests.Catalogue;

/// <summary>Five hundred values that are SQL where they are put into a statement's text: every query takes them for values.</summary>
public sealed class InjectionTests : IDisposable
{
    private static readonly string[] Openings = ["", "'", "''", "\"", "`", "]", "')", "'))", "\\'", "%27", "\0'", "’", "a1'", "a1\"", "370103'"];

    private static readonly string[] Middles =
    [
        " OR 1=1", " OR '1'='1", " UNION SELECT name, sql, 1, 1, 1 FROM sqlite_master", "; DROP TABLE pages", "; DELETE FROM captures", "; UPDATE pages SET title='x'",
        " AND 1=0 UNION ALL SELECT 1", " OR id LIKE '%'", "; PRAGMA writable_schema=ON", "; ATTACH 'x.db' AS x", " OR randomblob(9)", "$1", "?1", "@p0",
    ];

    private static readonly string[] Ends = ["", " --", " /*"];

    private readonly string _folder = Directory.CreateTempSubdirectory("injection-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_value_changes_what_a_query_asks()
    {
        string path = Path.Combine(_folder, "catalogue.db");
        new CatalogueWriter(path).Dispose();
        string[] before = Schema(path);
        CatalogueReader reader = new(path);
        string[] attacks = [.. Openings.SelectMany(opening => Middles.SelectMany(middle => Ends.Select(end => opening + middle + end)))];
        Assert.True(attacks.Distinct().Count() >= 500);

        foreach (string attack in attacks)
        {
            Assert.Null(reader.Find(attack));
            Assert.Null(reader.History(attack));
            Assert.Empty(reader.FindByPlaceAndYear(attack, 2024));
            Assert.Empty(reader.YearsOf(attack));
            Assert.Empty(new CatalogueListing(path).Reports([attack]));
        }

        using CatalogueWriter writer = new(path);
        foreach (string attack in attacks)
        {
            Assert.Null(writer.LatestCapture(attack));
            Assert.Empty(writer.PagesContinuedAt(attack));
            Assert.False(writer.IsContinuation(attack));
            Assert.False(writer.HoldsCapture(attack, DateTimeOffset.UnixEpoch, attack));
        }

        Assert.Equal(before, Schema(path));
    }

    private static string[] Schema(string path)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        return [.. connection.Command("SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1").Read(row => row.GetString(0))];
    }
}
