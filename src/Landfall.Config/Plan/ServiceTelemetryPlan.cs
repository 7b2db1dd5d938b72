namespace Landfall.Config.Plan;

/// <summary>How a service takes part in the environment's telemetry.</summary>
/// <param name="SamplingPercent">Share of traces that are kept.</param>
/// <param name="Instrument">The agent that is put into its program, or null.</param>
public sealed record ServiceTelemetryPlan(double SamplingPercent, InstrumentPlan? Instrument);
