namespace SearchEngine.Web.Tests;

/// <summary>An address of every kind that the server answers.</summary>
internal static class Pages
{
    public const string Query = "%E5%BA%9C%E9%99%A2%E8%81%94%E5%8A%A8";

    /// <summary>Pages of our own making.</summary>
    public static readonly string[] Html =
    [
        "/",
        "/search",
        $"/search?q={Query}",
        $"/search?q={Query}&region=370000&year=2020..2024&exclude=region:410000&wide=1&sort=year&explain=1",
        "/r/a1",
        $"/r/a1?q={Query}&hit=2",
        "/r/a1/evidence",
        "/r/a1/captures",
        "/r/a1/captures/1",
        "/r/a1/captures/2",
        "/help/syntax",
        "/help/api",
    ];

    public static readonly (string Path, int Status)[] Errors =
    [
        ("/nowhere", 404), (
            "/r/zz", 404), ("/r/999999-2024", 404), ("/r/a1/captures/0", 404), ("/r/a1/captures/3", 404),
        ("/r/a1/captures/x", 404), ("/r/a1/captures/2/file", 404), ("/errors", 404), ("/assets/none.css", 404),
        ("/search?sort=zz", 400), (
            "/search?year=20x", 400), ("/search?exclude=nothing", 400), ("/search?block=%E9%94%99", 400),
        ("/search?from=-1", 400), ("/search?page=100000", 400), ("/search?limit=51", 400), ("/search?mode=x", 400),
        ("/r/zz/evidence", 404), ("/r/zz/captures", 404), ("/r/zz/cite/ris", 404), ("/r/a1/cite/word", 404), ("/search?region=999999", 400),
        ("/search?region=%E5%B1%B1%E4%B8%9C%E7%9C%81", 400),
        ("/r/a1?year=9", 400), ("/api/nowhere", 404), ("/api/reports/zz", 404), ("/api/search?year=x", 400),
    ];

    public static readonly string[] Others =
        ["/api/search?q=x", "/api/reports/a1", "/r/a1/cite/ris", "/r/a1/cite/bibtex", "/r/a1/cite/csl-json", "/openapi/v1.json", "/healthz", "/assets/site.css", "/assets/site.js", "/robots.txt", "/s?q=x", "/r/370103-2020"];

    public static readonly string[] All = [.. Html, .. Errors.Select(error => error.Path), .. Others];
}
