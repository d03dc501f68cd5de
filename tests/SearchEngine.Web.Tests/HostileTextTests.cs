using System.Text.Json;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.Web.Tests;

/// <summary>
/// Texts that come from pages, addresses and searchers stand in every place of every page, and stay text.
/// </summary>
public sealed class HostileTextTests
{
    private const string Benign = "良性x";

    public static readonly string[] Carriers =
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<ScRiPt src=//x.example/a.js></sCrIpT>",
        "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)//", "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='", "` onload=`alert(1)", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<math><mtext></mtext><mglyph><style><img src onerror=alert(1)></style></mglyph></math>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=//x.example/>",
        "<link rel=stylesheet href=//x.example/a.css>", "<style>*{background:url(//x.example)}</style>", "<form action=//x.example><button>x",
        "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "--><script>alert(1)</script>", "<!--<script>alert(1)//",
        "]]><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "<\u0000script>alert(1)</script>",
        "\u202e<script>alert(1)</script>", "＜script＞alert(1)＜/script＞", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>", "@Html.Raw(\"<b>\")", "{{constructor.constructor('alert(1)')()}}", "</q></p></main><script>1</script>",
        "<mark onclick=alert(1)>", "\ud83d<script>\ude00", "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003e",
    ];

    [Fact]
    public void There_are_enough_carriers() => Assert.True(Carriers.Distinct().Count() >= 40);

    [Fact]
    public async Task A_hostile_text_changes_no_page_but_its_words()
    {
        string[] current = [Benign];
        await using RunningSite site = await RunningSite.Start(
            new HandMadeSearch(request => Answer(current[0]) with { Query = request.Query }),
            new OneReport(() => Report(current[0])),
            new OneCapture(() => current[0]));
        Dictionary<string, string> expected = [];
        foreach ((string name, string path) in Paths(Benign))
            expected[name] = Skeleton.Of((await site.Get(path)).Text);

        foreach (string carrier in Carriers)
        {
            current[0] = carrier;
            foreach ((string name, string path) in Paths(carrier))
            {
                (int status, string html) = await site.Get(path);
                Assert.True(status == (name == "unknown" ? 404 : 200), $"{name} {status} for {carrier}");
                Assert.True(expected[name] == Skeleton.Of(html), $"{name} changed its markup for {carrier}");
                if (carrier.Contains('<', StringComparison.Ordinal))
                    Assert.DoesNotContain(carrier, html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_hostile_text_stays_a_string_in_the_api()
    {
        string[] current = [Benign];
        await using RunningSite site = await RunningSite.Start(new HandMadeSearch(_ => Answer(current[0])));
        foreach (string carrier in Carriers)
        {
            current[0] = carrier;

            (_, string json) = await site.Get("/api/search?q=x");

            using JsonDocument document = JsonDocument.Parse(json);
            Assert.DoesNotContain("<", json, StringComparison.Ordinal);
            Assert.DoesNotContain(">", json, StringComparison.Ordinal);
            if (!carrier.Any(char.IsSurrogate))
                Assert.Equal(carrier, document.RootElement.GetProperty("hits")[0].GetProperty("title").GetString());
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("  javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//x.example/", false)]
    [InlineData("/local", false)]
    [InlineData("ftp://x.example/", false)]
    [InlineData("", false)]
    [InlineData("http://x.example/a", true)]
    [InlineData("HTTPS://x.example/a\"onclick=alert(1)", true)]
    public async Task Only_web_addresses_are_followed_and_they_learn_nothing(string address, bool isFollowed)
    {
        SearchAnswer answer = HandMadeAnswers.ThreeReports with { Hits = [HandMadeAnswers.ThreeReports.Hits[0] with { Url = address }] };
        await using RunningSite site = await RunningSite.Start(
            new HandMadeSearch(_ => answer), new OneReport(() => HandMadeReports.Report with { Url = address }));

        foreach (string path in (string[])["/search?q=x", "/r/a1"])
        {
            string html = await site.Page(path);
            Assert.Equal(isFollowed, html.Contains(" rel=\"noopener noreferrer nofollow\"", StringComparison.Ordinal));
            Assert.DoesNotContain(Skeleton.Values(
                html, "href"), link => link.Length > 0 && link == address && !isFollowed && link != "/local");
        }
    }

    private static IEnumerable<(string Name, string Path)> Paths(string text)
    {
        string escaped = Uri.EscapeDataString(text);
        yield return ("results", $"/search?q={escaped}");
        yield return ("filtered", $"/search?q={escaped}&topic={Uri.EscapeDataString(Plain(text))}&site={Uri.EscapeDataString(Plain(text))}");
        // The mark of a hit is markup too; the last letter sees to it that there is none to compare.
        yield return ("report", $"/r/a1?q={escaped}%E5%B0%BE");
        yield return ("evidence", "/r/a1/evidence");
        yield return ("versions", "/r/a1/captures");
        yield return ("capture", "/r/a1/captures/1");
        yield return ("home", "/");
        yield return (
            "unknown", $"/nowhere/{Uri.EscapeDataString(Plain(text).Replace("/", "", StringComparison.Ordinal))}");
    }

    /// <summary>
    /// A facet's value holds no control characters, or the address is refused before anything is shown.
    /// </summary>
    private static string Plain(string text) =>
        new([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]);

    private static SearchAnswer Answer(string text) => HandMadeAnswers.ThreeReports with
    {
        Query = text,
        Understood = text,
        Error = new QueryError(2, text),
        Facets = new SearchFacets
        {
            Region = [new RegionFacet("370000", null, text, 1, 2, [new RegionFacet("370100", null, text, 1, 1, [])])],
            Year = [new YearFacet(2024, 1, 2)],
            Topic = [new ValueFacet("T1", text, 1, 1), new ValueFacet(Plain(text), text, 1, 1)],
            Block = [new BlockFacet(text, 1, 1, 1)],
            IssuerKind = [new ValueFacet(text, null, 1, 1)],
            Site = [new ValueFacet(Plain(text), null, 1, 1), new ValueFacet("zero.example", null, 0, 1)],
        },
        Hits =
        [
            HandMadeAnswers.Hit(text, text, [text, text], text, 3) with
            {
                IssuerKind = text,
                Issuer = text,
                Url = "mailto:" + text,
                Passages = [new Passage(text, text, 1, text + "甲" + text, [[0, 1], [text.Length, text.Length + 1]])],
                Explain = new ScoreExplanation(1, text, [new ScoreExplanation(1, text, [])]),
            },
        ],
        RelatedHits = [],
    };

    private static StoredReport Report(string text) => HandMadeReports.Report with
    {
        Url = null,
        FileName = text,
        Topics = [text],
        Report = HandMadeReports.Report.Report with
        {
            Title = text,
            Issuer = text,
            Region = new RegionRef([text], null, null, text),
            Source = text,
            Publisher = text,
            IndexNumber = text,
            DocumentNumber = text,
            Signature = text,
            Blocks = [new Block(
                BlockRole.Results, "一、标题", 1, true, []), new Block(BlockRole.Results, null, 0, false, ["甲乙丙"])],
            Fields = [new FieldEvidence("issuer", "甲", text, text, 0.5, [new RejectedCandidate(text, text)])],
            Repairs = [new Repair(text, 0, text, text)],
            ClosingPhrase = null,
        },
        Captures = [HandMadeReports.Report.Captures[0] with { Url = text, ContentType = text, Digest = text, WarcFile = text }],
    };

    private sealed class OneReport(Func<StoredReport> report) : IReportReader
    {
        public StoredReport? Find(string id) => report();

        public IReadOnlyList<string> FindByPlaceAndYear(string code, int year) => [];

        public IReadOnlyList<(int Year, string Id)> YearsOf(string code) => [];

        public Holdings Holdings() => HandMadeReports.Some().Holdings();
    }

    private sealed class OneCapture(Func<string> text) : ICaptureReader
    {
        public CaptureText? ReadText(Capture capture) => new(text(), text());

        public byte[]? ReadBody(Capture capture) => null;
    }
}
