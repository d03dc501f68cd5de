using SearchEngine.Index.Codec;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Pruning;

/// <summary>A density's code is never below it, and what follows from it never below a score.</summary>
public sealed class DensityTests
{
    [Fact]
    public void A_code_is_the_least_that_is_not_below()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = 0; i < 100_000; i++)
        {
            double density = Math.Pow(2, (random.NextDouble() * 18) - 9);
            byte code = DensityCode.Of(density);

            Assert.True(DensityCode.ValueOf(code) >= density, $"{density}: {DensityCode.ValueOf(code)}; {seed}");
            Assert.True(code == 0 || DensityCode.ValueOf((byte)(code - 1)) < density, $"{density}: {code} is not the least; {seed}");
        }

        for (int code = 0; code < DensityCode.Count; code++)
            Assert.Equal(code, DensityCode.Of(DensityCode.ValueOf((byte)code)));
    }

    [Fact]
    public void What_follows_from_a_density_is_not_below_the_score()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = 0; i < 2_000; i++)
        {
            // The whole snapshot's documents may be much shorter or longer than the segment's.
            double ofSegment = 1 + (random.NextDouble() * 1_000);
            double ofSnapshot = ofSegment * Math.Pow(4, (random.NextDouble() * 2) - 1);
            Bm25 bm25 = new(1_000, ofSnapshot, new Bm25Parameters(0.5 + (random.NextDouble() * 2), random.NextDouble(), random.Next(1, 5)));
            DensityBounds bounds = new(bm25, ofSegment);
            for (int document = 0; document < 20; document++)
            {
                uint length = (uint)random.Next(1, 1 << random.Next(1, 15));
                long plain = random.Next(20);
                long inTitles = random.Next(3);
                double density = bounds.Measure < 0 ? 0 : DensityOf(DensityMeasure.All[bounds.Measure], plain, inTitles, length / ofSegment);
                double score = Bm25.Saturation(plain + (bm25.TitleWeight * inTitles), bm25.Norm(length), bm25.Gain);

                Assert.True(bounds[DensityCode.Of(density)] >= score, $"{bounds[DensityCode.Of(density)]} < {score}; {seed}");
            }
        }
    }

    [Fact]
    public void With_the_parameters_of_the_measure_it_is_near_the_score()
    {
        Bm25 bm25 = new(1_000, 300, Bm25Parameters.Of(SearchEngine.Index.Query.Grain.Pair));
        DensityBounds bounds = new(bm25, average: 300);
        double density = DensityOf(DensityMeasure.All[bounds.Measure], plain: 2, inTitles: 0, share: 1.5);

        Assert.Equal(Bm25.Saturation(2, bm25.Norm(450), bm25.Gain), bounds[DensityCode.Of(density)], 0.05);
    }

    private static double DensityOf(DensityMeasure measure, long plain, long inTitles, double share) =>
        (plain + (measure.TitleWeight * inTitles)) / (measure.Shift + share);
}
