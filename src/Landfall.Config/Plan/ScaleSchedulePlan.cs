namespace Landfall.Config.Plan;

/// <summary>Sets a service's limits at given times.</summary>
/// <param name="Name">A name unique within the service.</param>
/// <param name="Cron">AWS cron expression, six fields, without the <c>cron()</c> around it.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Min">Smallest number of tasks from then on.</param>
/// <param name="Max">Largest number of tasks from then on.</param>
public sealed record ScaleSchedulePlan(string Name, string Cron, string TimeZone, int Min, int Max);
