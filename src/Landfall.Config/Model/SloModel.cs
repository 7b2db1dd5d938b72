using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>What a service promises over thirty days. Alarms tell how fast it uses up what it may fail.</summary>
internal sealed record SloModel : Section
{
    [Key("Share of requests that are not answered with a 5xx status, for example 99.9%.", Min = LatencyObjective.Least, Max = LatencyObjective.Most)]
    public Percent? Availability { get; init; }

    [Key("Share of requests that are answered in a time, for example 300ms@95%.",
        Pattern = LatencyObjective.Pattern, PatternMeaning = "a time of at most an hour and a share from 94% to 99.99%, such as 300ms@95%")]
    public string? Latency { get; init; }
}
