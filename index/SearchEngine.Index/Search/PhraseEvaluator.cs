using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Start positions of literal patterns in one segment.</summary>
internal sealed class PhraseEvaluator(SegmentReader segment, RunExpansions runs, BudgetMeter budget)
{
    /// <summary>Only positions from the first to below the second are looked for; null for all.</summary>
    public (uint Low, uint High)? Window { get; init; }

    /// <summary>
    /// Ascending, distinct start positions, deleted documents included. Empty when the budget is spent: the caller
    /// drops
    /// the segment then.
    /// </summary>
    public Span<int> Evaluate(Pattern pattern, bool wide)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        if (elements.Count == 0)
            return [];
        if (elements.Count == 1)
            return IsRun(elements[0]) ? RunPositions(elements[0]) : CharacterPositions(elements[0].CodePoint);
        return wide ? new WidePhrase(this, elements).Evaluate() : EvaluatePlain(elements);
    }

    public static bool IsRun(PatternElement element) => element.Kind is ElementKind.Run or ElementKind.RunGlob;

    public static int SymbolOf(PatternElement element) => element.Kind switch
    {
        ElementKind.Boundary => PairKey.Cut,
        ElementKind.Character => element.CodePoint,
        _ => PairKey.Run,
    };

    /// <summary>Positions of the runs that an element stands for, ascending.</summary>
    public int[] RunPositions(PatternElement element)
    {
        List<TermEntry> entries = [];
        RunCursor cursor = segment.Runs();
        foreach (string text in runs[element])
        {
            if (cursor.Seek(text) && cursor.Text == text)
                entries.Add(cursor.Entry);
        }

        return Union(entries);
    }

    /// <summary>The pair of two symbols at every distance of the wide mode.</summary>
    public IEnumerable<(TermEntry Entry, int Distance)> PairAtEveryDistance(int first, int second)
    {
        PairCursor cursor = segment.Pairs();
        ulong wanted = PairKey.Of(first, second);
        for (bool found = cursor.Seek(wanted); found; found = cursor.MoveNext())
        {
            if (PairKey.First(cursor.Key) != first || PairKey.Second(cursor.Key) != second)
                yield break;
            yield return (cursor.Entry, PairKey.Distance(cursor.Key));
        }
    }

    /// <summary>All positions of a term; none when the budget is spent.</summary>
    public int[] Decode(in TermEntry entry)
    {
        if (!budget.Spend(entry.Count))
            return [];
        // The list is bounded by its file, so it comes before the memory for it.
        PostingsList list = segment.Postings(entry);
        if (Window is { } window)
            return list.DecodeWithin(window.Low, window.High);
        int[] positions = GC.AllocateUninitializedArray<int>(entry.Count);
        list.Decode(positions);
        return positions;
    }

    /// <summary>A character alone: every pair that begins with it, each of its positions being in one of
    /// them.</summary>
    private int[] CharacterPositions(int codePoint)
    {
        return Union(PairsFrom(codePoint));
    }

    /// <summary>
    /// Occurrences of a character alone in each stretch of <see cref="PlaceTable"/>: counted list by list, because
    /// putting a great many lists in one order costs ten times as much. All zeros when the budget is spent.
    /// </summary>
    public int[] CountCharacter(int codePoint)
    {
        List<TermEntry> entries = PairsFrom(codePoint);
        PlaceTable places = segment.Places;
        int[] counts = new int[places.Count];
        if (!budget.Spend(entries.Sum(entry => (long)entry.Count)))
            return counts;
        int[] positions = [];
        foreach (TermEntry entry in entries)
        {
            PostingsList list = segment.Postings(entry);
            if (positions.Length < entry.Count)
                positions = GC.AllocateUninitializedArray<int>(entry.Count);
            list.Decode(positions);
            int stretch = 0;
            foreach (int position in positions.AsSpan(0, entry.Count))
            {
                stretch = places.Find(position, stretch);
                counts[stretch]++;
            }
        }

        return counts;
    }

    private List<TermEntry> PairsFrom(int codePoint)
    {
        List<TermEntry> entries = [];
        PairCursor cursor = segment.Pairs();
        for (bool found = cursor.Seek(PairKey.Of(codePoint, 0)); found; found = cursor.MoveNext())
        {
            if (PairKey.First(cursor.Key) != codePoint)
                break;
            if (PairKey.Distance(cursor.Key) == 0)
                entries.Add(cursor.Entry);
        }

        return entries;
    }

    private int[] Union(List<TermEntry> entries)
    {
        long total = entries.Sum(entry => (long)entry.Count);
        if (entries.Count == 1)
            return Decode(entries[0]);
        if (Window is not null)
            return [.. entries.SelectMany(entry => Decode(entry)).Order()];
        if (!budget.Spend(total))
            return [];
        foreach (TermEntry entry in entries)
            _ = segment.Postings(entry);
        int[] positions = new int[total];
        int at = 0;
        foreach (TermEntry entry in entries)
        {
            segment.Postings(entry).Decode(positions.AsSpan(at));
            at += entry.Count;
        }

        Array.Sort(positions);
        return positions;
    }

    private Span<int> EvaluatePlain(IReadOnlyList<PatternElement> elements)
    {
        List<PhraseSource> sources = [];
        if (!AddPairs(elements, sources))
            return [];
        for (int i = 0; i < elements.Count; i++)
        {
            if (!IsRun(elements[i]))
                continue;
            int[] positions = RunPositions(elements[i]);
            if (positions.Length == 0)
                return [];
            sources.Add(new PhraseSource(i, default, positions));
        }

        sources.Sort(static (left, right) => left.Count.CompareTo(right.Count));
        int[] candidates = sources[0].Union ?? Decode(sources[0].Entry);
        int kept = Shift(candidates, sources[0].Shift);
        foreach (PhraseSource source in sources.Skip(1))
        {
            // A list is read only where candidates are left, at most a block for each.
            if (kept == 0 || !budget.Spend(Math.Min(source.Count, (long)kept * BitPacking.BlockSize)))
                return [];
            Span<int> left = candidates.AsSpan(0, kept);
            kept = source.Union is null
                ? segment.Postings(source.Entry).Intersect(left, source.Shift)
                : Intersect(left, source.Union, source.Shift);
        }

        return candidates.AsSpan(0, kept);
    }

    /// <summary>Adds the pairs to read; false when the phrase cannot occur.</summary>
    private bool AddPairs(IReadOnlyList<PatternElement> elements, List<PhraseSource> sources)
    {
        int pairs = elements.Count - 1;
        TermEntry[] entries = new TermEntry[pairs];
        bool[] needed = new bool[pairs + 1];
        bool[] forced = new bool[pairs];
        int[] costs = new int[pairs];
        PairCursor cursor = segment.Pairs();
        for (int i = 0; i <= pairs; i++)
        {
            needed[i] = !IsRun(elements[i]);
            if (i == pairs)
                break;
            // Two runs stand side by side by their own positions, and their pair may not prove more.
            ulong key = PairKey.Of(SymbolOf(elements[i]), SymbolOf(elements[i + 1]));
            if (!cursor.Seek(key) || cursor.Key != key)
                return false;
            entries[i] = cursor.Entry;
            costs[i] = cursor.Entry.Count;
            // A boundary that goes on must be inside its paragraph, and only the pair that it begins says so.
            forced[i] = elements[i].Kind == ElementKind.Boundary;
        }

        bool[] chosen = PairCover.Choose(costs, needed, forced);
        for (int i = 0; i < pairs; i++)
        {
            if (chosen[i])
                sources.Add(new PhraseSource(i, entries[i], null));
        }

        return true;
    }

    /// <summary>Moves positions of a term to the phrase's start; those before the segment's start fall away.</summary>
    private static int Shift(int[] positions, int shift)
    {
        int kept = 0;
        foreach (int position in positions)
        {
            if (position >= shift)
                positions[kept++] = position - shift;
        }

        return kept;
    }

    private static int Intersect(Span<int> candidates, int[] positions, int shift)
    {
        int kept = 0;
        int at = 0;
        foreach (int candidate in candidates)
        {
            while (at < positions.Length && positions[at] < candidate + shift)
                at++;
            if (at < positions.Length && positions[at] == candidate + shift)
                candidates[kept++] = candidate;
        }

        return kept;
    }
}
