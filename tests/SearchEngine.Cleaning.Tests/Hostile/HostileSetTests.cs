using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Hostile;

[Collection("hostile")]
public sealed class HostileSetTests
{
    private const int LeastPages = 200;

    private const long MaxBytesOverBaseline = 256L * 1024 * 1024;

    // Of the processor, not of the clock: a machine busy with other work does not make a page slow.
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromSeconds(2);

    private static readonly PageCleaner Cleaner = new();

    public static TheoryData<HostilePage> Pages =>
        [.. StructureBombs.All, .. EncodingTricks.All, .. ScriptCarriers.All, .. IdentityTricks.All];

    [Fact]
    public void The_set_has_its_size() => Assert.True(Pages.Count >= LeastPages, $"{Pages.Count}");

    [Theory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void A_hostile_page_has_a_typed_outcome_within_its_limits(HostilePage page)
    {
        PageInput input = page.Make();
        using Cost cost = Cost.Start();

        CleanReport? report = CleanOrNull(input);

        cost.Stop();
        Assert.True(cost.ProcessorTime <= MaxProcessorTime, $"{page.Name}: {cost.ProcessorTime.TotalMilliseconds:0} ms of the processor");
        Assert.True(cost.PeakBytes <= MaxBytesOverBaseline, $"{page.Name}: {cost.PeakBytes >> 20} MiB over the baseline");
        Assert.Null(report is null ? null : CleanText.Fault(report));
    }

    [Fact]
    public void Nothing_of_a_script_reaches_title_body_or_fields()
    {
        foreach (HostilePage page in ScriptCarriers.All)
        {
            CleanReport report = Cleaner.Clean(page.Make());

            Assert.DoesNotContain("<script", report.Title + report.Text + report.Publisher + report.DocumentNumber, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onerror", report.Title + report.Text + report.Publisher, StringComparison.OrdinalIgnoreCase);
            Assert.All(report.Attachments, address => Assert.StartsWith("http", address, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_address_of_a_page_opens_no_way_to_the_disk()
    {
        foreach (HostilePage page in IdentityTricks.All)
        {
            PageInput input = page.Make();
            CleanReport? report = CleanOrNull(input);

            if (input.Url?.StartsWith("http", StringComparison.Ordinal) == true)
                Assert.DoesNotContain(report?.Attachments.Concat(report.NextPages) ?? [], address => address.StartsWith("file:", StringComparison.Ordinal));
        }
    }

    private static CleanReport? CleanOrNull(PageInput input)
    {
        try
        {
            return Cleaner.Clean(input);
        }
        catch (UnreadableInputException refusal)
        {
            Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
            return null;
        }
    }
}
