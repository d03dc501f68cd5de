namespace SearchEngine.Web.Features.Read;

/// <summary>The bar that leads from hit to hit.</summary>
/// <param name="Query">The query.</param>
/// <param name="Current">Number of the hit the reader is at, from 1; 0 when there is none.</param>
/// <param name="Total">Literal hits.</param>
/// <param name="Elliptical">Elliptical hits, counted apart.</param>
/// <param name="PreviousUrl">Null at the first.</param>
/// <param name="NextUrl">Null at the last.</param>
/// <param name="Strip">Blocks of the text by length.</param>
/// <param name="Ticks">Where the hits stand.</param>
public sealed record HitBar(
    string Query,
    int Current,
    int Total,
    int Elliptical,
    string? PreviousUrl,
    string? NextUrl,
    IReadOnlyList<(string RoleClass, string Left, string Width)> Strip,
    IReadOnlyList<(int Number, string Url, string Left)> Ticks);
