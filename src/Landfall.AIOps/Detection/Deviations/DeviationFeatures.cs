using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Landfall.AIOps.Detection.Deviations;

/// <summary>
/// Describes a point by numbers without unit: how far it lies from levels that follow it at several speeds and from what is
/// usual at this time of day, each in units of what is usual for this series, and what the last points were like.
/// </summary>
/// <remarks>
/// Nothing here decides anything: <see cref="DeviationNetwork"/> was taught what these numbers are worth. Memories are counted
/// in points, except for those that follow the day.
/// </remarks>
internal sealed class DeviationFeatures
{
    /// <summary>How many numbers describe a point.</summary>
    public const int Count = 44;

    // The network was taught with these memories; another value needs another training.
    private const double ScaleGain = 0.0007;
    private const double SlowScaleGain = 0.0001;
    private const double ScaleLimit = 6;
    private const double SlowLimit = 3;
    private const double LevelLimit = 4;
    private const double Tail = 0.995;
    private const double TailStep = 0.03;
    private const int TailWarmup = 2000;
    private const double Rare = 0.7;
    private const float Largest = 12;
    private const int LongestRun = 4096;

    // The residuals: from the value before, from levels of four speeds, from the time of day and from levels of that.
    private const int Step = 0, VeryFast = 1, Fast = 2, Medium = 3, Slow = 4, Season = 5, SeasonFast = 6, SeasonSlow = 7, SeasonMean = 8;
    private const int Signals = 9, Speeds = 4, Tails = 6, Peaks = 3;

    // Where each group of numbers begins in the description. The first 24 are logarithms, taken together.
    private const int OfHour = Signals, OfSeasonHour = 10, OfMeans = 11, OfUnrest = 13, OfRarity = 17, OfRuns = 20, OfRank = 22, Logarithms = 24;
    private const int Signed = Logarithms, Excesses = 31, OfPeaks = 37, Rest = 40;
    private const int FastExcess = Excesses, SeasonFastExcess = Excesses + 2, RecentPeak = OfPeaks;

    private readonly DailyProfile _profile = new();
    private readonly HourlyScale _hourly = new();
    private readonly HourlyScale _seasonalHourly = new();

    // One array, so that the state of a point's processing lies together in memory.
    private readonly double[] _state = new double[Scales + Signals];
    private const int Levels = 0, TailLevels = Levels + Speeds, PeakLevels = TailLevels + Tails, Steps = PeakLevels + Peaks;
    private const int SeasonFastLevel = Steps + 5, SeasonSlowLevel = SeasonFastLevel + 1, SeasonRest = SeasonSlowLevel + 1, MeanOf3 = SeasonRest + 1;
    private const int MeanOf8 = MeanOf3 + 1, Density = MeanOf8 + 1, SeasonScale = Density + 1, HourMean = SeasonScale + 1, HoursMean = HourMean + 1;
    private const int Level30 = HoursMean + 1, Level200 = Level30 + 1, RecentExcess = Level200 + 1, Last = RecentExcess + 1, BeforeLast = Last + 1;
    private const int Scales = BeforeLast + 1;
    private long _count;
    private int _equal;
    private int _straight;

    private static ReadOnlySpan<double> LevelGains => [0.5, 0.2, 0.07, 0.02];

    private static ReadOnlySpan<double> PeakFades => [0.82, 0.967, 0.9917];

    /// <summary>Whether any value was another than the first; before that, a description means nothing.</summary>
    public bool HasVaried => _state[Scales + Step] > 0;

    /// <summary>Whether a description is of a point that is hard to tell from an anomaly: one that exceeds nearly all others, or comes after one.</summary>
    public static bool IsUnusual(ReadOnlySpan<float> features) =>
        Math.Max(features[FastExcess], features[SeasonFastExcess]) > -0.2f || features[RecentPeak] > 0.3f;

    /// <summary>Describes a point from what came before, then learns from it.</summary>
    /// <param name="ticks">Coordinated universal time in ticks of 100 ns.</param>
    /// <param name="x">The value, counted from the series' first.</param>
    /// <param name="history">The values so far, counted from the series' first.</param>
    /// <param name="features">Takes the description.</param>
    public void Observe(long ticks, double x, ValueHistogram history, Span<float> features)
    {
        var state = _state.AsSpan();
        if (_count == 0)
        {
            state.Slice(Levels, Speeds).Fill(x);
            state[Last] = state[BeforeLast] = x;
        }

        Span<double> units = stackalloc double[Signals];
        units.Clear();
        var scales = state.Slice(Scales, Signals);
        var step = x - state[Last];
        units[Step] = Measure(ref scales[Step], step);
        for (var i = 0; i < Speeds; i++)
            units[VeryFast + i] = Measure(ref scales[VeryFast + i], x - state[Levels + i]);
        var expected = _profile.Level(ticks);
        var rest = double.IsNaN(expected) ? double.NaN : x - expected;
        if (!double.IsNaN(rest))
            MeasureSeason(rest, state, scales, units);
        var hour = (int)(ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerHour);
        features[OfHour] = Size(_hourly.Observe(hour, x - state[Levels + 1], scales[Fast]));
        features[OfSeasonHour] = double.IsNaN(rest)
            ? 1
            : Size(_seasonalHourly.Observe(hour, units[SeasonFast] * scales[SeasonFast], scales[SeasonFast]));
        for (var i = 0; i < Signals; i++)
            features[i] = Size(units[i]);
        Lasting(units[SeasonSlow], state, features);
        Unrest(step, scales[Step], state, features);
        Past(x, step, scales[Step], history, state, features);
        SlowSeason(rest, state);
        TakeLogarithms(features[..Logarithms]);

        for (var i = Fast; i < Signals; i++)
            features[Signed + i - Fast] = units[i] < 0 ? -features[i] : features[i];
        var excess = Exceed(state, features);
        state[RecentExcess] += 0.15 * (excess - state[RecentExcess]);
        ((ReadOnlySpan<float>)[(float)(excess - state[RecentExcess]), (float)(state[Density] * 50), (float)state[HourMean], (float)state[HoursMean]])
            .CopyTo(features[Rest..]);
        for (var i = 0; i < Count; i++)
            features[i] = Math.Clamp(features[i], -Largest, Largest);
        Learn(ticks, x, state, scales);
    }

    /// <summary>Starts the fast levels anew at the next value, as after a gap.</summary>
    public void Interrupt(double x)
    {
        if (_count == 0)
            return;
        _state[Last] = _state[BeforeLast] = _state[Levels] = _state[Levels + 1] = x;
        _equal = _straight = 0;
    }

    public void Save(BinaryWriter writer)
    {
        _profile.Save(writer);
        _hourly.Save(writer);
        _seasonalHourly.Save(writer);
        foreach (var number in _state)
            writer.Write(number);
        writer.Write(_count);
        writer.Write(_equal);
        writer.Write(_straight);
    }

    public void Restore(BinaryReader reader)
    {
        _profile.Restore(reader);
        _hourly.Restore(reader);
        _seasonalHourly.Restore(reader);
        for (var i = 0; i < _state.Length; i++)
            _state[i] = reader.ReadDouble();
        (_count, _equal, _straight) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32());
    }

    private static float Size(double units) => 1 + (float)Math.Min(Math.Abs(units), 1e30);

    private static float Ratio(double part, double whole) => whole > 0 ? (float)(part / whole) + 0.01f : 1;

    /// <summary>One over how rare a rank is: of the highest and lowest value it is infinite but for what is added.</summary>
    private static float Rarity(double share, float least) => 1 / ((float)Math.Min(share, 1 - share) + least);

    private static void TakeLogarithms(Span<float> values)
    {
        foreach (ref var eight in MemoryMarshal.Cast<float, Vector256<float>>(values))
            eight = Vector256.Log(eight);
    }

    /// <summary>Returns a residual in units of its usual size, which learns from it.</summary>
    private double Measure(ref double scale, double residual)
    {
        var size = Math.Abs(residual);
        if (_count < 3)
            scale = Math.Max(scale, size);
        else
            scale += Gain(ScaleGain) * ((scale > 0 ? Math.Min(size, ScaleLimit * scale) : size) - scale);
        return scale > 0 ? residual / scale : 0;
    }

    private double Gain(double least) => Math.Max(1.0 / (_count + 1), least);

    private void MeasureSeason(double rest, Span<double> state, Span<double> scales, Span<double> units)
    {
        if (scales[Season] == 0)
            state[SeasonFastLevel] = state[SeasonSlowLevel] = state[SeasonRest] = rest;
        var (fast, slow) = (rest - state[SeasonFastLevel], rest - state[SeasonSlowLevel]);
        units[Season] = Measure(ref scales[Season], rest);
        units[SeasonFast] = Measure(ref scales[SeasonFast], fast);
        units[SeasonSlow] = Measure(ref scales[SeasonSlow], slow);
        state[SeasonRest] += 0.3 * (rest - state[SeasonRest]);
        units[SeasonMean] = Measure(ref scales[SeasonMean], state[SeasonRest] - state[SeasonSlowLevel]);
        state[SeasonFastLevel] += 0.1 * Math.Clamp(fast, -LevelLimit * scales[SeasonFast], LevelLimit * scales[SeasonFast]);
        state[SeasonSlowLevel] += 0.02 * Math.Clamp(slow, -LevelLimit * scales[SeasonSlow], LevelLimit * scales[SeasonSlow]);
    }

    /// <summary>Whether the deviation from the time of day lasts.</summary>
    private static void Lasting(double units, Span<double> state, Span<float> features)
    {
        state[MeanOf3] += 0.33 * (units - state[MeanOf3]);
        state[MeanOf8] += 0.12 * (units - state[MeanOf8]);
        features[OfMeans] = Size(state[MeanOf3]);
        features[OfMeans + 1] = Size(state[MeanOf8]);
    }

    /// <summary>The size of steps over the last 5, 20 and 100 points against what is usual.</summary>
    private void Unrest(double step, double scale, Span<double> state, Span<float> features)
    {
        var size = Math.Min(Math.Abs(step), 20 * scale);
        var steps = state.Slice(Steps, 5);
        steps[0] += 0.2 * (size - steps[0]);
        steps[1] += 0.05 * (size - steps[1]);
        steps[2] += 0.01 * (size - steps[2]);
        steps[3] += Gain(ScaleGain) * (Math.Min(size, ScaleLimit * scale) - steps[3]);
        steps[4] += Gain(SlowScaleGain) * ((steps[4] > 0 ? Math.Min(size, LevelLimit * steps[4]) : size) - steps[4]);
        features[OfUnrest] = Ratio(steps[0], steps[3]);
        features[OfUnrest + 1] = Ratio(steps[1], steps[3]);
        features[OfUnrest + 2] = Ratio(steps[2], steps[4]);
        features[OfUnrest + 3] = Ratio(steps[0], steps[4]);
    }

    /// <summary>How rare the value and its long means are in the history; values that do not change, or change in a straight line.</summary>
    private void Past(double x, double step, double scale, ValueHistogram history, Span<double> state, Span<float> features)
    {
        state[Level30] += (x - state[Level30]) * Gain(1 / 30.0);
        state[Level200] += (x - state[Level200]) * Gain(1 / 200.0);
        var share = history.Count > 0 ? history.ShareBelow(x) : 0.5;
        features[OfRarity] = Rarity(share, 1e-4f);
        features[OfRarity + 1] = history.Count > 0 ? Rarity(history.ShareBelow(state[Level30]), 1e-3f) : 1;
        features[OfRarity + 2] = history.Count > 0 ? Rarity(history.ShareBelow(state[Level200]), 1e-3f) : 1;
        features[OfRank] = (float)share + 0.1f;
        features[OfRank + 1] = 1.1f - (float)share;
        var straight = Math.Abs(step - (state[Last] - state[BeforeLast])) <= 2e-3 * scale;
        _equal = step == 0 ? Math.Min(_equal + 1, LongestRun) : 0;
        _straight = _count > 3 && straight && step != 0 ? Math.Min(_straight + 1, LongestRun) : 0;
        features[OfRuns] = 1 + _equal;
        features[OfRuns + 1] = 1 + _straight;
    }

    private void SlowSeason(double rest, Span<double> state)
    {
        if (double.IsNaN(rest))
            return;
        var size = Math.Abs(rest);
        state[SeasonScale] += Gain(SlowScaleGain)
            * ((state[SeasonScale] > 0 ? Math.Min(size, SlowLimit * state[SeasonScale]) : size) - state[SeasonScale]);
        var units = state[SeasonScale] > 0 ? Math.Clamp(rest / state[SeasonScale], -8, 8) : 0;
        state[HourMean] += (units - state[HourMean]) / 60;
        state[HoursMean] += (units - state[HoursMean]) / 300;
    }

    /// <summary>
    /// How far the residuals exceed what only one point in two hundred reaches, what the last points reached, and how often the
    /// series does that; returns the largest of four.
    /// </summary>
    private double Exceed(Span<double> state, Span<float> features)
    {
        var step = TailStep * (_count < TailWarmup ? 8 : 1);
        ReadOnlySpan<int> signals = [Fast, Medium, SeasonFast, SeasonSlow, Step, Slow];
        var largest = double.MinValue;
        for (var i = 0; i < Tails; i++)
        {
            var excess = features[signals[i]] - state[TailLevels + i];
            state[TailLevels + i] += step * (excess > 0 ? Tail : Tail - 1);
            features[Excesses + i] = (float)excess;
            if (i < 4)
                largest = Math.Max(largest, excess);
        }

        for (var i = 0; i < Peaks; i++)
        {
            ref var peak = ref state[PeakLevels + i];
            features[OfPeaks + i] = (float)peak;
            peak = Math.Max(peak * PeakFades[i], Math.Max(0, largest));
        }

        state[Density] += ScaleGain * ((largest > Rare ? 1 : 0) - state[Density]);
        return largest;
    }

    private void Learn(long ticks, double x, Span<double> state, Span<double> scales)
    {
        for (var i = 0; i < Speeds; i++)
        {
            var rest = x - state[Levels + i];
            var limit = LevelLimit * scales[VeryFast + i];
            state[Levels + i] += LevelGains[i] * (i < 2 ? rest : Math.Clamp(rest, -limit, limit));
        }

        _profile.Learn(ticks, x, ScaleLimit * scales[Season]);
        state[BeforeLast] = state[Last];
        state[Last] = x;
        _count++;
    }
}
