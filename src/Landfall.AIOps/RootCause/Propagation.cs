using Landfall.AIOps.Topology;

namespace Landfall.AIOps.RootCause;

/// <summary>
/// Follows trouble along the topology, from what is depended on to what depends: a symptom that a dependency explains
/// counts little for the node itself, and a node counts the more the more of the other symptoms it explains.
/// </summary>
internal sealed class Propagation
{
    private static readonly SymptomChannel[] Spread = [SymptomChannel.Latency, SymptomChannel.Errors, SymptomChannel.Behaviour];

    private const double Support = 0.2;
    private const double Explainable = 0.9;
    private const double ChangeSupport = 0.5;
    private const double LoadWeight = 0.3;

    private readonly TopologyGraph _topology;
    private readonly Dictionary<string, NodeProfile> _profiles;
    private readonly IReadOnlySet<string> _observed;
    private readonly IncidentTarget? _target;
    private readonly CallSet _calls;

    public Propagation(
        TopologyGraph topology, Dictionary<string, NodeProfile> profiles, IReadOnlySet<string> observed, IncidentTarget? target, CallSet calls)
    {
        _topology = topology;
        _profiles = profiles;
        _observed = observed;
        _target = target;
        _calls = calls;
    }

    /// <summary>What of the node's symptoms no dependency explains, over all channels.</summary>
    public double Own(NodeProfile profile)
    {
        var resource = Remaining(profile, SymptomChannel.Resource, EdgeKind.RunsOn);
        double most = resource, sum = resource;
        foreach (var channel in Spread)
        {
            var own = Relevance(channel) * Remaining(profile, channel, null);
            most = Math.Max(most, own);
            sum += own;
        }

        // Several kinds of symptoms support each other, but they are not independent. A change makes trouble likelier
        // where there is trouble, and is a weak reason by itself.
        var change = profile.Of(SymptomChannel.Change);
        var symptomatic = most + (Support * (sum - most)) + (most > 0 ? ChangeSupport * change : 0);
        return Math.Max(symptomatic, Math.Max(ChangeSupport * change, LoadWeight * profile.Of(SymptomChannel.Load)));
    }

    /// <summary>The strength of the node's strongest symptom that matters to what was noticed, on the logarithmic scale.</summary>
    public double Visible(NodeProfile profile) =>
        Math.Max(profile.Of(SymptomChannel.Resource), Spread.Max(c => profile.Of(c) * Relevance(c)));

    /// <summary>What the node would explain as the cause: itself and what depends on it.</summary>
    public Coverage Covers(NodeProfile profile)
    {
        double total = 0, reached = 0;
        foreach (var other in _profiles.Values)
            total += other.Spreading;
        var explained = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal) { profile.Node };
        var queue = new Queue<string>([profile.Node]);
        var hitsTarget = _target is null || profile.Node == _target.Node || !_topology.Contains(_target.Node);
        while (queue.TryDequeue(out var node))
        {
            if (_profiles.TryGetValue(node, out var here) && here.Spreading > 0)
            {
                reached += here.Spreading;
                if (node != profile.Node)
                    explained.Add(node);
            }

            foreach (var edge in _topology.DependentsOf(node))
            {
                hitsTarget |= edge.From == _target?.Node;
                if ((_profiles.ContainsKey(edge.From) || !_observed.Contains(edge.From)) && visited.Add(edge.From))
                    queue.Enqueue(edge.From);
            }
        }

        return new Coverage(total > 0 ? reached / total : 0, explained, hitsTarget);
    }

    /// <summary>The dependency that explains most of the node's symptoms that spread, with the share of them; null without one.</summary>
    public (string Node, double Share)? Explanation(NodeProfile profile)
    {
        (string Node, double Share)? best = null;
        foreach (var dependency in Dependencies(profile.Node, null))
        {
            foreach (var symptom in profile.Symptoms.Where(s => Spread.Contains(s.Channel)))
            {
                var share = Explained(profile, symptom, Math.Log(1 + symptom.Strength), [dependency]);
                if (share > (best?.Share ?? 0))
                    best = (dependency.Node, share);
            }
        }

        return best;
    }

    /// <summary>Whether the node depends on something that nothing is known of.</summary>
    public bool HasHiddenDependency(string node) => _topology.DependenciesOf(node).Any(e => !_observed.Contains(e.To));

    /// <summary>
    /// How much of what is wrong at the target there is at the node, as far as both can be counted: additional waiting
    /// time or additional failures, in [0, 1]; null when they cannot.
    /// </summary>
    public double? VolumeShare(NodeProfile profile)
    {
        if (_target is null || !_profiles.TryGetValue(_target.Node, out var suffering))
            return null;
        double? share = null;
        foreach (var channel in Spread)
        {
            if (Relevance(channel) == 1 && suffering.VolumeOf(channel) is > 0 and { } whole)
                share = Math.Max(share ?? 0, Math.Min(1, (profile.VolumeOf(channel) ?? 0) / whole));
        }

        return share;
    }

    // Where it is known what kind of trouble was noticed, other kinds count less.
    private double Relevance(SymptomChannel channel) => _target?.Metric switch
    {
        MetricKind.Latency => channel == SymptomChannel.Errors ? 0.5 : 1,
        MetricKind.Availability or MetricKind.Errors => channel == SymptomChannel.Latency ? 0.5 : 1,
        _ => 1,
    };

    // The strongest symptom of the channel, less what the dependencies explain of each.
    private double Remaining(NodeProfile profile, SymptomChannel channel, EdgeKind? only)
    {
        double most = 0;
        var dependencies = Dependencies(profile.Node, only).ToList();
        foreach (var symptom in profile.Symptoms.Where(s => s.Channel == channel))
        {
            var strength = Math.Log(1 + symptom.Strength);
            most = Math.Max(most, strength * (1 - (Explainable * Explained(profile, symptom, strength, dependencies))));
        }

        return most;
    }

    private double Explained(NodeProfile profile, Symptom symptom, double strength, List<NodeProfile> dependencies)
    {
        if (strength <= 0)
            return 0;
        double most = 0;
        foreach (var dependency in dependencies)
        {
            var enough = profile.VolumeOf(symptom.Channel) is > 0 and { } whole && dependency.VolumeOf(symptom.Channel) is { } part
                ? Math.Min(1, part / whole)
                : 1;
            foreach (var cause in dependency.Symptoms)
            {
                if (cause.Channel is SymptomChannel.Load or SymptomChannel.Change || !_calls.MayPass(symptom, cause))
                    continue;

                // Slowness makes slow and failure makes fail; the one becomes the other less often.
                var same = cause.Channel == symptom.Channel;
                var passes = same || cause.Channel is SymptomChannel.Resource or SymptomChannel.Behaviour || symptom.Channel == SymptomChannel.Behaviour ? 1 : 0.5;
                most = Math.Max(most, Math.Log(1 + cause.Strength) * passes * (same ? enough : 1) / strength);
            }
        }

        return Math.Min(1, most);
    }

    // Nodes that nothing is known of pass on what their own dependencies have.
    private IEnumerable<NodeProfile> Dependencies(string node, EdgeKind? only)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal) { node };
        var queue = new Queue<string>([node]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var edge in _topology.DependenciesOf(current))
            {
                if ((only is { } kind && edge.Kind != kind) || !visited.Add(edge.To))
                    continue;
                if (_profiles.TryGetValue(edge.To, out var profile))
                    yield return profile;
                else if (!_observed.Contains(edge.To))
                    queue.Enqueue(edge.To);
            }
        }
    }
}
