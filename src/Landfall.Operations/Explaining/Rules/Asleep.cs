using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>No task is wanted.</summary>
internal sealed class Asleep : IHealthRule
{
    /// <inheritdoc />
    public string Id => "asleep";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        if (facts.Status.Health != ServiceHealth.Idle)
            return null;
        const string evidence = "ECS is to run 0 tasks of it.";
        if (facts.Service is not ScaledServicePlan { Scale: var scale })
            return new Finding(Id, "No task of it is wanted: it is a load test that nobody has started.", [evidence], "Nothing is wrong.");
        if (scale.Min == 0)
            return new Finding(Id, "It has scaled to zero: there is nothing to do.", [evidence, $"scale: {{ min: 0, max: {scale.Max.ToString(CultureInfo.InvariantCulture)} }}"], "Nothing is wrong. With 'scale: { min: 1 }' one task would always wait for work.");
        return facts.Plan.NightSchedule is { } night
            ? new Finding(
                Id,
                "The environment sleeps.",
                [evidence, string.Create(CultureInfo.InvariantCulture, $"schedule: stops at {night.Stop:HH:mm} and starts at {night.Start:HH:mm} {night.TimeZone} ({night.Days.ToLowerInvariant()})")],
                "'landfall wake' wakes it before its time.")
            : new Finding(Id, "Somebody has taken it to zero tasks: 'landfall sleep', or by hand.", [evidence], "'landfall wake' brings it back to what was deployed.");
    }
}
