using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Catalogue;

public sealed class CatalogueReaderTests : IDisposable
{
    private readonly CatalogueFixture _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public void An_empty_catalogue_holds_nothing()
    {
        Holdings holdings = _catalogue.Reader.Holdings();

        Assert.Equal((0, 0, 0), (holdings.Reports, holdings.Regions, holdings.Captures));
        Assert.Null(holdings.FirstYear);
        Assert.Null(holdings.LastIngest);
    }

    [Fact]
    public void An_id_that_is_not_held_is_null()
    {
        Assert.Null(_catalogue.Reader.Find("0123456789ab"));
        Assert.Null(_catalogue.Reader.Find("'; DROP TABLE pages; --"));
    }

    [Fact]
    public void Reports_are_found_by_place_and_year()
    {
        _catalogue.Save(_catalogue.Capture("http://a/1"), "y2024", CatalogueFixture.Report("甲"));
        _catalogue.Save(_catalogue.Capture("http://a/2"), "y2023", CatalogueFixture.Report("乙") with { Year = 2023 });
        _catalogue.Save(_catalogue.Capture("http://a/3"), "other", CatalogueFixture.Report("丙") with { Kind = PageKind.Other });

        Assert.Equal(["y2024"], _catalogue.Reader.FindByPlaceAndYear("370103", 2024));
        Assert.Equal([(2023, "y2023"), (2024, "y2024")], _catalogue.Reader.YearsOf("370103"));
        Assert.Empty(_catalogue.Reader.YearsOf("370102"));
    }

    [Fact]
    public void Later_captures_of_the_address_stand_beside_the_first()
    {
        CapturedPage first = _catalogue.Capture("http://a/1");
        _catalogue.Save(first, "a1", CatalogueFixture.Report("甲"));
        _catalogue.Capture("http://a/1");
        _catalogue.Capture("http://a/1", status: 404);

        Assert.Equal([0L, 1L], _catalogue.Reader.Find("a1")!.Captures.Select(capture => capture.WarcOffset));
    }

    [Fact]
    public void A_missing_file_is_one_clear_sentence()
    {
        Assert.Throws<CatalogueException>(() => new CatalogueReader("/nowhere/catalogue.db").Find("x"));
    }
}
