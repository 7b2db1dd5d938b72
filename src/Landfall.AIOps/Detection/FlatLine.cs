namespace Landfall.AIOps.Detection;

/// <summary>Notices that a series which used to change has been the same for far longer than ever before.</summary>
internal sealed class FlatLine
{
    private const int LeastChanges = 100;
    private const int TimesLonger = 8;
    private const int ShortestRun = 3;
    private const double Strength = 3;
    private float _last = float.NaN;
    private int _run;
    private int _longest;
    private int _changes;

    /// <summary>For how many points the value has been the same.</summary>
    public int Run => _run;

    /// <summary>Returns a surprise once per run, at the moment when it has become eight times as long as any before.</summary>
    public double Observe(float value)
    {
        if (value.Equals(_last))
        {
            _run = Math.Min(_run + 1, int.MaxValue - 1);
            return _changes >= LeastChanges && _run == TimesLonger * Math.Max(_longest, ShortestRun) ? Strength : 0;
        }

        _longest = Math.Max(_longest, _run);
        _changes = Math.Min(_changes + 1, int.MaxValue - 1);
        _last = value;
        _run = 1;
        return 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_last);
        writer.Write(_run);
        writer.Write(_longest);
        writer.Write(_changes);
    }

    public void Restore(BinaryReader reader)
    {
        _last = reader.ReadSingle();
        (_run, _longest, _changes) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
    }
}
