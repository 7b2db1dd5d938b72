using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Forecasting;

namespace Landfall.AIOps.Tests.Forecasting;

public sealed class ForecasterTests
{
    private static readonly Forecaster Forecaster = new();

    [Fact]
    public void Predict_RepeatingDay_RepeatsIt()
    {
        var forecast = Forecaster.Predict(new ForecastInput(SyntheticSeries.Daily(24 * 20, noise: 0), 48));

        Assert.Equal(24, forecast.Seasonality.Period);
        var expected = SyntheticSeries.Daily(24 * 22, noise: 0)[^48..];
        Assert.All(forecast.Point.Zip(expected), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.5));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.001, 0)]
    [InlineData(1000, 5000)]
    [InlineData(3.7, -1e5)]
    public void Predict_OtherUnitAndOffset_ChangesForecastTheSameWay(double unit, double offset)
    {
        var values = SyntheticSeries.Daily(24 * 21, noise: 5);
        var plain = Forecaster.Predict(new ForecastInput(values, 48));
        var other = Forecaster.Predict(new ForecastInput([.. values.Select(v => offset + unit * v)], 48));

        for (var step = 0; step < 48; step++)
        {
            Assert.Equal(offset + unit * plain.Point[step], other.Point[step], 1e-3 * unit);
            Assert.Equal(offset + unit * plain.Lower[step], other.Lower[step], 1e-3 * unit);
            Assert.Equal(offset + unit * plain.Upper[step], other.Upper[step], 1e-3 * unit);
        }
    }

    [Fact]
    public void Predict_SameSeriesAmongOthers_IsIdentical()
    {
        var values = SyntheticSeries.Daily(24 * 21, noise: 5);
        var first = new Forecaster().Predict(new ForecastInput(values, 48));
        Forecaster.Predict(new ForecastInput(SyntheticSeries.Daily(500, noise: 50), 48));
        var second = Forecaster.Predict(new ForecastInput(values, 48));

        Assert.Equal(first.Point, second.Point);
        Assert.Equal(first.Lower, second.Lower);
        Assert.Equal(first.Upper, second.Upper);
    }

    [Fact]
    public void Predict_AnySeries_IntervalContainsPointAndNeverNarrows()
    {
        var value = Gen.Frequency(
            (8, Gen.Choose(-1000, 1000).Select(i => i / 7.0)),
            (1, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, 1e300, -1e300, double.Epsilon)));
        var series = Gen.Choose(0, 400).SelectMany(length => value.ArrayOf(length));
        Check.One(PropertyRuns.Of(60), Prop.ForAll(series.ToArbitrary(), values =>
        {
            var forecast = Forecaster.Predict(new ForecastInput(values, 30));
            Assert.Equal(30, forecast.Point.Count);
            var width = 0.0;
            for (var step = 0; step < 30; step++)
            {
                Assert.True(double.IsFinite(forecast.Point[step]));
                Assert.InRange(forecast.Point[step], forecast.Lower[step], forecast.Upper[step]);
                var next = forecast.Upper[step] - forecast.Lower[step];
                Assert.True(next >= width * (1 - 1e-9) || !double.IsFinite(next));
                width = next;
            }
        }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(25)]
    [InlineData(60)]
    public void Predict_FewPoints_StaysNearThem(int length)
    {
        var values = SyntheticSeries.Daily(length, noise: 1);
        var forecast = Forecaster.Predict(new ForecastInput(values, 48));

        Assert.All(forecast.Point, point => Assert.InRange(point, values.Min() - 20, values.Max() + 20));
    }

    [Fact]
    public void Predict_NothingKnown_IsZero() =>
        Assert.All(Forecaster.Predict(new ForecastInput([double.NaN], 3)).Point, point => Assert.Equal(0, point));

    [Fact]
    public void Predict_MillionEqualValues_RepeatsTheValue()
    {
        var values = new double[1_000_000];
        Array.Fill(values, 7.1);

        Assert.All(Forecaster.Predict(new ForecastInput(values, 60)).Point, point => Assert.Equal(7.1, point));
    }

    [Fact]
    public void Predict_GapOfTwoDays_IsBridged()
    {
        var values = SyntheticSeries.Daily(24 * 21, noise: 2);
        var whole = Forecaster.Predict(new ForecastInput(values, 24));
        Array.Fill(values, double.NaN, 24 * 12, 48);
        var gapped = Forecaster.Predict(new ForecastInput(values, 24));

        Assert.All(whole.Point.Zip(gapped.Point), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 5));
    }

    [Fact]
    public void Predict_TwoWeeksOfMinutes_FollowsDayAndMinuteShape()
    {
        // Every half hour a job adds 50 for a minute: blocks of an hour cannot show it, the detail inside them must.
        var random = new Random(5);
        double At(int t) => 200 + 100 * Math.Sin(2 * Math.PI * t / 1440) + (t % 30 == 0 ? 50 : 0);
        var values = Enumerable.Range(0, 14 * 1440).Select(t => At(t) + random.NextDouble()).ToArray();

        var forecast = Forecaster.Predict(new ForecastInput(values, 180) { Step = TimeSpan.FromMinutes(1) });

        Assert.Equal(1440, forecast.Seasonality.Period);
        for (var step = 0; step < 180; step++)
            Assert.InRange(forecast.Point[step] - At(values.Length + step), -12, 12);
    }

    [Fact]
    public void Predict_HolidayWithPastHolidays_ExpectsTheSameAgain()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var values = SyntheticSeries.Daily(24 * 28, noise: 1);
        for (var hour = 0; hour < 24; hour++)
        {
            values[24 * 10 + hour] -= 40;
            values[24 * 20 + hour] -= 40;
        }

        var input = new ForecastInput(values, 48) { Start = start, SpecialDays = [new(2026, 1, 11), new(2026, 1, 21), new(2026, 1, 30)] };
        var ordinary = SyntheticSeries.Daily(24 * 30, noise: 1)[^48..];

        var forecast = Forecaster.Predict(input);

        for (var step = 0; step < 24; step++)
        {
            Assert.InRange(forecast.Point[step] - ordinary[step], -5, 5);
            Assert.InRange(forecast.Point[step + 24] - ordinary[step + 24], -45, -25);
        }
    }

    [Fact]
    public void Predict_NarrowerInterval_IsNarrowerAndInside()
    {
        var input = new ForecastInput(SyntheticSeries.Daily(24 * 21, noise: 5), 48);
        var (wide, half) = (Forecaster.Predict(input), new Forecaster(new ForecastOptions { Coverage = 0.5 }).Predict(input));

        for (var step = 0; step < 48; step++)
        {
            Assert.Equal(wide.Point[step], half.Point[step]);
            Assert.InRange((half.Upper[step] - half.Lower[step]) / (wide.Upper[step] - wide.Lower[step]), 0.3, 0.4);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Predict_CoverageOutOfRange_Throws(double coverage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Forecaster(new ForecastOptions { Coverage = coverage }).Predict(new ForecastInput([1, 2, 3], 1)));

    [Fact]
    public void Predict_SpecialDaysWithoutStart_SaysWhatIsMissing() =>
        Assert.Contains("Start", Assert.Throws<ArgumentException>(() =>
            Forecaster.Predict(new ForecastInput([1, 2, 3], 1) { SpecialDays = [new(2026, 1, 1)] })).Message, StringComparison.Ordinal);
}
