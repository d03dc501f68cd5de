using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// In how many live documents of a segment each term of a leaf stands. A literal phrase is scored by the terms that it
/// is made of (two neighbouring characters, a run), as Lucene scores its phrases: the number of documents of the phrase
/// itself is not known where only those are looked at that other conditions leave. Any other leaf is one term.
/// </summary>
internal sealed class TermFrequencies
{
    private readonly long[] _documents;

    private TermFrequencies(long[] documents) => _documents = documents;

    /// <summary>Documents of each term; the same terms in the same order in every segment.</summary>
    public IReadOnlyList<long> Documents => _documents;

    /// <summary>True for a leaf that is scored by its terms.</summary>
    public static bool IsTermwise(Leaf leaf, bool wide) => !wide && leaf is PatternLeaf { Pattern: { IsLiteral: true } pattern }
        && pattern.Elements.All(element => element.Kind != ElementKind.RunGlob);

    public static TermFrequencies Of(
        Leaf leaf, bool wide, SnapshotSegment segment, PhraseEvaluator phrases, LeafMatches matches)
    {
        if (!IsTermwise(leaf, wide))
            return new TermFrequencies([CountLive(matches.Stretches, segment)]);
        Pattern pattern = ((PatternLeaf)leaf).Pattern;
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        ReadOnlySpan<TermEntry> pairs = elements.Count > 1 ? phrases.TermsOf(pattern).Pairs : [];
        Span<long> documents = stackalloc long[elements.Count];
        int terms = 0;
        for (int i = 0; i < elements.Count; i++)
        {
            if (elements[i].Kind == ElementKind.Run)
                documents[terms++] = OfEntry(phrases.RunEntry(elements[i].Text), segment);
            else if (IsCharacter(elements, i) && IsCharacter(elements, i + 1))
                documents[terms++] = OfEntry(pairs[i], segment);
            else if (IsCharacter(elements, i) && !IsCharacter(elements, i - 1))
                documents[terms++] = OfCharacter(elements[i].CodePoint, segment, phrases);
        }

        return new TermFrequencies([.. documents[..terms]]);
    }

    private static bool IsCharacter(IReadOnlyList<PatternElement> elements, int i) =>
        i >= 0 && i < elements.Count && elements[i].Kind == ElementKind.Character;

    private static long OfCharacter(int codePoint, SnapshotSegment segment, PhraseEvaluator phrases)
    {
        if (phrases.CharacterEntry(codePoint) is { } entry)
            return OfEntry(entry, segment);
        return CountPositions(phrases.Union(phrases.PairsFrom(codePoint)), segment);
    }

    private static long OfEntry(TermEntry? found, SnapshotSegment segment)
    {
        if (found is not { Count: > 0 } entry)
            return 0;
        if (segment.Live.Count == segment.Live.Documents)
            return entry.Documents;
        if (entry.PlacesLength == 0)
        {
            int[] positions = new int[entry.Count];
            segment.Reader.Postings(entry).Decode(positions);
            return CountPositions(positions, segment);
        }

        PlaceList list = segment.Reader.PlacesOf(entry);
        int[] stretches = new int[list.Length];
        list.Decode(stretches, new int[list.Length]);
        return CountLive(stretches, segment);
    }

    private static long CountPositions(ReadOnlySpan<int> positions, SnapshotSegment segment)
    {
        PlaceTable places = segment.Reader.Places;
        Span<int> stretches = positions.Length <= 256 ? stackalloc int[positions.Length] : new int[positions.Length];
        for (int i = 0; i < positions.Length; i++)
            stretches[i] = places.Find(positions[i]);
        return CountLive(stretches, segment);
    }

    /// <summary>Distinct live documents of ascending stretches.</summary>
    private static long CountLive(ReadOnlySpan<int> stretches, SnapshotSegment segment)
    {
        if (stretches.IsEmpty)
            return 0;
        ReadOnlySpan<int> ofStretch = segment.Reader.Places.Documents;
        int last = -1;
        long documents = 0;
        foreach (int stretch in stretches)
        {
            int document = ofStretch[stretch];
            documents += document != last && segment.Live[document] ? 1 : 0;
            last = document;
        }

        return documents;
    }
}
