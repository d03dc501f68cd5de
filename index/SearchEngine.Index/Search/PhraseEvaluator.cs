using System.Buffers;
using System.Runtime.InteropServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// Start positions of literal patterns in one segment. What it returns lies in borrowed memory and is valid until it is
/// disposed of.
/// </summary>
internal sealed class PhraseEvaluator(SegmentReader segment, RunExpansions runs, BudgetMeter budget) : IDisposable
{
    /// <summary>Looking one candidate up in a list costs at most as much as reading so many of its positions.</summary>
    private const int CostOfCandidate = 48;

    private readonly List<int[]> _borrowed = [];
    private Dictionary<Pattern, PhraseTerms>? _terms;

    /// <summary>Only positions from the first to below the second are looked for; null for all.</summary>
    public (uint Low, uint High)? Range { get; init; }

    /// <summary>
    /// Ascending, distinct start positions, deleted documents included. Empty when the budget is spent: the caller
    /// drops the segment then. With a window, those outside it may be missing.
    /// </summary>
    public Span<int> Evaluate(Pattern pattern, bool wide, DocumentWindow? window = null)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        if (elements.Count == 0)
            return [];
        if (elements.Count == 1)
            return IsRun(elements[0]) ? RunPositions(elements[0]) : Union(PairsFrom(elements[0].CodePoint));
        return wide ? new WidePhrase(this, elements).Evaluate() : EvaluatePlain(pattern, window);
    }

    public void Dispose()
    {
        foreach (int[] array in _borrowed)
            ArrayPool<int>.Shared.Return(array);
        _borrowed.Clear();
    }

    public static bool IsRun(PatternElement element) => element.Kind is ElementKind.Run or ElementKind.RunGlob;

    public static int SymbolOf(PatternElement element) => element.Kind switch
    {
        ElementKind.Boundary => PairKey.Cut,
        ElementKind.Character => element.CodePoint,
        _ => PairKey.Run,
    };

    /// <summary>Terms that were looked up already, and the segment's number there; null for none.</summary>
    public (PlanTerms Terms, int Segment)? Known { get; init; }

    /// <summary>The terms of a pattern of two elements or more.</summary>
    public PhraseTerms TermsOf(Pattern pattern)
    {
        if (Known is { } known && known.Terms.Find(pattern, known.Segment) is { } found)
            return found;
        _terms ??= new Dictionary<Pattern, PhraseTerms>(ReferenceEqualityComparer.Instance);
        if (!_terms.TryGetValue(pattern, out PhraseTerms? terms))
            _terms.Add(pattern, terms = PhraseTerms.Of(segment, pattern.Elements));
        return terms;
    }

    /// <summary>The entry of a run that is given as it is; null when the segment has none.</summary>
    public TermEntry? RunEntry(string text)
    {
        RunCursor cursor = segment.Runs();
        return cursor.Seek(text) && cursor.Text.SequenceEqual(text) ? cursor.Entry : null;
    }

    /// <summary>The entry of a character alone; null when it is too rare to have one, or missing.</summary>
    public TermEntry? CharacterEntry(int codePoint)
    {
        PairCursor cursor = segment.Pairs();
        return cursor.Find(PairKey.Of(codePoint, PairKey.Any)) ? cursor.Entry : null;
    }

    /// <summary>Positions of the runs that an element stands for, ascending.</summary>
    public int[] RunPositions(PatternElement element)
    {
        List<TermEntry> entries = [];
        foreach (string text in runs[element])
        {
            if (RunEntry(text) is { } entry)
                entries.Add(entry);
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

    /// <summary>An array of at least a length, valid until the evaluator is disposed of.</summary>
    public int[] Borrow(int length)
    {
        int[] array = ArrayPool<int>.Shared.Rent(length);
        _borrowed.Add(array);
        return array;
    }

    /// <summary>All positions of a term, in an array of its own; none when the budget is spent.</summary>
    public int[] Decode(in TermEntry entry)
    {
        if (!budget.Spend(entry.Count))
            return [];
        // The list is bounded by its file, so it comes before the memory for it.
        PostingsList list = segment.Postings(entry);
        if (Range is { } range)
            return list.DecodeWithin(range.Low, range.High);
        int[] positions = GC.AllocateUninitializedArray<int>(entry.Count);
        list.Decode(positions);
        return positions;
    }

    /// <summary>
    /// Leaves those ascending candidates at the front for which candidate + shift is a term's position, reading only
    /// the blocks that may hold one; returns their number, 0 when the budget is spent.
    /// </summary>
    public int Intersect(in TermEntry entry, Span<int> candidates, int shift) =>
        !candidates.IsEmpty && budget.Spend(Math.Min(entry.Count, (long)candidates.Length * PackedBlock.Size))
            ? segment.Postings(entry).Intersect(candidates, shift)
            : 0;

    /// <summary>The pairs that begin with a character, each of its positions being in one of them.</summary>
    public List<TermEntry> PairsFrom(int codePoint)
    {
        List<TermEntry> entries = [];
        PairCursor cursor = segment.Pairs();
        for (bool found = cursor.Seek(PairKey.Of(codePoint, 0)); found; found = cursor.MoveNext())
        {
            if (PairKey.First(cursor.Key) != codePoint)
                break;
            if (PairKey.Distance(cursor.Key) == 0 && !PairKey.IsCharacter(cursor.Key))
                entries.Add(cursor.Entry);
        }

        return entries;
    }

    /// <summary>Positions of several terms that share none, ascending; none when the budget is spent.</summary>
    public int[] Union(List<TermEntry> entries)
    {
        long total = entries.Sum(entry => (long)entry.Count);
        if (entries.Count == 1)
            return Decode(entries[0]);
        if (Range is not null)
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

    private Span<int> EvaluatePlain(Pattern pattern, DocumentWindow? window)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        PhraseTerms terms = TermsOf(pattern);
        if (terms.Rarest == 0)
            return [];
        // A word of two characters is one list.
        if (terms.Pairs.Length == 1 && !IsRun(elements[0]) && !IsRun(elements[1]))
            return Candidates(new PhraseSource(0, terms.Pairs[0], null), window);
        List<PhraseSource> sources = SourcesOf(elements, terms);
        for (int i = 0; i < elements.Count; i++)
        {
            if (!IsRun(elements[i]))
                continue;
            if (elements[i].Kind == ElementKind.Run)
            {
                // One term: it is read where candidates are left, as a pair is.
                if (RunEntry(elements[i].Text) is not { } entry)
                    return [];
                sources.Add(new PhraseSource(i, entry, null));
                continue;
            }

            int[] positions = RunPositions(elements[i]);
            if (positions.Length == 0)
                return [];
            sources.Add(new PhraseSource(i, default, positions));
        }

        sources.Sort(static (left, right) => left.Count.CompareTo(right.Count));
        Span<int> candidates = Candidates(sources[0], window);
        foreach (PhraseSource source in CollectionsMarshal.AsSpan(sources)[1..])
        {
            candidates = candidates[..(source.Union is null
                ? Intersect(source.Entry, candidates, source.Shift)
                : Intersect(candidates, source.Union, source.Shift))];
        }

        return candidates;
    }

    /// <summary>The starts that the rarest source allows.</summary>
    private Span<int> Candidates(scoped in PhraseSource source, DocumentWindow? window)
    {
        Span<int> positions = source.Union ?? Decode(source.Entry, window);
        if (source.Shift > 0)
            positions = positions[..Shift(positions, source.Shift)];
        return window is null ? positions : positions[..window.Keep(positions)];
    }

    /// <summary>All positions of a term, or with a window those of the blocks that meet it, in borrowed memory; none when
    /// the budget is spent.</summary>
    public Span<int> Decode(in TermEntry entry, DocumentWindow? window)
    {
        if (Range is not null)
            return Decode(entry);
        if (!budget.Spend(entry.Count))
            return [];
        PostingsList list = segment.Postings(entry);
        int[] positions = Borrow(entry.Count);
        if (window is not null)
            return positions.AsSpan(0, list.DecodeWhere(window.Positions, positions));
        list.Decode(positions);
        return positions.AsSpan(0, entry.Count);
    }

    /// <summary>The pairs to read.</summary>
    private static List<PhraseSource> SourcesOf(IReadOnlyList<PatternElement> elements, PhraseTerms terms)
    {
        int pairs = elements.Count - 1;
        Span<bool> needed = stackalloc bool[pairs + 1];
        Span<bool> forced = stackalloc bool[pairs];
        Span<int> costs = stackalloc int[pairs];
        Span<bool> chosen = stackalloc bool[pairs];
        for (int i = 0; i <= pairs; i++)
        {
            needed[i] = !IsRun(elements[i]);
            if (i == pairs)
                break;
            // Two runs stand side by side by their own positions, and their pair may not prove more.
            costs[i] = (int)Math.Min(terms.Pairs[i].Count, terms.Rarest * (long)CostOfCandidate);
            // A boundary that goes on must be inside its paragraph, and only the pair that it begins says so.
            forced[i] = elements[i].Kind == ElementKind.Boundary;
        }

        PairCover.Choose(costs, needed, forced, chosen);
        AddRarest(terms, chosen);
        List<PhraseSource> sources = [];
        for (int i = 0; i < pairs; i++)
        {
            if (chosen[i])
                sources.Add(new PhraseSource(i, terms.Pairs[i], null));
        }

        return sources;
    }

    /// <summary>Where every chosen pair is frequent, a rare one in between leaves little of them to be read.</summary>
    private static void AddRarest(PhraseTerms terms, Span<bool> chosen)
    {
        int least = int.MaxValue;
        int rarest = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            least = chosen[i] ? Math.Min(least, terms.Pairs[i].Count) : least;
            rarest = terms.Pairs[i].Count < terms.Pairs[rarest].Count ? i : rarest;
        }

        if (terms.Rarest < least / 2)
            chosen[rarest] = true;
    }

    /// <summary>Moves positions of a term to the phrase's start; those before the segment's start fall away. Returns how
    /// many are left.</summary>
    public static int Shift(Span<int> positions, int shift)
    {
        int before = 0;
        while (before < positions.Length && positions[before] < shift)
            before++;
        for (int i = before; i < positions.Length; i++)
            positions[i - before] = positions[i] - shift;
        return positions.Length - before;
    }

    /// <summary>Leaves those ascending candidates at the front for which candidate + shift is among ascending positions;
    /// returns their number.</summary>
    public static int Intersect(Span<int> candidates, ReadOnlySpan<int> positions, int shift)
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
