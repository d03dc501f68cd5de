using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>The runs of a snapshot that fit the globs of a plan, the same for every segment.</summary>
internal sealed class RunExpansions
{
    private readonly Dictionary<PatternElement, IReadOnlyList<string>> _runs = [];

    private RunExpansions()
    {
    }

    /// <summary>True when a glob fits more runs than <see cref="IndexLimits.WildcardTerms"/>; only the first ones are
    /// looked for.</summary>
    public bool IsCut { get; private set; }

    public static RunExpansions Of(QueryPlan plan, IReadOnlyList<SnapshotSegment> segments)
    {
        RunExpansions expansions = new();
        IEnumerable<Pattern> patterns = plan.Leaves.SelectMany(leaf => leaf switch
        {
            PatternLeaf one => [one.Pattern],
            NearLeaf near => near.Left.Concat(near.Right),
            _ => Enumerable.Empty<Pattern>(),
        });
        foreach (PatternElement element in patterns.SelectMany(pattern => pattern.Elements))
        {
            if (element.Kind == ElementKind.RunGlob && !expansions._runs.ContainsKey(element))
                expansions._runs.Add(element, expansions.Expand(element, segments));
        }

        return expansions;
    }

    /// <summary>The runs that an element stands for, ascending.</summary>
    public IReadOnlyList<string> this[PatternElement element] =>
        element.Kind == ElementKind.Run ? [element.Text] : _runs[element];

    private string[] Expand(PatternElement element, IReadOnlyList<SnapshotSegment> segments)
    {
        string prefix = Glob.PrefixOf(element.Text);
        SortedSet<string> runs = new(StringComparer.Ordinal);
        foreach (SnapshotSegment segment in segments)
        {
            RunCursor cursor = segment.Reader.Runs();
            for (bool found = cursor.Seek(prefix); found; found = cursor.MoveNext())
            {
                if (!cursor.Text.StartsWith(prefix, StringComparison.Ordinal))
                    break;
                bool isDigits = cursor.Text.Length > 0 && char.IsAsciiDigit(cursor.Text[0]);
                if (isDigits != (element.RunKind == UnitKind.Digits) || !Glob.Matches(element.Text, cursor.Text))
                    continue;
                runs.Add(cursor.Text.ToString());
                if (runs.Count <= IndexLimits.WildcardTerms)
                    continue;
                IsCut = true;
                runs.Remove(runs.Max!);
            }
        }

        return [.. runs];
    }
}
