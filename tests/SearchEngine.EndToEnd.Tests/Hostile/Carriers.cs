namespace SearchEngine.EndToEnd.Tests.Hostile;

/// <summary>Sixty texts that run a script where a page forgets to encode them, each in a place of its own.</summary>
internal static class Carriers
{
    private const string Run = "alert(1)";

    private static readonly string[] Frames =
    [
        "{0}", "\">{0}", "'>{0}", "</title>{0}", "</textarea>{0}", "</script>{0}", "</style>{0}", "-->{0}", "]]>{0}", "</q></p></main>{0}",
    ];

    private static readonly string[] Payloads =
    [
        $"<script>{Run}</script>", $"<img src=x onerror={Run}>", $"<svg onload={Run}>", $"<details open ontoggle={Run}>x</details>",
        $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
    ];

    private static readonly string[] Alone =
    [
        $"\" autofocus onfocus=\"{Run}", $"' autofocus onfocus='{Run}", $"javascript:{Run}", $"<math><mtext><mglyph><style><img src onerror={Run}></style></mglyph></mtext></math>",
        $"<noscript><p title=\"</noscript><img src=x onerror={Run}>\">", $"\\u003cscript\\u003e{Run}\\u003c/script\\u003e",
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Run}\">", $"<base href=javascript:{Run}//>", $"<a href=javascript:{Run} id=q>x</a>",
        $"<form><button formaction=javascript:{Run}>x",
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. Frames.SelectMany(frame => Payloads.Select(payload => frame.Replace("{0}", payload, StringComparison.Ordinal))), .. Alone];
}
