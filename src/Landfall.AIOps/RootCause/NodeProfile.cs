namespace Landfall.AIOps.RootCause;

/// <summary>All symptoms of one node, and how much of them the node has by itself.</summary>
internal sealed class NodeProfile(string node)
{
    private readonly Dictionary<SymptomChannel, double> _strongest = [];

    private readonly Dictionary<SymptomChannel, double> _volumes = [];

    public string Node => node;

    /// <summary>The symptoms, in the order in which they were found.</summary>
    public List<Symptom> Symptoms { get; } = [];

    /// <summary>The strength of the strongest symptom of the channel on a logarithmic scale; 0 without one.</summary>
    public double Of(SymptomChannel channel) => _strongest.GetValueOrDefault(channel);

    /// <summary>How much of the channel's trouble there was over all requests; null when unknown.</summary>
    public double? VolumeOf(SymptomChannel channel) => _volumes.TryGetValue(channel, out var volume) ? volume : null;

    /// <summary>The strength of the strongest symptom that can spread to dependents.</summary>
    public double Spreading =>
        Math.Max(Math.Max(Of(SymptomChannel.Latency), Of(SymptomChannel.Errors)), Math.Max(Of(SymptomChannel.Behaviour), Of(SymptomChannel.Resource)));

    public void Add(Symptom symptom)
    {
        Symptoms.Add(symptom);
        if (symptom.Volume is { } volume)
            _volumes[symptom.Channel] = Math.Max(_volumes.GetValueOrDefault(symptom.Channel), volume);
        _strongest[symptom.Channel] = Math.Max(Of(symptom.Channel), Math.Log(1 + symptom.Strength));
    }
}
