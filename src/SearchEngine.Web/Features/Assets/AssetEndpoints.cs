using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SearchEngine.Web.Features.Assets;

/// <summary>
/// The style sheet and the script, read from this assembly: no folder is served, so none can be walked out of.
/// </summary>
internal static class AssetEndpoints
{
    /// <summary>Every facet is a link to the next state: a robot would never come to the end of them.</summary>
    private const string Robots = "User-agent: *\nDisallow: /search\nDisallow: /api/\n";

    private static readonly Asset Style = Asset.Load("site.css", "text/css; charset=utf-8");
    private static readonly Asset Script = Asset.Load("site.js", "text/javascript; charset=utf-8");
    private static readonly Asset Icon = Asset.Load("icon.svg", "image/svg+xml");

    public static string StyleUrl => Style.Url;

    public static string ScriptUrl => Script.Url;

    public static string IconUrl => Icon.Url;

    public static void MapAssets(this WebApplication app)
    {
        foreach (Asset asset in (Asset[])[Style, Script, Icon])
        {
            app.MapMethods(asset.Path, ["GET", "HEAD"], (HttpContext context) => Send(asset, context))
                .DisableRateLimiting()
                .ExcludeFromDescription();
        }

        app.MapMethods("/robots.txt", ["GET", "HEAD"], () => TypedResults.Text(Robots))
            .ExcludeFromDescription();
    }

    private static FileContentHttpResult Send(Asset asset, HttpContext context)
    {
        // The address changes with the content (?v=), so a browser may keep what it has for good.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "";
        EntityTagHeaderValue tag = new($"\"{asset.Version}\"");
        return TypedResults.Bytes(asset.Bytes, asset.ContentType, entityTag: tag);
    }

    private sealed record Asset(string Path, string ContentType, string Version, byte[] Bytes)
    {
        public string Url => $"{Path}?v={Version}";

        public static Asset Load(string name, string contentType)
        {
            using Stream resource = typeof(AssetEndpoints).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"{name} is not in the assembly.");
            using MemoryStream copy = new();
            resource.CopyTo(copy);
            byte[] bytes = copy.ToArray();
            return new Asset(
                $"/assets/{name}", contentType, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], bytes);
        }
    }
}
