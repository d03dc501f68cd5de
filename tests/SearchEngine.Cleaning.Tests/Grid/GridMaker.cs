namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>Puts pages together: every frame with every article, the other parts drawn by a seed.</summary>
internal static class GridMaker
{
    private static readonly string[] Menu = ["互动交流", "数据发布", "您当前所在位置", "云溪县举办乡村歌手大赛决赛", "承办单位：云溪县大数据中心", "网站标识码"];

    public static IEnumerable<GridPage> Make(int rounds, int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < rounds; round++)
            foreach ((string frame, string html) in GridFrames.All)
                foreach (GridArticle article in GridArticles.All)
                    yield return Page(frame, html, article, random);
    }

    private static GridPage Page(string frame, string html, GridArticle article, Random random)
    {
        var byline = Any(GridParts.Bylines, random);
        var card = Any(GridParts.Cards, random);
        var meta = Any(GridParts.Metas, random);
        var end = Any(GridParts.Ends, random);
        var body = Any(GridParts.Bodies, random);
        string document = Any(GridParts.DocumentTitles, random);
        bool metas = html.Contains("{m}", StringComparison.Ordinal);
        string under = article.Number is { } number && random.Next(2) == 0 ? $"<p align=center>{number}</p>" : "";
        string page = html.Replace("{m}", meta.Html, StringComparison.Ordinal)
            .Replace("{d}", document, StringComparison.Ordinal)
            .Replace("{b}", byline.Html, StringComparison.Ordinal)
            .Replace("{c}", card.Html.Replace("{n}", article.Number, StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{n}", under, StringComparison.Ordinal).Replace("{t}", article.Title, StringComparison.Ordinal)
            .Replace("{x}", body.Make(article), StringComparison.Ordinal)
            .Replace("{e}", end.Html, StringComparison.Ordinal);
        return new GridPage(
            $"{frame} / {article.Title} / {byline.Name} / {card.Name} / {meta.Name} / {body.Name} / {end.Name} / {document}", page, article)
        {
            Date = byline.Date || (metas && meta.Date) ? GridParts.Day : null,
            Source = byline.Source || (metas && meta.Source) ? GridParts.Source : null,
            Number = under.Length > 0 || card.Html.Length > 0 ? article.Number : null,
            Index = card.Html.Length > 0 ? GridParts.Index : null,
            Furniture = [.. Menu, .. end.Lines],
        };
    }

    private static T Any<T>(T[] parts, Random random) => parts[random.Next(parts.Length)];
}
