using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Check;

/// <summary>Reads everything in a segment and sees that it fits together. Throws <see
/// cref="CorruptIndexException"/>.</summary>
internal static class SegmentAudit
{
    public static void Run(SegmentReader segment, IndexSchema schema)
    {
        RequireAscending(segment, segment.FirstPositions, segment.Positions, strictly: true);
        RequireAscending(segment, segment.FirstParagraphs, segment.Paragraphs, strictly: false);
        // Reading the places reads all paragraphs, and refuses those that do not lie one behind the other.
        _ = segment.Places;
        CheckIds(segment);
        CheckDocuments(segment, schema);
        BlockDensities densities = new(segment.Places, segment.Lengths);
        CheckPairs(segment, densities);
        CheckRuns(segment, densities);
    }

    private static void CheckIds(SegmentReader segment)
    {
        for (int place = 0; place < segment.Documents; place++)
        {
            int document = segment.ByIdOrder(place);
            if (place > 0 && string.CompareOrdinal(segment.Id(segment.ByIdOrder(place - 1)), segment.Id(document)) > 0)
                throw Damage(segment, "ids in order");
        }
    }

    private static void CheckDocuments(SegmentReader segment, IndexSchema schema)
    {
        for (int document = 0; document < segment.Documents; document++)
        {
            uint roles = 0;
            foreach (Paragraph paragraph in segment.ParagraphsOf(document))
            {
                if (paragraph.Zone == Zone.Body && paragraph.Role >= schema.Roles)
                    throw Damage(segment, $"roles below {schema.Roles}");
                roles |= paragraph.Zone == Zone.Body ? 1u << paragraph.Role : 0;
            }

            if (roles != segment.RoleMasks[document])
                throw Damage(segment, "a set of roles as the paragraphs have them");
            _ = segment.Stored(document);
            for (int field = 0; field < schema.Fields.Count; field++)
            {
                if (schema.Fields[field].Kind == FieldKind.Number)
                    _ = segment.TryNumber(field, document, out _);
                else
                    _ = segment.Strings(field, document);
            }
        }
    }

    private static void CheckPairs(SegmentReader segment, BlockDensities densities)
    {
        int[] buffer = [];
        PairCursor pairs = segment.Pairs();
        for (ulong? before = null; pairs.MoveNext(); before = pairs.Key)
        {
            if (pairs.Key <= before)
                throw Damage(segment, "pairs in order");
            if (!PairKey.IsCharacter(pairs.Key))
                Decode(segment, pairs.Entry, ref buffer);
            DecodePlaces(segment, pairs.Entry, densities, ref buffer);
        }
    }

    private static void CheckRuns(SegmentReader segment, BlockDensities densities)
    {
        int[] buffer = [];
        RunCursor runs = segment.Runs();
        for (string? before = null; runs.MoveNext(); before = runs.Text.ToString())
        {
            if (before is not null && PostingsWriter.CompareRuns(before, runs.Text) >= 0)
                throw Damage(segment, "runs in order");
            Decode(segment, runs.Entry, ref buffer);
            DecodePlaces(segment, runs.Entry, densities, ref buffer);
        }
    }

    /// <summary>The places of a term hold all of its occurrences, and its densities are theirs.</summary>
    private static void DecodePlaces(SegmentReader segment, in TermEntry entry, BlockDensities densities, ref int[] buffer)
    {
        if (entry.PlacesLength == 0)
            return;
        PlaceList list = segment.PlacesOf(entry);
        if (buffer.Length < 2 * list.Length)
            buffer = new int[2 * list.Length];
        Span<int> stretches = buffer.AsSpan(0, list.Length);
        Span<int> counts = buffer.AsSpan(list.Length, list.Length);
        list.Decode(stretches, counts);
        long occurrences = 0;
        foreach (int count in counts)
            occurrences += count;
        if (occurrences != entry.Count || DocumentsOf(segment, stretches) != entry.Documents)
            throw Damage(segment, "places that hold every occurrence");
        ReadOnlySpan<byte> codes = densities.Of(stretches, counts);
        for (int measure = 0; measure < DensityMeasure.All.Length; measure++)
        {
            if (!list.Densities(measure).SequenceEqual(codes.Slice(measure * list.Blocks, list.Blocks)))
                throw Damage(segment, "the greatest densities of the blocks");
        }
    }

    /// <summary>Decoding itself refuses positions that do not ascend or lie outside.</summary>
    private static void Decode(SegmentReader segment, in TermEntry entry, ref int[] buffer)
    {
        PostingsList list = segment.Postings(entry);
        if (buffer.Length < entry.Count)
            buffer = new int[entry.Count];
        list.Decode(buffer);
    }

    private static int DocumentsOf(SegmentReader segment, ReadOnlySpan<int> stretches)
    {
        ReadOnlySpan<int> ofStretch = segment.Places.Documents;
        int documents = 0;
        for (int i = 0; i < stretches.Length; i++)
            documents += i == 0 || ofStretch[stretches[i]] != ofStretch[stretches[i - 1]] ? 1 : 0;
        return documents;
    }

    private static void RequireAscending(SegmentReader segment, ReadOnlySpan<uint> values, int last, bool strictly)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1] || (strictly && values[i] == values[i - 1]))
                throw Damage(segment, "ascending values");
        }

        if (values[^1] != (uint)last)
            throw Damage(segment, $"a last value of {last}");
    }

    private static CorruptIndexException Damage(SegmentReader segment, string expected) =>
        new(segment.Entry.Files[2].Name, -1, expected, "others");
}
