using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Structure;

/// <summary>Builds the blocks of a body from its lines.</summary>
internal static class BlockBuilder
{
    /// <summary>The blocks in order. Lines before the first heading are a block of level 0.</summary>
    /// <param name="lines">The body's lines.</param>
    /// <param name="reportYear">The year reported on, for the roles; null when unknown.</param>
    public static IReadOnlyList<Block> Build(IReadOnlyList<string> lines, int? reportYear)
    {
        RoleClassifier roles = new(reportYear);
        List<Block> blocks = [];
        BlockRole role = BlockRole.Other;
        Heading? open = null;
        List<string> paragraphs = [];
        foreach (string line in lines)
        {
            if (Heading.Of(line) is not { } heading)
            {
                paragraphs.Add(line);
                continue;
            }

            Close();
            open = heading;
            if (heading.Level == 1)
                role = roles.Next(heading.Text);
            if (!heading.StandsAlone)
                paragraphs.Add(line);
        }

        Close();
        return blocks;

        void Close()
        {
            if (open is not null || paragraphs.Count > 0)
                blocks.Add(new Block(role, open?.Text, open?.Level ?? 0, open?.StandsAlone ?? false, paragraphs));
            paragraphs = [];
        }
    }
}
