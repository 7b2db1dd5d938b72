namespace Landfall.AIOps.Detection;

/// <summary>
/// Keeps an event from being reported over and over: after a report, another has to be clearly stronger, by an amount that
/// fades. It fades within some fifty points, so that the same again some hours later is told again; what is left of an
/// event in the means over many points is held back for as long as these reach.
/// </summary>
internal sealed class RepeatFilter
{
    private const double Rest = 50;
    private const double SlowRest = 96;
    private const double Factor = 1.6;
    private const double Margin = 0.2;
    private double _strength;
    private int _since;

    /// <summary>Returns the surprise if it is worth a report, else 0.</summary>
    /// <param name="surprise">How surprising the point is.</param>
    /// <param name="slow">Whether that is for a mean over many points.</param>
    public double Observe(double surprise, bool slow = false)
    {
        _since = Math.Min(_since + 1, int.MaxValue - 1);
        if (surprise <= 0)
            return 0;
        var rest = slow ? SlowRest : Rest;
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
    }

    public void Restore(BinaryReader reader)
    {
        _strength = reader.ReadDouble();
        _since = reader.ReadInt32();
    }
}
