using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Structure;

/// <summary>Gives each level-1 heading its role, from its words and from the headings before it.</summary>
internal sealed class RoleClassifier
{
    private const string Action = "成效-动作";

    private static readonly (string Role, string[] Words)[] Lists =
        [.. DataFile.Rows("roles.tsv")
            .Select(row => (row[0], row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private readonly int? reportYear;
    private bool pastResults;

    /// <param name="reportYear">The year reported on; a heading about a later year plans.</param>
    public RoleClassifier(int? reportYear) => this.reportYear = reportYear;

    /// <summary>The role of the next level-1 heading. Headings are to be given in the order of the text.</summary>
    public BlockRole Next(string heading)
    {
        BlockRole role = Classify(heading);
        pastResults |= role is BlockRole.Problems or BlockRole.Plan;
        return role;
    }

    private BlockRole Classify(string heading)
    {
        if (Position(heading, Labels.Of(BlockRole.Other)) >= 0)
            return BlockRole.Other;
        if (Position(heading, Labels.Of(BlockRole.FirstResponsible)) >= 0)
            return BlockRole.FirstResponsible;

        (BlockRole Role, int At)[] found =
        [
            .. new[] { BlockRole.Problems, BlockRole.Plan, BlockRole.Results }
                .Select(role => (role, Position(heading, Labels.Of(role))))
                .Where(hit => hit.Item2 >= 0),
        ];
        if (found.Length > 0)
            return PlansLaterYear(heading) && found.All(hit => hit.Role != BlockRole.Problems) ? BlockRole.Plan
                : found.MinBy(hit => hit.At).Role;
        if (PlansLaterYear(heading))
            return BlockRole.Plan;
        return !pastResults && StartsWithAction(heading) ? BlockRole.Results : BlockRole.Other;
    }

    private bool PlansLaterYear(string heading) => reportYear is { } year
        && heading.Contains($"{year + 1}年", StringComparison.Ordinal);

    private static bool StartsWithAction(string heading)
    {
        int mark = heading.IndexOfAny(['、', '．']);
        string rest = heading[(mark + 1)..].TrimStart();
        return Words(Action).Any(word => rest.StartsWith(word, StringComparison.Ordinal));
    }

    private static int Position(string heading, string role)
    {
        int first = -1;
        foreach (string word in Words(role))
            if (heading.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && (first < 0 || at < first))
                first = at;
        return first;
    }

    private static string[] Words(string role) => Lists.First(list => list.Role == role).Words;
}
