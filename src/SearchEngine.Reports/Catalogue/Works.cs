using Microsoft.Data.Sqlite;

namespace SearchEngine.Reports.Catalogue;

/// <summary>Keeps the pages' works right: which pages are copies of one report, and which of them speaks for it.</summary>
internal sealed class Works(SqliteConnection connection)
{
    private const string Columns =
        "id, url, work, place, year, issuer, text_digest, fingerprint, body_length, first_capture, "
        + "kind = 'report' AND continues IS NULL AND text_digest IS NOT NULL";

    /// <summary>
    /// Groups a page anew after it changed, with the work it was in and the works it may belong to now. Pages whose work
    /// changes get the revision, so that the index hears of them.
    /// </summary>
    public void Regroup(string id, long revision)
    {
        List<WorkCopy> copies = Involved(id);
        if (copies is [{ } only] && only.Work == only.Id)
            return;
        foreach (List<WorkCopy> work in Groups(copies))
        {
            string primary = WorkCopy.Primary(work).Id;
            foreach (WorkCopy copy in work.Where(copy => copy.Work != primary))
                connection.Run("UPDATE pages SET work = $2, revision = $3 WHERE id = $1", copy.Id, primary, revision);
        }
    }

    private List<WorkCopy> Involved(string id)
    {
        var copies = new Dictionary<string, WorkCopy>(StringComparer.Ordinal);
        Add(copies, connection.Command(
            $"SELECT {Columns} FROM pages WHERE id = $1 OR work = $1 OR work = (SELECT work FROM pages WHERE id = $1)", id).Read(Read));
        if (!copies.TryGetValue(id, out WorkCopy? page) || !page.IsReport)
            return [.. copies.Values];
        List<WorkCopy> candidates = connection.Command(
            $"SELECT {Columns} FROM pages WHERE text_digest = $1 OR (place = $2 AND year = $3 AND fingerprint IS NOT NULL)",
            page.TextDigest, page.Place, page.Year).Read(Read);
        foreach (string work in candidates.Where(page.IsCopyOf).Select(copy => copy.Work).Distinct(StringComparer.Ordinal))
            Add(copies, connection.Command($"SELECT {Columns} FROM pages WHERE work = $1", work).Read(Read));
        return [.. copies.Values];
    }

    private static void Add(Dictionary<string, WorkCopy> copies, IEnumerable<WorkCopy> more)
    {
        foreach (WorkCopy copy in more)
            copies.TryAdd(copy.Id, copy);
    }

    // A copy of a copy belongs too: groups are what is reached step by step.
    private static IEnumerable<List<WorkCopy>> Groups(List<WorkCopy> copies)
    {
        List<WorkCopy> left = [.. copies];
        while (left.Count > 0)
        {
            List<WorkCopy> group = [left[0]];
            left.RemoveAt(0);
            for (int i = 0; i < group.Count; i++)
            {
                List<WorkCopy> reached = left.FindAll(copy => copy.IsCopyOf(group[i]));
                left.RemoveAll(reached.Contains);
                group.AddRange(reached);
            }

            yield return group;
        }
    }

    private static WorkCopy Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Url = row.Text(1),
        Work = row.GetString(2),
        Place = row.Text(3),
        Year = row.IsDBNull(4) ? null : row.GetInt32(4),
        Issuer = row.Text(5),
        TextDigest = row.Text(6),
        Fingerprint = row.IsDBNull(7) ? null : unchecked((ulong)row.GetInt64(7)),
        Length = row.IsDBNull(8) ? 0 : row.GetInt32(8),
        FirstCapture = row.GetInt64(9),
        IsReport = row.GetBoolean(10),
    };
}
