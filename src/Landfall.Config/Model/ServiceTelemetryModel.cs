using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>How a service takes part in 'telemetry'.</summary>
[Shorthand(nameof(Enabled))]
internal sealed record ServiceTelemetryModel : Section
{
    [Key("False leaves the service out.")]
    public bool Enabled { get; init; } = true;

    [Key("Put AWS's agent for a language into the program, which need not know of it.")]
    public InstrumentLanguage? Instrument { get; init; }

    [Key("The image that the agent is copied from.", Default = "AWS's of the language, in a version that Landfall names",
        Pattern = ImagePattern.Reference, PatternMeaning = ImagePattern.ReferenceMeaning)]
    public string? Image { get; init; }

    [Key("Share of its traces that are kept.", Min = 0, Max = 100, Default = "the 'sampling' of 'telemetry'")]
    public Percent? Sampling { get; init; }
}
