namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Scripts on their way into a title, a body and the fields.</summary>
internal static class ScriptCarriers
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>-->",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></p></noscript>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<a href='javascript:alert(1)'>附件下载</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>附件</a>",
        "<a href=' java\nscript:alert(1)//.pdf'>附件.pdf</a>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<<script>alert(1)//<</script>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<template><script>alert(1)</script></template>",
        "<textarea><script>alert(1)</script></textarea>",
        "<title></title><script>alert(1)</script>",
        "<!--><script>alert(1)</script-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<xmp><script>alert(1)</script></xmp>",
        "<details open ontoggle=alert(1)>",
    ];

    private static readonly (string Name, string Format)[] Places =
    [
        ("title", "<h1>关于巡查的通知{0}</h1><p>来源：县水利局</p><div id=zoom><p>" + Pages.Prose + "</p></div>"),
        ("body", "<h1>关于巡查的通知</h1><div id=zoom><p>" + Pages.Prose + "{0}</p><p>{0}" + Pages.Prose + "</p></div>"),
        ("fields", "<table><tr><td>发布机构</td><td>县水利局{0}</td><td>文号</td><td>云水发〔2024〕1号{0}</td></tr><tr><td>索引号</td><td>{0}439999001/2024-1</td><td>发布日期</td><td>2024-06-11{0}</td></tr></table><h1>关于巡查的通知</h1><div id=zoom><p>" + Pages.Prose + "</p></div>"),
    ];

    public static IReadOnlyList<HostilePage> All { get; } =
        [.. Places.SelectMany(place => Payloads.Select((payload, i) => HostilePage.Of($"payload {i + 1} in the {place.Name}",
            () => Pages.Html(place.Format.Replace("{0}", payload, StringComparison.Ordinal)))))];
}
