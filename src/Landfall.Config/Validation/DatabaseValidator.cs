using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that a database's settings belong to its engine and fit each other.</summary>
internal sealed class DatabaseValidator : IEnvironmentValidator
{
    private static readonly string[] AuroraKeys = ["capacity", "instances", "dataApi"];
    private static readonly string[] InstanceKeys = ["instance", "storage", "multiAz"];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, database) in environment.Settings.Databases)
        {
            if (database.Engine is { } engine)
            {
                var aurora = engine.IsAurora();
                foreach (var key in (aurora ? InstanceKeys : AuroraKeys).Where(database.Has))
                {
                    problems.Add(
                        database.MarkOfLatest(key, "engine"),
                        ErrorCodes.DatabaseSetting,
                        $"'{key}' belongs to {(aurora ? "plain RDS" : "Aurora")}, but '{name}' is {(aurora ? "Aurora" : "plain RDS")}. Remove it, or change the engine.");
                }
            }

            if (database is { Engine: { } kind, Database: { } inside } && DatabaseWords.IsReserved(kind, inside))
            {
                problems.Add(
                    database.MarkOfLatest("database", "engine"),
                    ErrorCodes.NameReserved,
                    $"The database inside '{name}' cannot be called '{inside}', a word that its engine keeps for itself. Choose another name.");
            }

            CheckCapacity(database.Capacity, problems);
        }
    }

    private static void CheckCapacity(DatabaseCapacityModel capacity, ProblemList problems)
    {
        if (capacity.Knows("min") && capacity.Min > capacity.Max)
        {
            problems.Add(
                capacity.MarkOfLatest("min", "max"),
                ErrorCodes.MinAboveMax,
                FormattableString.Invariant($"'min' is {capacity.Min} ACU, which is more than 'max', which is {capacity.Max}."));
        }

        foreach (var (key, value) in new (string, double?)[] { ("min", capacity.Min), ("max", capacity.Max) })
        {
            if (value is { } acu && acu * 2 != Math.Truncate(acu * 2))
            {
                problems.Add(
                    capacity.MarkOf(key),
                    ErrorCodes.DatabaseSetting,
                    FormattableString.Invariant($"'{key}' is {acu} ACU, but Aurora has steps of 0.5."));
            }
        }

        if (capacity.Has("pauseAfter") && capacity.Knows("min") && capacity.Min != 0)
        {
            problems.Add(
                capacity.MarkOfLatest("pauseAfter", "min"),
                ErrorCodes.DatabaseSetting,
                FormattableString.Invariant($"'pauseAfter' needs 'min: 0', since only then Aurora pauses; the smallest capacity is {capacity.Min}."));
        }
    }
}
