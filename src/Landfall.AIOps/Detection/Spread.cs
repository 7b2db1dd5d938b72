namespace Landfall.AIOps.Detection;

/// <summary>
/// How new the size of a series' steps is to it, on a logarithmic scale, so that a tenfold calm is as much news as a tenfold
/// unrest. A calm series breaks no record, which is why the values alone do not show it. The mean of logarithms is that of
/// the usual step, whatever a single spike does; steps of zero are left to the flat line.
/// </summary>
internal sealed class Spread
{
    private const int Window = 48;
    private const int Capacity = 128;
    private readonly RollingMeans _steps = new(Window);
    private readonly SlowNovelty _novelty = new(Capacity);
    private float _last = float.NaN;

    /// <summary>Returns 0 for what is usual, above it the natural logarithm of the excess.</summary>
    public double Observe(float value)
    {
        var step = Math.Abs(value - _last);
        _last = value;
        if (!(step > 0))
            return 0;
        _steps.Add(MathF.Log(step));
        return _steps.IsFull ? _novelty.Observe(_steps.Mean(0)) : 0;
    }

    /// <summary>Starts the window anew, as after a gap.</summary>
    public void Interrupt()
    {
        _steps.Clear();
        _last = float.NaN;
    }

    public void Save(BinaryWriter writer)
    {
        _steps.Save(writer);
        _novelty.Save(writer);
        writer.Write(_last);
    }

    public void Restore(BinaryReader reader)
    {
        _steps.Restore(reader);
        _novelty.Restore(reader);
        _last = reader.ReadSingle();
    }
}
