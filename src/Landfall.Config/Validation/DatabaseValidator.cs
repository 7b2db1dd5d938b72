using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that a database's settings belong to its engine and fit each other.</summary>
internal sealed class DatabaseValidator : IEnvironmentValidator
{
    private static readonly string[] AuroraKeys = ["capacity", "instances", "dataApi"];
    private static readonly string[] InstanceKeys = ["instance", "storage", "maxStorage", "multiAz"];

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

            CheckVersion(name, database, problems);
            CheckStorage(database, problems);
            CheckCapacity(database.Capacity, database.Capacity.Least(environment.Settings.Schedule is not null), problems);
        }
    }

    private static void CheckVersion(string name, DatabaseModel database, ProblemList problems)
    {
        if (database is { Engine: { } engine, Version: { } version }
            && EngineSupport.EndedOn(engine, version) is { } ended)
        {
            problems.Warn(
                database.MarkOf("version"),
                ErrorCodes.EngineSupport,
                $"Standard support of version {version} of '{name}' ended on {ended}: AWS charges for extended support by the hour and vCPU. Plan the step to {EngineSupport.Newest(engine)}.");
        }
    }

    // RDS refuses a limit that is less than a tenth above the storage (RDS User Guide, "Managing capacity automatically").
    private static void CheckStorage(DatabaseModel database, ProblemList problems)
    {
        if (database.MaxStorage is { } most && database.Knows("storage", "maxStorage") && most.GiB != database.Storage.GiB && most.GiB * 10L < database.Storage.GiB * 11L)
        {
            problems.Add(
                database.MarkOfLatest("maxStorage", "storage"),
                ErrorCodes.DatabaseSetting,
                $"'maxStorage' is {most.GiB} GiB, but has to be at least a tenth more than 'storage', which is {database.Storage.GiB}; or the same, for a storage that does not grow.");
        }
    }

    private static void CheckCapacity(DatabaseCapacityModel capacity, double least, ProblemList problems)
    {
        if (capacity.Knows("min") && least > capacity.Max)
        {
            problems.Add(
                capacity.MarkOfLatest("min", "max"),
                ErrorCodes.MinAboveMax,
                FormattableString.Invariant($"'min' is {least} ACU, which is more than 'max', which is {capacity.Max}."));
        }

        foreach (var (key, value) in new (string, double?)[] { ("min", least), ("max", capacity.Max) })
        {
            if (value is { } acu && acu * 2 != Math.Truncate(acu * 2))
            {
                problems.Add(
                    capacity.MarkOf(key),
                    ErrorCodes.DatabaseSetting,
                    FormattableString.Invariant($"'{key}' is {acu} ACU, but Aurora has steps of 0.5."));
            }
        }

        if (capacity.Has("pauseAfter") && capacity.Knows("min") && least != 0)
        {
            problems.Add(
                capacity.MarkOfLatest("pauseAfter", "min"),
                ErrorCodes.DatabaseSetting,
                FormattableString.Invariant($"'pauseAfter' needs 'min: 0', since only then Aurora pauses; the smallest capacity is {least}."));
        }
    }
}
