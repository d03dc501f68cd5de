using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace SearchEngine.Web.Hosting;

/// <summary>Razor Pages, one folder for each feature.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            // No page is posted to (MethodGuard sees to it), so no token, and no second cookie.
            pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
        });
        // Chinese stays legible in the source; the five characters that mean something in HTML are encoded as ever.
        services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        return services;
    }

    /// <summary>
    /// Everything the framework says goes to standard error, a line an event; standard output is the caller's.
    /// </summary>
    public static void AddErrorStream(this ILoggingBuilder logging) =>
        logging
            .SetMinimumLevel(LogLevel.Warning)
            // Its warning is that keys in memory are not encrypted; nothing is protected with them (KeysInMemory).
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A start that fails is told to whoever started it, once, by the exception.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddSimpleConsole(line => line.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
