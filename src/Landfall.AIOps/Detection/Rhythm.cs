namespace Landfall.AIOps.Detection;

/// <summary>
/// Notices that a series which kept crossing the middle of its range, in whatever rhythm, has stayed on one side for far
/// longer than ever before: a job that did not run, a queue that is no longer emptied. No period has to be known for it.
/// </summary>
internal sealed class Rhythm
{
    private const double Tail = 0.005;
    private const double Moved = 0.5;
    private const int RangeEvery = 64;
    private const int LeastValues = 100;
    private const int LeastStays = 10;
    private const int ShortestStay = 4;

    /// <summary>Stays of which the longest is hardly longer than the mean are a clock's, and half as long again is news.</summary>
    private const double Regular = 1.3;
    private const double LongerThanRegular = 1.5;
    private const double LongerThanIrregular = 3.5;
    private const double Strength = 3;
    private readonly Stays _below = new();
    private readonly Stays _above = new();
    private double _low = double.NaN;
    private double _high = double.NaN;
    private bool _isAbove;
    private int _stay;
    private int _turn;

    /// <summary>For how many points the value has been on the same side.</summary>
    public int Stay => _stay;

    /// <summary>Returns a surprise once per stay, at the moment when it has become far longer than any before.</summary>
    /// <param name="value">The value.</param>
    /// <param name="history">The values so far, from which the middle is taken.</param>
    public double Observe(double value, ValueHistogram history)
    {
        if (_turn++ % RangeEvery == 0 && history.Count >= LeastValues)
            Place(history.Quantile(Tail), history.Quantile(1 - Tail));
        if (!(_high > _low))
            return 0;
        var above = value > (_low / 2) + (_high / 2);
        var stays = _isAbove ? _above : _below;
        if (above != _isAbove)
        {
            stays.Add(_stay);
            _isAbove = above;
            _stay = 1;
            return 0;
        }

        _stay = Math.Min(_stay + 1, int.MaxValue - 1);
        if (stays.Count < LeastStays || stays.Longest < ShortestStay)
            return 0;
        var longer = stays.Longest <= Regular * stays.Mean ? LongerThanRegular : LongerThanIrregular;
        return _stay == (int)(longer * stays.Longest) + 1 ? Strength : 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_low);
        writer.Write(_high);
        writer.Write(_isAbove);
        writer.Write(_stay);
        writer.Write(_turn);
        _below.Save(writer);
        _above.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        (_low, _high) = (reader.ReadDouble(), reader.ReadDouble());
        _isAbove = reader.ReadBoolean();
        (_stay, _turn) = (reader.ReadInt32(), reader.ReadInt32());
        _below.Restore(reader);
        _above.Restore(reader);
    }

    /// <summary>Takes a new range where the old one no longer fits; stays on the sides of another middle mean nothing.</summary>
    private void Place(double low, double high)
    {
        if (Math.Abs(low - _low) + Math.Abs(high - _high) <= Moved * (_high - _low))
            return;
        (_low, _high) = (low, high);
        _stay = 0;
        _below.Clear();
        _above.Clear();
    }
}
