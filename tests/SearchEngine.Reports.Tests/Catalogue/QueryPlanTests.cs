using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Reports.Tests.Catalogue;

/// <summary>
/// What ingest asks for every page must not read the whole catalogue: without an index, an import of n pages takes n² steps.
/// </summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly CatalogueFixture _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Theory]
    [InlineData("SELECT 1 FROM captures WHERE digest = 'x' AND file_name = 'y'")]
    [InlineData("SELECT id FROM captures WHERE url = 'x' AND status = 200 ORDER BY id DESC LIMIT 1")]
    [InlineData("SELECT id FROM captures WHERE cleaned = 0 ORDER BY id LIMIT 64")]
    [InlineData("UPDATE captures SET cleaned = 1 WHERE id = 1")]
    [InlineData("UPDATE pages SET continues = NULL WHERE continues = 'x'")]
    [InlineData("UPDATE pages SET continues = 'x' WHERE url = 'y' AND id <> 'x'")]
    [InlineData("UPDATE pages SET revision = 1 WHERE text_digest = (SELECT text_digest FROM pages WHERE id = 'x')")]
    [InlineData("SELECT page_id FROM parts WHERE url = 'x'")]
    [InlineData("DELETE FROM fields WHERE page_id = 'x'")]
    [InlineData("SELECT id FROM pages WHERE revision > 5")]
    public void A_statement_of_every_page_uses_an_index(string sql)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForWriting(_catalogue.Path);

        List<string> plan = connection.Command("EXPLAIN QUERY PLAN " + sql).Read(row => row.GetString(3));

        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal));
    }
}
