namespace Landfall.Operations.Explaining.Rules;

/// <summary>Alarms of the service have gone off.</summary>
internal sealed class AlarmActive : IHealthRule
{
    /// <inheritdoc />
    public string Id => "alarm";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Alarms.Count > 0
        ? new Finding(
            Id,
            facts.Alarms.Count == 1 ? "An alarm of it has gone off." : "Alarms of it have gone off.",
            [.. facts.Alarms.Select(alarm => $"{alarm.Name}: {alarm.Reason}")],
            "docs/alarms.md says of each alarm what it means and what to do.")
        : null;
}
