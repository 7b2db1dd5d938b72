namespace Landfall.AIOps.Detection;

/// <summary>
/// Keeps an event from being reported over and over: after a report, another has to be clearly stronger, by an amount that
/// fades over a time in proportion to the history.
/// </summary>
internal sealed class RepeatFilter
{
    private const double Share = 0.06;
    private const double Shortest = 50;
    private const double Factor = 1.4;
    private const double Margin = 0.3;
    private double _strength;
    private int _since;
    private int _count;

    /// <summary>Returns the surprise if it is worth a report, else 0.</summary>
    public double Observe(double surprise)
    {
        _count = Math.Min(_count + 1, int.MaxValue - 1);
        _since = Math.Min(_since + 1, int.MaxValue - 1);
        if (surprise <= 0)
            return 0;
        var rest = Math.Max(Shortest, Share * _count);
        var needed = _since < rest && _strength > 0 ? (_strength * Factor * (1 - (_since / rest))) + Margin : 0;
        if (surprise <= needed)
            return 0;
        _strength = surprise;
        _since = 0;
        return surprise;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_strength);
        writer.Write(_since);
        writer.Write(_count);
    }

    public void Restore(BinaryReader reader)
    {
        _strength = reader.ReadDouble();
        _since = reader.ReadInt32();
        _count = reader.ReadInt32();
    }
}
